/** What records tell when they change. `payment_failed`, `lead_captured` and the like are left out: other systems may report them. */
export const RECORD_FACT_PREFIXES = [
  'subscription_',
  'churn_',
  'ticket_',
  'deal_',
  'account_',
  'person_',
  'group_',
  'spend_',
  'note_',
  'task_',
  'play_',
  'stage_',
  'import_',
  'segment_entered',
  'segment_left',
];

/** Is this a fact that only a change of a record may tell? An event of that name from elsewhere would change revenue or tickets without a record. */
export const isRecordFact = (event: string): boolean => RECORD_FACT_PREFIXES.some((prefix) => event.startsWith(prefix));
