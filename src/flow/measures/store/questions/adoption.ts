import { TOLD_OF } from '../../domain/questions/adoption/adoption-reference.ts';
import type { QuestionFrame } from '../../domain/questions/question-frame.ts';
import { type AdoptionQuestion, EventMatch } from '../../question-contracts.ts';
import { pageSql } from '../paging.ts';
import type { Statement } from '../statement.ts';
import { type FactScope, type UnitFacts, unitFacts } from './unit-facts.ts';

/** How many units may use each feature, how many did, and how often? Rows (feature, eligible, using, facts), as `adoptionReference` says. */
export const adoptionCounts = (scope: FactScope, question: AdoptionQuestion, frame: QuestionFrame): Statement => {
  const facts = unitFacts(scope);
  const rows = toldSql(facts, question, frame);
  const counts = question.features.map(
    (_, k) => `(toUInt8(${k}), uniqExactIf(unit, m${k}), uniqExactIf(unit, m${k} and u${k}), countIf(m${k} and u${k}))`,
  );
  const sql = `${facts.head()}select tupleElement(one, 1) as feature, tupleElement(one, 2) as eligible, tupleElement(one, 3) as using, tupleElement(one, 4) as facts
  from (select arrayJoin([${counts.join(', ')}]) as one from (${rows}) as told)`;
  return { sql, params: facts.params };
};

export interface AdoptionPart {
  readonly feature: number;
  /** Those who may use it, those who did, or those who may and did not. */
  readonly outcome: 'eligible' | 'reached' | 'dropped';
  readonly offset: number;
  readonly limit: number;
}

/** Which units may use a feature, and did or did not? Those who used it last come first; `value` is how often. */
export const adoptionUnits = (
  scope: FactScope,
  question: AdoptionQuestion,
  { frame, part }: { readonly frame: QuestionFrame; readonly part: AdoptionPart },
): Statement => {
  const facts = unitFacts(scope);
  const k = part.feature;
  const rows = toldSql(facts, question, frame);
  const test = { eligible: 'true', reached: 'value > 0', dropped: 'value = 0' }[part.outcome];
  const sql = `${facts.head()}select toString(unit) as unit, if(value = 0, null, maxIf(t, u${k})) as at, countIf(u${k}) as value
  from (${rows}) as told where m${k} group by told.unit having ${test} order by value = 0, at desc, unit ${pageSql(part.offset, part.limit, facts.bind)}`;
  return { sql, params: facts.params };
};

// Who was told of before the end of the range, and what was used in it, apart, so that only the tellings reach back. Of each feature: `u` is use, `m` is
// by one who may.
const toldSql = (facts: UnitFacts, { features }: AdoptionQuestion, frame: QuestionFrame): string => {
  const { bind, fields } = facts;
  const may = features.map(({ eligible }, k) => `(${eligible === null ? 'true' : fields.condition(eligible)}) as m${k}`);
  const uses = features.map((feature, k) => `${facts.matches(feature)} as u${k}`);
  const used = facts.select([...may, ...uses], { matches: features, since: frame.start, until: frame.end });
  const telling = EventMatch.parse({ events: TOLD_OF });
  const told = facts.select([...may, ...features.map((_, k) => `false as u${k}`)], {
    matches: [telling],
    since: Date.UTC(1900),
    until: frame.end,
  });
  return `select * from (${used}) as used where t >= ${bind('Int64', frame.start)} and (${features.map((_, k) => `u${k}`).join(' or ')}) union all ${told}`;
};
