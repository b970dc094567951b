import type { LifeStage } from '#kernel/stage-of-life.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { StayCounts } from '../domain/river-counts.ts';
import { at, believedMovesSql, formerMovesSql, isOneOf, presentMovesSql } from './believed-moves.ts';
import type { Sql } from './lists/columns.ts';
import { beliefOf, filterSql, inMemory, isFiltered, lastingSql, paidSql, type RiverScope, revisedSql } from './river-scope.ts';

/**
 * Stays up to the end of the period, counted by what is alike in them. Everybody's are read from what the ledger's table keeps by local day, those of
 * some are counted one by one. As of earlier, those about whom something was learned since are counted apart: as they are told now, taken off, and as then.
 */
export const countStays = async (db: Db, scope: RiverScope): Promise<StayCounts> => {
  const cells = await cellsOf(db, scope, [...Object.values(presentSql(scope)).flat(), paidPartSql(scope)]);
  const of = (kind: Cell['kind']): readonly Cell[] => cells.filter((cell) => cell.kind === kind);
  return {
    ended: of('ended'),
    here: of('here').map(({ stage, days, stays, minor }) => ({ stage, days, stays, accountMrrMinor: minor })),
    entered: of('entered').map(({ stage, other, entered, stays, minor }) => ({
      ...{ stage, previous: other, stays, carriedMinor: minor },
      entered: ENTERED[entered!] as 'before' | 'in',
    })),
    left: of('left').map(({ stage, other, days, entered, left, stays }) => ({
      ...{ stage, next: other!, days, stays },
      ...{ entered: ENTERED[entered!]!, left: LEFT[left!]! },
    })),
  };
};

/** How many stays of a stage that ended by the end of the period lasted how many days? */
export const countEnded = async (db: Db, scope: RiverScope, stage: LifeStage): Promise<StayCounts['ended']> =>
  (await cellsOf(db, scope, presentSql(scope).ended)).filter((cell) => cell.kind === 'ended' && cell.stage === stage);

/** What each account that has been in the stage for more than so many days pays, when it pays. */
export const stuckAmounts = async (db: Db, scope: RiverScope, stage: LifeStage, longerThan: number): Promise<readonly number[]> => {
  const query = sql<{ amount: number }>`
    select mrr.mrr_minor as amount from (${lastingSql(scope)}) as lasting join (${paidSql(scope)}) as mrr using (account_num)
    where stage = ${stage}::life_stage and ${scope.endsOn}::date - entered_on > ${longerThan}::float8 and mrr.mrr_minor > 0`;
  return (await inMemory(db, query)).rows.map((row) => row.amount);
};

// Told by numbers: to group half a million rows by texts takes ten times as long.
const ENTERED = ['older', 'before', 'in'] as const;
const LEFT = ['earlier', 'in'] as const;

/** Stays that are alike. `other` is the stage before for those that entered, the one after for those that left. */
interface Cell {
  readonly kind: 'ended' | 'here' | 'entered' | 'left';
  readonly stage: LifeStage;
  readonly other: LifeStage | null;
  readonly days: number;
  readonly entered: number | null;
  readonly left: number | null;
  readonly stays: number;
  readonly minor: number;
}

// Each part is a question to an index of its own, and they are asked side by side; what some accounts were believed to do is worked out once for all parts.
const cellsOf = async (db: Db, scope: RiverScope, parts: readonly Sql[]): Promise<readonly Cell[]> => {
  const asked = scope.isNow ? parts : isFiltered(scope) ? [believedSql(scope, parts)] : [...parts, relearnedSql(scope)];
  const answers = await Promise.all(asked.map((part) => inMemory(db, sql<Cell>`${part}`)));
  return merged(answers.flatMap((answer) => answer.rows));
};

const presentSql = (scope: RiverScope): Parts => {
  if (!isFiltered(scope)) return keptSql(scope);
  return countedSql(scope, scope.isNow ? presentMovesSql(beliefOf(scope), filterSql(scope)) : sql`select * from believed`);
};

