import { describe, expect, it } from 'vitest';
import { groupOf } from './fact-groups.ts';

describe('groupOf', () => {
  it.each([
    ['subscription_started', 'money'],
    ['ticket_opened', 'support'],
    ['page_viewed', 'web'],
    ['feature_used', 'usage'],
    ['Report Exported', 'usage'],
    ['account_changed', 'record'],
  ])('%s belongs to %s', (event, group) => {
    expect(groupOf(event)).toBe(group);
  });
});
