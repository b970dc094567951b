import type { SegmentUnits } from '#flow/measures/index.ts';
import { EVERYTHING } from '#kernel/condition.ts';
import type { Postgres } from '#platform/postgres.ts';
import type { ListName } from '../../store/lists/columns.ts';
import { fieldTexts, numsMatching } from '../../store/lists/unit-sets.ts';
import { settleFor } from './read-question.ts';

const LIST: Readonly<Record<'account' | 'person', ListName>> = { account: 'accounts', person: 'people' };

/** Accounts and people by their fields, for segments, which are kept upstream: the same fields and the same answers as lists. */
export const segmentUnits = ({ db }: Postgres): SegmentUnits => ({
  numsWhere: ({ workspace: { ws, timeZone }, unit, now, only }, test) => {
    const filter = test === null ? EVERYTHING : settleFor(LIST[unit], test, { mayMoney: true, timeZone });
    return numsMatching(db, LIST[unit], { ws, search: '', filter, now }, only);
  },
  textsOf: ({ workspace: { ws }, unit, num }, fields) => fieldTexts(db, LIST[unit], { ws, num }, fields),
  check: ({ timeZone }, unit, test, mayMoney) => void settleFor(LIST[unit], test, { mayMoney, timeZone }),
});
