import { dateOf } from '#kernel/calendar.ts';
import { type Db, sql } from '#platform/postgres.ts';
import { type Belief, believedMovesSql } from './believed-moves.ts';

/** Values of a field by dense number, for those who have one. */
export interface NumberedValues {
  readonly of: 'account' | 'person';
  readonly values: ReadonlyMap<number, string>;
}

const FIGURES = {
  'signal.health': 'health',
  'signal.health_band': 'health_band',
  'signal.lead_score': 'lead_score',
  'signal.lead_grade': 'lead_grade',
  'revenue.mrr_minor': 'mrr_minor',
} as const;
const DAILY = {
  'signal.health': ['health', 'score'],
  'signal.health_band': ['health', 'band'],
  'signal.lead_score': ['lead_score', 'score'],
  'signal.lead_grade': ['lead_score', 'band'],
} as const;
const PERSON_COLUMNS = { 'person.name': 'name', 'person.email': 'email' } as const;

/**
 * Which account or person has which value of a field that the records and signals know? The stage as believed then, scores as of that local day, what was
 * paid by what was known then, people's attributes as they are now. Null for a field that is not among them, or not known for then.
 */
export const readFieldValues = async (
  db: Db,
  asked: { readonly field: string; readonly belief: Belief; readonly zone: string },
): Promise<NumberedValues | null> => {
  const { field, belief, zone } = asked;
  const { ws } = belief;
  if (field === 'stage')
    return accounts(
      db,
      sql`select account_num as num, stage as value from (${believedMovesSql(belief)}) as moves
      where left_at is null or left_at > ${new Date(belief.asOf)}::timestamptz`,
    );
  const figure = Object.entries(FIGURES).find(([name]) => name === field)?.[1];
  if (figure !== undefined && belief.isNow)
    return accounts(db, sql`select account_num as num, ${sql.ref(figure)}::text as value from account_figure where ws = ${ws}`);
  if (field === 'revenue.mrr_minor') return accounts(db, paidAsOf(belief));
  const daily = Object.entries(DAILY).find(([name]) => name === field)?.[1];
  if (daily !== undefined)
    return accounts(
      db,
      sql`select distinct on (account_num) account_num as num, ${sql.ref(daily[1])}::text as value from score_day
      where ws = ${ws} and signal = ${daily[0]} and day <= ${dateOf(belief.asOf, zone)}::date order by account_num, day desc`,
    );
  const column = Object.entries(PERSON_COLUMNS).find(([name]) => name === field)?.[1];
  if (column !== undefined)
    return people(db, sql`select num, ${sql.ref(column)} as value from person where ws = ${ws} and merged_into is null`);
  if (field.startsWith('person.x.'))
    return people(
      db,
      sql`select num, attributes ->> ${field.slice('person.x.'.length)} as value from person where ws = ${ws} and merged_into is null`,
    );
  return null;
};

type Query = ReturnType<typeof sql>;

// As the figures of now: who pays nothing pays 0.
const paidAsOf = ({ ws, asOf }: Belief): Query => {
  const then = sql`${new Date(asOf)}::timestamptz`;
  return sql`select figure.account_num as num, coalesce(paid.mrr_minor, 0)::text as value from account_figure as figure
    left join (
      select distinct on (account_num) account_num, mrr_minor from account_mrr
      where ws = ${ws} and from_at <= ${then} and (to_at is null or to_at > ${then}) and known_from <= ${then} and (known_to is null or known_to > ${then})
      order by account_num, from_at desc
    ) as paid using (account_num)
    where figure.ws = ${ws}`;
};

const accounts = async (db: Db, query: Query): Promise<NumberedValues> => ({ of: 'account', values: await valuesOf(db, query) });
const people = async (db: Db, query: Query): Promise<NumberedValues> => ({ of: 'person', values: await valuesOf(db, query) });

const valuesOf = async (db: Db, query: Query): Promise<ReadonlyMap<number, string>> => {
  const { rows } = await query.execute(db);
  return new Map(
    (rows as { num: number; value: string | null }[]).flatMap(({ num, value }) =>
      value === null || value === '' ? [] : [[num, value] as const],
    ),
  );
};
