import { describe, expect, it } from 'vitest';
import { PlannedEvent } from '../../plan-contracts.ts';
import { type EventCounts, type Evidence, findingsOf } from './findings.ts';
import type { PropertyCounts } from './seen.ts';

const planned = (name: string, more: object = {}): PlannedEvent => PlannedEvent.parse({ name, ...more });
const tracked = (name: string, more: Partial<EventCounts> = {}): EventCounts => ({
  ...{ name, total: 500, recent: 100, lastDay: '2024-05-17', days: Array.from({ length: 63 }, () => 4) },
  ...more,
});
const counts = (event: string, property: string, more: Partial<PropertyCounts> = {}): PropertyCounts => ({
  ...{ event, property, count: 100, numbers: 0, booleans: 0, dates: 0, distinct: 3, values: ['a', 'b'], suspects: [] },
  ...more,
});
const found = (evidence: Partial<Evidence>) =>
  findingsOf({ plan: [], events: [], properties: [], lookedAt: new Map([['paid', 100]]), until: '2024-05-17', ...evidence }).map(
    ({ kind, event, property, count, of, day, found: values }) => ({ kind, event, property, count, of, day, found: values }),
  );
const said = (evidence: Partial<Evidence>) =>
  found(evidence).map(({ kind, event, property }) => [kind, event, property].filter(Boolean).join(' '));

describe('findings', () => {
  it('without a plan are only those that need none', () => {
    const events = [tracked('paid'), tracked('Paid', { recent: 5 })];
    expect(said({ events, properties: [counts('paid', 'plan')] })).toEqual(['similar_names paid']);
  });

  it('name personal data masked, unless the plan knows of it', () => {
    const properties = [counts('paid', 'who', { suspects: ['18-05-2024', 'ana@example.com'] })];
    expect(found({ events: [tracked('paid')], properties })).toMatchObject([
      { kind: 'personal_data', event: 'paid', property: 'who', count: 100, of: 100, found: ['email', 'an•••om'] },
    ]);
    const plan = [planned('paid', { properties: [{ name: 'who', personal: true }] })];
    expect(said({ plan, events: [tracked('paid')], properties })).toEqual([]);
  });

  it('say what is missing, of another type, or not among the planned values', () => {
    const plan = [
      planned('paid', {
        properties: [
          { name: 'plan', required: true, values: ['a'] },
          { name: 'seats', type: 'number' },
          { name: 'term', required: true },
        ],
      }),
    ];
    const properties = [counts('paid', 'plan', { count: 98 }), counts('paid', 'seats', { count: 40, numbers: 10 })];
    expect(found({ plan, events: [tracked('paid')], properties })).toMatchObject([
      { kind: 'missing_property', property: 'term', count: 100, of: 100 },
      { kind: 'wrong_type', property: 'seats', count: 30, of: 100, found: ['number'] },
      { kind: 'missing_property', property: 'plan', count: 2 },
      { kind: 'unexpected_value', property: 'plan', found: ['b'] },
    ]);
  });

  it('hold the status of an event to what is tracked', () => {
    const plan = [
      planned('never'),
      planned('silent'),
      planned('old', { status: 'deprecated' }),
      planned('soon', { status: 'planned' }),
      planned('unheard', { hidden: true }),
    ];
    const events = [
      tracked('silent', { recent: 0, lastDay: '2024-02-01' }),
      tracked('old'),
      tracked('surprise'),
      tracked('past', { recent: 0 }),
    ];
    expect(said({ plan, events })).toEqual(['gone_silent silent', 'deprecated_seen old', 'never_seen never', 'unplanned_event surprise']);
  });

  it('date an unusual volume, and let the worst day speak for its neighbours', () => {
    const days = Array.from({ length: 63 }, (_, day) => (day > 59 ? 10 * (day - 59) : 200));
    expect(found({ events: [tracked('paid', { days })] })).toMatchObject([{ kind: 'volume', day: '2024-05-15', count: 10, of: 200 }]);
  });

  it('raise nothing about names that are merged or hidden', () => {
    const plan = [planned('Paid', { mergedInto: 'paid' }), planned('paid')];
    expect(said({ plan, events: [tracked('paid'), tracked('Paid')], properties: [counts('Paid', 'x')] })).toEqual([]);
  });
});