const believedSql = (scope: RiverScope, parts: readonly Sql[]): Sql => sql`
  with believed as materialized (${believedMovesSql(beliefOf(scope), filterSql(scope))}) ${sql.join(parts, sql` union all `)}`;

// What is told in several parts, some of which take off, becomes one; what is nothing then is left out.
const merged = (cells: readonly Cell[]): readonly Cell[] => {
  const held = new Map<string, Cell>();
  for (const cell of cells) {
    const key = `${cell.kind} ${cell.stage} ${cell.other} ${cell.days} ${cell.entered} ${cell.left}`;
    const before = held.get(key);
    held.set(key, before ? { ...before, stays: before.stays + cell.stays, minor: before.minor + cell.minor } : cell);
  }
  return [...held.values()].filter((cell) => cell.stays !== 0 || cell.minor !== 0);
};

const cellSql = (
  kind: Cell['kind'],
  columns: { stage?: Sql; other?: Sql; days?: Sql; entered?: Sql; left?: Sql; stays: Sql; minor?: Sql },
) => {
  const { stage = sql`stage`, other = sql`null::life_stage`, days = sql`0`, entered = sql`null::int`, left = sql`null::int` } = columns;
  return sql`select ${sql.lit(kind)} as kind, ${stage} as stage, ${other} as other, ${days} as days, ${entered} as entered, ${left} as "left",
    (${columns.stays})::int as stays, (${columns.minor ?? sql`0`})::bigint as minor`;
};
type Parts = Readonly<Record<Cell['kind'], readonly Sql[]>>;
const ALIKE = sql`group by 2, 3, 4, 5, 6`;

/** The counts of these moves, each from a range of an index. With a `sign` they are taken off. */
const countedSql = ({ period, before, endsOn }: RiverScope, moves: Sql, sign: 1 | -1 = 1): Parts => {
  const [earlier, from, end] = [at(before.from), at(period.from), at(period.end)];
  const source = sql`from (${moves}) as move`;
  const stays = sql`${sql.lit(sign)} * count(*)`;
  const isIn = sql`left_at >= ${from}`;
  const here = cellSql('here', { days: sql`${endsOn}::date - entered_on`, stays });
  return {
    entered: [
      sql`${cellSql('entered', {
        ...{ other: sql`previous`, entered: sql`1 + (entered_at >= ${from})::int` },
        ...{ stays, minor: sql`${sql.lit(sign)} * sum(carried)` },
      })} ${source} where entered_at >= ${earlier} ${ALIKE}`,
    ],
    left: [
      sql`${cellSql('left', {
        ...{ other: sql`next`, days: sql`case when ${isIn} then left_on - entered_on else 0 end` },
        ...{ entered: sql`(entered_at >= ${earlier})::int + (entered_at >= ${from})::int`, left: sql`(${isIn})::int`, stays },
      })} ${source} where left_at >= ${earlier} and left_at < ${end} and (${isIn} or entered_at >= ${earlier}) ${ALIKE}`,
    ],
    here: [sql`${here} ${source} where left_at is null ${ALIKE}`, sql`${here} ${source} where left_at >= ${end} ${ALIKE}`],
    ended: [sql`${cellSql('ended', { days: sql`left_on - entered_on`, stays })} ${source} where left_at < ${end} ${ALIKE}`],
  };
};

/**
 * The same for all accounts, from the counts by local day. They tell of whole days: of the last one, what comes after the end of the period is taken off
 * again, move by move.
 */
