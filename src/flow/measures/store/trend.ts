import type { EventMatch, QuestionUnit } from '../question-contracts.ts';
import { pageSql, sliceTest } from './paging.ts';
import { type FactScope, unitFacts } from './questions/unit-facts.ts';
import type { Statement } from './statement.ts';
import type { Window } from './windows.ts';

/** What a measure counts: facts (null), or the distinct units that have one. */
export interface TrendRowsQuestion {
  readonly scope: FactScope;
  readonly match: EventMatch;
  readonly counts: QuestionUnit | null;
  /** The field by whose value the slice goes; null when it is not divided. */
  readonly sliceBy: string | null;
}

/** Which units, or facts, are behind a count? Those with the most facts first; facts by time, the newest first. */
export const trendRows = (
  { scope, match, counts, sliceBy }: TrendRowsQuestion,
  part: { readonly window: Window; readonly slice: string | null; readonly offset: number; readonly limit: number },
): Statement => {
  const facts = unitFacts({ ...scope, unit: counts ?? 'account', keepsNobody: counts === null });
  const slice = sliceBy === null ? "''" : facts.fields.text(sliceBy);
  const columns = ['account_of', 'person_of', 'event', 'subject', 'at', `${facts.matches(match)} as is_meant`, `${slice} as slice`];
  const rows = facts.select(columns, { matches: [match], since: part.window.start, until: part.window.end });
  const told = `(select * from (${rows}) as seen where is_meant and ${sliceTest('slice', part.slice, facts.bind)}) as told`;
  const page = pageSql(part.offset, part.limit, facts.bind);
  const body =
    counts === null
      ? `select account_of as account, person_of as person, subject, event as label, at as latest, toNullable(toFloat64(0)) as value from ${told} order by at desc, id ${page}`
      : `select argMax(account_of, at) as account, ${counts === 'person' ? 'told.unit' : '0'} as person, ${typeof counts === 'object' ? 'told.unit' : `''`} as subject,
        argMax(event, at) as label, max(at) as latest, toNullable(toFloat64(count())) as value from ${told} group by told.unit order by value desc, told.unit ${page}`;
  return { sql: `${facts.head()}${body}`, params: facts.params };
};
