import { addDays, dateOf } from '#kernel/calendar.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';
import { type Crossing, lastCrossing, TOLD_DAYS, toldSince } from '../domain/crossings.ts';
import { movesAsOf } from '../domain/lifecycle/ledger.ts';
import { carriedMoves, mrrSpans } from '../domain/lifecycle/ledger-rows.ts';
import { ledgerUnder } from '../domain/lifecycle/rule-history.ts';
import { type MrrRow, writeAccountMrr } from '../store/account-mrr.ts';
import { type AccountScope, accountScope } from '../store/account-scope.ts';
import { clearAccountFigures, writeAccountFigures, writePersonFigures } from '../store/figures.ts';
import { healthOverrides } from '../store/health-overrides.ts';
import { type LedgerRow, writeLedgers } from '../store/ledger.ts';
import { ruleVersions } from '../store/rule-sets.ts';
import { clearScores, lastScores, type ScoreDay, scoresBetween, writeScores } from '../store/scores.ts';
import { healthDefinition, leadDefinition } from '../store/signal-versions.ts';
import type { Place, SignalsDeps } from './deps.ts';
import { accountFigure, changeOf, personFigure } from './figures-of.ts';
import { healthOnDays, scoreRows } from './health.ts';
import { type AccountKnowledge, lifecycleKnowledge } from './lifecycle-knowledge.ts';

/** An account that entered a stage; `at` is when (UTC ms), by which whoever acts on it tells it from other entries. */
export interface StageEntry {
  readonly account: number;
  readonly stage: LifeStage;
  readonly from: LifeStage | null;
  readonly at: number;
}

/** An account whose signal went from one band to another, at the close of `day`. A lead score's bands are its grades. */
export interface SignalCrossing extends Crossing {
  readonly account: number;
  readonly signal: 'health' | 'lead_score';
}

/** What is new about accounts, for plays: told again for some days, since who heard it acts once. */
export interface SignalChanges {
  /** The accounts that were looked at. */
  readonly accounts: readonly number[];
  readonly crossings: readonly SignalCrossing[];
  readonly entries: readonly StageEntry[];
}

/** Which of an account's signals are made anew. */
export interface Recomputation {
  readonly place: Place;
  readonly accounts: readonly number[];
  readonly now: number;
  /** Local dates before today whose health is closed. */
  readonly closing: readonly string[];
}

/** Makes lifecycle, figures, health and lead score of these accounts what the facts say now. Doing it again changes nothing. */
export const recompute = async (deps: SignalsDeps, { place, accounts, now, closing }: Recomputation): Promise<SignalChanges> => {
  const { ws } = place;
  const { db } = deps.postgres;
  const [scope, versions, lead, definition] = await Promise.all([
    accountScope(db, ws, accounts),
    ruleVersions(db, ws),
    leadDefinition(db, ws),
    healthDefinition(db, ws),
  ]);
  const nums = [...scope.accounts.keys()];
  const today = dateOf(now, place.timeZone);
  const knowledge = await lifecycleKnowledge(deps, { place, scope, versions, lead, asOf: now });
  const ledgers = new Map(nums.map((num) => [num, ledgerUnder(versions, knowledge.get(num)!.lifecycle)]));
  const days = [...new Set([...closing.filter((day) => day < today), today])].sort();
  const mrrSteps = new Map([...knowledge].map(([num, known]) => [num, known.mrrSteps]));
  const health = await healthOnDays(deps, { place, scope, days, definition, asOf: now, mrrSteps });
  const before = { accounts: nums, before: today };
  const [overrides, healthBefore, leadBefore] = await Promise.all([
    healthOverrides(db, ws, nums, now),
    scoresBetween(db, ws, { signal: 'health', accounts: nums, from: addDays(today, -40), to: addDays(today, -1) }),
    lastScores(db, ws, { signal: 'lead_score', ...before }),
  ]);
  const scored = scoreRows(health.days);
  const scoredOf = Map.groupBy(scored, (row) => row.account);
  const historyOf = (num: number) => {
    const fresh = scoredOf.get(num) ?? [];
    return [...(healthBefore.get(num) ?? []).filter((row) => !days.includes(row.day)), ...fresh];
  };
  const figures = nums.map((num) =>
    accountFigure({
      num,
      id: scope.accounts.get(num)!.id,
      knowledge: knowledge.get(num)!,
      moves: movesAsOf(ledgers.get(num)!, now),
      today: health.days.get(num)?.findLast((one) => one.day === today),
      change: changeOf(historyOf(num), today),
      override: overrides.get(num) ?? null,
      lastUseAt: health.lastUseAt.get(num) ?? null,
      lead,
      place,
      now,
    }),
  );
  const leadRows = figures.flatMap((figure) => leadRow(figure, leadBefore.get(figure.account_num), { today, version: lead.version }));
  const people = [...knowledge.values()].flatMap((known) => known.leads.map((one) => personFigure(one, lead, now)));
  await deps.postgres.transaction(async (tx) => {
    await writeLedgers(
      tx,
      ws,
      rowsOf(scope, (num) => ledgerRows(ledgers.get(num)!, knowledge.get(num)!)),
    );
    await writeAccountMrr(
      tx,
      ws,
      rowsOf(scope, (num) => mrrRows(knowledge.get(num)!)),
    );
    await clearScores(tx, ws, { signal: 'health', accounts: nums.filter((num) => !scoredOf.has(num)), days });
    await clearScores(tx, ws, { accounts: scope.gone });
    await writeScores(tx, ws, 'health', scored);
    await writeScores(tx, ws, 'lead_score', leadRows);
    await writeAccountFigures(tx, ws, figures, now);
    await clearAccountFigures(tx, ws, scope.gone);
    await writePersonFigures(tx, ws, people, now);
  });
  const since = toldSince(today);
  return {
    accounts: nums,
    crossings: [
      ...nums.flatMap((account) => crossingsIn(account, 'health', lastCrossing(historyOf(account), since))),
      ...leadRows.flatMap((row) =>
        crossingsIn(
          row.account,
          'lead_score',
          lastCrossing(
            [leadBefore.get(row.account), row].flatMap((one) => one ?? []),
            since,
          ),
        ),
      ),
    ],
    entries: nums.flatMap((account) =>
      movesAsOf(ledgers.get(account)!, now)
        .filter((move) => move.enteredAt > now - TOLD_DAYS * DAY_MS)
        .map(({ stage, from, enteredAt }) => ({ account, stage, from, at: enteredAt })),
    ),
  };
};

