export const en = {
  title: 'Tickets',
  none: 'No ticket is known.',
  open: 'Open',
  closed: 'Closed',
  escalated: 'Escalated',
  priority: { low: 'Low', medium: 'Medium', high: 'High', urgent: 'Urgent' },
  unnamed: 'Ticket {{id}}',
  rated: '{{score}} of 5',
  all: 'Show all {{count}}',
} as const;
