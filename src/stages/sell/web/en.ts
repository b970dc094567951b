export const en = {
  notes: 'Notes',
  noNotes: 'Nothing is written down yet.',
  write: 'What should the next person know?',
  save: 'Write down',
  deleted: 'Note deleted',
  delete: 'Delete this note',
  deals: 'Deals',
  allDeals_one: '{{count, number}} deal in all',
  allDeals_other: 'All {{count, number}} deals',
  status: { open: 'Open', won: 'Won', lost: 'Lost' },
} as const;
