import { expect, it } from 'vitest';
import { offeredEvents } from './offered-events.ts';

it('offers neither hidden nor merged names, and counts merged ones where they belong', () => {
  const rows = [
    { event: 'paid', count: 9 },
    { event: 'debug', count: 8 },
    { event: 'signed_up', count: 5 },
    { event: 'Sign Up', count: 6 },
  ];
  const plan = [
    { name: 'debug', hidden: true, mergedInto: null },
    { name: 'Sign Up', hidden: false, mergedInto: 'signed_up' },
  ];
  expect(offeredEvents(rows, plan)).toEqual([
    { event: 'signed_up', count: 11 },
    { event: 'paid', count: 9 },
  ]);
  expect(offeredEvents(rows, []).map(({ event }) => event)).toEqual(['paid', 'debug', 'Sign Up', 'signed_up']);
});