const keptSql = (scope: RiverScope): Parts => {
  const { ws, period, before, endsOn, dayEnd } = scope;
  const [earlier, from, until] = [before.fromDate, period.fromDate, period.endDate].map((date) => sql`${date}::date`) as [Sql, Sql, Sql];
  const later = sql`from lifecycle_move where ws = ${ws} and known_to is null`;
  const [end, over] = [at(period.end), at(dayEnd)];
  const enteredLater = sql`entered_at >= ${end} and entered_at < ${over}`;
  const leftLater = sql`left_at >= ${end} and left_at < ${over}`;
  const isIn = sql`left_on >= ${from}`;
  const enteredIn = (day: Sql): Sql => sql`(${day} >= ${earlier})::int + (${day} >= ${from})::int`;
  const cameOn = sql`left_on - days`;
  const stood = (day: Sql): Sql => sql`${endsOn}::date - (${day})`;
  return {
    entered: [
      sql`${cellSql('entered', { other: sql`from_stage`, entered: enteredIn(sql`entered_on`), stays: sql`sum(stays)`, minor: sql`sum(mrr_minor)` })}
      from (
        select entered_on, stage, from_stage, stays, mrr_minor from lifecycle_entered where ws = ${ws}
        union all
        select entered_on, stage, from_stage, -1, -mrr_minor ${later} and ${enteredLater}
      ) as day where entered_on >= ${earlier} and entered_on < ${until} ${ALIKE}`,
    ],
    left: [
      sql`${cellSql('left', {
        ...{
          other: sql`to_stage`,
          days: sql`case when ${isIn} then days else 0 end`,
          entered: enteredIn(cameOn),
          left: sql`(${isIn})::int`,
        },
        stays: sql`sum(stays)`,
      })} from (
        select left_on, stage, to_stage, days, stays from lifecycle_left where ws = ${ws}
        union all
        select left_on, stage, to_stage, left_on - entered_on, -1 ${later} and ${leftLater}
      ) as day where left_on >= ${earlier} and left_on < ${until} and (${isIn} or ${cameOn} >= ${earlier}) ${ALIKE}`,
    ],
    // Who is here: who lasts to this day, and who left after the period, of those that had come by its end.
    here: [
      sql`${cellSql('here', { days: stood(sql`came_on`), stays: sql`sum(stays)` })} from (
        select stage, entered_on as came_on, stays from lifecycle_lasting where ws = ${ws} and entered_on < ${until}
        union all
        select stage, ${cameOn}, stays from lifecycle_left where ws = ${ws} and left_on >= ${until} and ${cameOn} < ${until}
        union all
        select stage, entered_on, 1 ${later} and ${leftLater} and entered_at < ${end}
        union all
        select stage, entered_on, -1 ${later} and ${enteredLater} and (left_at is null or left_at >= ${over})
      ) as day ${ALIKE}`,
    ],
    // Who ended: all who ever did, but for those who did after the period.
    ended: [
      sql`${cellSql('ended', { days: sql`days`, stays: sql`sum(stays)` })} from (
        select stage, days, stays from lifecycle_ended where ws = ${ws}
        union all
        select stage, days, -stays from lifecycle_left where ws = ${ws} and left_on >= ${until}
        union all
        select stage, left_on - entered_on, -1 ${later} and ${leftLater}
      ) as day ${ALIKE}`,
    ],
  };
};

// What accounts that pay anything pay at the end of the period, by how long they have been where they are.
const paidPartSql = (scope: RiverScope): Sql =>
  sql`${cellSql('here', { days: sql`${scope.endsOn}::date - entered_on`, stays: sql`0`, minor: sql`sum(mrr.mrr_minor)` })}
    from (${lastingSql(scope)}) as lasting join (${paidSql(scope)}) as mrr using (account_num) where mrr.mrr_minor <> 0 ${ALIKE}`;

const relearnedSql = (scope: RiverScope): Sql => {
  const told = countedSql(scope, sql`select * from told`, -1);
  const believed = countedSql(scope, sql`select * from believed`);
  const parts = [...Object.values(told), ...Object.values(believed)].flat();
  const chosen = sql`${isOneOf(sql`select account_num from revised`)} and ${filterSql(scope)}`;
  return sql`
    with revised as materialized (${revisedSql(scope)}),
    told as materialized (${presentMovesSql(beliefOf(scope), chosen)}),
    believed as materialized (${formerMovesSql(beliefOf(scope), chosen)})
    ${sql.join(parts, sql` union all `)}`;
};
