import type { FactGroup } from '../contracts.ts';

/** The first words of fact names that belong to each group of a timeline; what matches none is use of the product. */
export const GROUP_PREFIXES: readonly (readonly [FactGroup, readonly string[]])[] = [
  ['money', ['subscription_', 'invoice_', 'payment_', 'refund_', 'mrr_']],
  ['support', ['ticket_', 'survey_']],
  ['sales', ['deal_', 'note_', 'meeting_', 'call_', 'lead_', 'email_', 'quote_']],
  ['lifecycle', ['stage_', 'customer_']],
  ['work', ['task_', 'play_', 'segment_']],
  ['record', ['account_', 'person_', 'import_', 'group_']],
  ['web', ['page_', 'screen_', 'form_', 'session_', 'ad_', 'code_', 'pricing_', 'demo_', 'event_']],
];

/** To which group of a timeline does a fact belong? */
export const groupOf = (event: string): FactGroup =>
  GROUP_PREFIXES.find(([, prefixes]) => prefixes.some((prefix) => event.startsWith(prefix)))?.[0] ?? 'usage';
