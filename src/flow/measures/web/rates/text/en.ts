/** The words of the page of exchange rates. */
export const en = {
  lead: 'Revenue in other currencies is counted in {{currency}} at fixed rates, so that what moves is always a customer’s doing, never the market’s.',
  rate: '1 {{code}} in {{currency}}',
  remove: 'Remove {{code}}',
  add: 'Another currency',
  addHint: 'One in which customers pay.',
  none: 'No rates yet. Only what is paid in {{currency}} is counted.',
  missing_one: '{{count, number}} subscription in {{code}} is in no sum until it has a rate.',
  missing_other: '{{count, number}} subscriptions in {{code}} are in no sum until they have a rate.',
  give: 'Give {{code}} a rate',
  wrong: 'A number above 0, with a point before the decimals: 1.085',
  again: 'Saved. Stages, figures and health are computed again with these rates.',
} as const;
