import { expect, it } from 'vitest';
import { isRecordFact } from './record-facts.ts';

it('tells the facts of records from what others may report', () => {
  expect(['subscription_started', 'ticket_opened', 'deal_won', 'spend_recorded'].every(isRecordFact)).toBe(true);
  expect(['payment_failed', 'lead_captured', 'feature_used', 'Subscription viewed', 'report_exported'].some(isRecordFact)).toBe(false);
});