const DAY_MS = 86_400_000;

const crossingsIn = (account: number, signal: SignalCrossing['signal'], crossing: Crossing | null): readonly SignalCrossing[] =>
  crossing === null ? [] : [{ account, signal, ...crossing }];

// Whoever was merged or removed keeps nothing: the account that stands for it has its facts.
const rowsOf = <Row>(scope: AccountScope, rows: (account: number) => readonly Row[]): ReadonlyMap<number, readonly Row[]> =>
  new Map([
    ...scope.gone.map((num): [number, readonly Row[]] => [num, []]),
    ...[...scope.accounts.keys()].map((num): [number, readonly Row[]] => [num, rows(num)]),
  ]);

const ledgerRows = (ledger: ReturnType<typeof ledgerUnder>, { lifecycle, mrrSteps }: AccountKnowledge): readonly LedgerRow[] =>
  carriedMoves(ledger, { mrrSteps, now: lifecycle.now, zone: lifecycle.zone }).map((move) => ({
    stage: move.stage,
    from_stage: move.from,
    to_stage: move.to,
    rule_version: move.ruleVersion,
    entered_on: move.enteredOn,
    left_on: move.leftOn,
    entered_at: move.enteredAt,
    left_at: move.leftAt,
    known_from: move.knownFrom,
    known_to: move.knownTo,
    mrr_minor: move.mrrMinor,
    cause: move.cause,
    known_at: move.knownAt,
    evidence: move.evidence,
  }));

const mrrRows = ({ mrrSteps }: AccountKnowledge): readonly MrrRow[] =>
  mrrSpans(mrrSteps).map((span) => ({
    from_at: span.fromAt,
    to_at: span.toAt,
    known_from: span.knownFrom,
    known_to: span.knownTo,
    mrr_minor: span.mrrMinor,
  }));

/** A day of the lead score is kept when it says something else than the day kept before. */
const leadRow = (
  figure: { readonly account_num: number; readonly lead_score: number | null; readonly lead_grade: string | null },
  before: Omit<ScoreDay, 'points'> | undefined,
  { today, version }: { readonly today: string; readonly version: number },
): readonly ScoreDay[] => {
  const { account_num: account, lead_score: score, lead_grade: grade } = figure;
  if (score === null) return [];
  const band = grade ?? 'unknown';
  if (before !== undefined && before.band === band && Math.round(before.score ?? 0) === Math.round(score)) return [];
  return [{ account, day: today, score, band, confidence: grade === null ? 0 : 1, version, points: [] }];
};
