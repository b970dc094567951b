import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { isBehaviour, type SegmentCondition, testsOf } from '../../condition-contracts.ts';

const MINUTE = 60_000;
const OFTEN = MINUTE;
const NOW_AND_THEN = 10 * MINUTE;

/** Figures of people that change without a fact of theirs, as their accounts are looked at. */
const PEOPLE_FIGURES = new Set(['lead_score', 'lead_grade', 'last_seen_at']);

/**
 * When may time alone change who meets the condition (UTC ms)? Windows of hours are looked at every minute, tests of fields that look back by days, and
 * figures that change by themselves, every ten; everything else at the next local midnight.
 */
export const dueAfter = (condition: SegmentCondition, now: number, zone: string): number => {
  const midnight = startOfDate(addDays(dateOf(now, zone), 1), zone);
  const tests = testsOf(condition);
  if (tests.some((test) => isBehaviour(test) && test.within.kind === 'hours')) return Math.min(midnight, now + OFTEN);
  const drifts = tests.some((test) => !isBehaviour(test) && (test.op.endsWith('_days') || PEOPLE_FIGURES.has(test.field)));
  return drifts ? Math.min(midnight, now + NOW_AND_THEN) : midnight;
};

/** Does a condition look back from now in steps that are finer than days, so that what was kept may be a little behind? */
export const looksBackFinely = (condition: SegmentCondition): boolean =>
  testsOf(condition).some((test) =>
    isBehaviour(test) ? test.within.kind === 'hours' : test.op.endsWith('_days') || PEOPLE_FIGURES.has(test.field),
  );

/** Do people meet the condition by what is known about their account too? */
export const readsAccounts = (condition: SegmentCondition): boolean =>
  testsOf(condition).some(
    (test) =>
      !isBehaviour(test) &&
      (test.field === 'account' ||
        test.field.startsWith('account.') ||
        test.field.startsWith('segment.') ||
        PEOPLE_FIGURES.has(test.field)),
  );
