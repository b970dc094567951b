export const en = {
  notes: 'Notes',
  noNotes: 'Nothing is written down yet.',
  write: 'What should the next person know?',
  save: 'Write down',
  deleted: 'Note deleted',
  delete: 'Delete this note',
  deals: 'Deals',
  status: { open: 'Open', won: 'Won', lost: 'Lost' },
} as const;
