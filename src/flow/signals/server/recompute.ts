import { addDays, dateOf } from '#kernel/calendar.ts';
import type { LifeStage } from '#kernel/stage-of-life.ts';
import { mapWithPauses } from '#platform/pauses.ts';
import { type Crossing, lastCrossing, TOLD_DAYS, toldSince } from '../domain/crossings.ts';
import { movesAsOf } from '../domain/lifecycle/ledger.ts';
import { carriedMoves, mrrSpans } from '../domain/lifecycle/ledger-rows.ts';
import { ledgerUnder } from '../domain/lifecycle/rule-history.ts';
import { clearAccountHealth, writeAccountHealth } from '../store/account-health.ts';
import { type MrrRow, writeAccountMrr } from '../store/account-mrr.ts';
import { type AccountScope, accountScope } from '../store/account-scope.ts';
import { clearAccountFigures, writeAccountFigures, writePersonFigures } from '../store/figures.ts';
import { healthOverrides } from '../store/health-overrides.ts';
import { type LedgerRow, writeLedgers } from '../store/ledger.ts';
import { clearScores, keepScores, lastScores, type ScoreDay, scoresBetween, writeScores } from '../store/scores.ts';
import { healthDefinition, leadDefinition } from '../store/signal-versions.ts';
import type { Place, SignalsDeps } from './deps.ts';
import { accountFigure, changeOf, personFigure } from './figures-of.ts';
import { healthOnDays } from './health.ts';
import { type AccountKnowledge, lifecycleKnowledge } from './lifecycle-knowledge.ts';
import { rulesInForce } from './lifecycle-rules.ts';

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
export const recompute = async (deps: SignalsDeps, asked: Recomputation): Promise<SignalChanges> => {
  const known = await readKnown(deps, asked);
  const made = await make(known, asked);
  await write(deps, { asked, known, made });
  return {
    accounts: known.nums,
    crossings: crossingsOf(known, made),
    entries: known.nums.flatMap((account) =>
      movesAsOf(known.ledgers.get(account)!, asked.now)
        .filter((move) => move.enteredAt > asked.now - TOLD_DAYS * DAY_MS)
        .map(({ stage, from, enteredAt }) => ({ account, stage, from, at: enteredAt })),
    ),
  };
};

/** Everything that is read before anything is written. */
const readKnown = async (deps: SignalsDeps, { place, accounts, now, closing }: Recomputation) => {
  const { ws } = place;
  const { db } = deps.postgres;
  const [scope, versions, lead, definition] = await Promise.all([
    accountScope(db, ws, accounts),
    rulesInForce(deps, ws),
    leadDefinition(db, ws),
    healthDefinition(db, ws),
  ]);
  const nums = [...scope.accounts.keys()];
  const today = dateOf(now, place.timeZone);
  const remembered = addDays(today, -REMEMBERED_DAYS);
  const days = [...new Set([...closing.filter((day) => day < today), today])].sort();
  const knowledge = await lifecycleKnowledge(deps, { place, scope, versions, lead, asOf: now });
  const mrrSteps = new Map([...knowledge].map(([num, one]) => [num, one.mrrSteps]));
  const [health, overrides, healthBefore, leadBefore, leadHistory] = await Promise.all([
    healthOnDays(deps, { place, scope, days, definition, asOf: now, mrrSteps }),
    healthOverrides(db, ws, nums, now),
    scoresBetween(db, ws, { signal: 'health', accounts: nums, from: remembered, to: addDays(today, -1) }),
    lastScores(db, ws, { signal: 'lead_score', accounts: nums, before: remembered }),
    scoresBetween(db, ws, { signal: 'lead_score', accounts: nums, from: remembered, to: addDays(today, -1) }),
  ]);
  const ledgers = new Map(await mapWithPauses(nums, (num) => [num, ledgerUnder(versions, knowledge.get(num)!.lifecycle)] as const));
  return {
    scope,
    nums,
    today,
    days,
    lead,
    healthVersion: definition.version,
    knowledge,
    ledgers,
    health,
    overrides,
    healthBefore,
    leadBefore,
    leadHistory,
  };
};

type Known = Awaited<ReturnType<typeof readKnown>>;

/** What the change over 28 days, and the last crossing, may look back at. */
const REMEMBERED_DAYS = 40;

/** What follows from what is known: figures, days of health and of the lead score. */
const make = async (known: Known, { place, now }: Recomputation) => {
  const scoredOf = Map.groupBy(known.health.scores, (row) => row.account);
  const historyOf = (num: number): readonly Omit<ScoreDay, 'points'>[] => [
    ...(known.healthBefore.get(num) ?? []).filter((row) => !known.days.includes(row.day)),
    ...(scoredOf.get(num) ?? []),
  ];
  const histories = new Map(known.nums.map((num) => [num, historyOf(num).toSorted((a, b) => (a.day < b.day ? -1 : 1))]));
  const figures = await mapWithPauses(known.nums, (num) =>
    accountFigure({
      num,
      id: known.scope.accounts.get(num)!.id,
      knowledge: known.knowledge.get(num)!,
      moves: movesAsOf(known.ledgers.get(num)!, now),
      today: known.health.last.get(num),
      change: changeOf(histories.get(num)!, known.today),
      override: known.overrides.get(num) ?? null,
      lastUseAt: known.health.lastUseAt.get(num) ?? null,
      lead: known.lead,
      place,
      now,
    }),
  );
  const leads = figures.flatMap((figure) =>
    leadRow(figure, leadsBefore(known, figure.account_num).at(-1), { today: known.today, version: known.lead.version }),
  );
  const leadsOfAll = [...known.knowledge.values()].flatMap((one) => one.leads);
  const people = await mapWithPauses(leadsOfAll, (lead) => personFigure(lead, known.lead, now));
  return { histories, figures, leads, people };
};

type Made = Awaited<ReturnType<typeof make>>;

const write = (deps: SignalsDeps, { asked, known, made }: { asked: Recomputation; known: Known; made: Made }): Promise<void> =>
  deps.postgres.transaction(async (tx) => {
    const { place, now } = asked;
    const { ws } = place;
    const { scope, knowledge, ledgers } = known;
    await writeLedgers(tx, ws, await rowsOf(scope, (num) => ledgerRows(ledgers.get(num)!, knowledge.get(num)!)));
    await writeAccountMrr(tx, ws, await rowsOf(scope, (num) => mrrRows(knowledge.get(num)!)));
    await keepScores(tx, ws, 'health', { accounts: known.nums, days: known.days, rows: known.health.scores });
    await clearScores(tx, ws, scope.gone);
    await writeAccountHealth(tx, ws, { judged: judgedToday(known), at: now, version: known.healthVersion });
    await clearAccountHealth(tx, ws, scope.gone);
    await writeScores(tx, ws, 'lead_score', made.leads);
    await writeAccountFigures(tx, ws, made.figures, now);
    await clearAccountFigures(tx, ws, scope.gone);
    await writePersonFigures(tx, ws, made.people, now);
  });

const judgedToday = ({ nums, health }: Known) => nums.map((account) => ({ account, inputs: health.last.get(account)?.inputs ?? null }));

const leadsBefore = (known: Known, account: number): readonly Omit<ScoreDay, 'points'>[] =>
  [known.leadBefore.get(account) ?? [], known.leadHistory.get(account) ?? []].flat();

const crossingsOf = (known: Known, made: Made): readonly SignalCrossing[] => {
  const since = toldSince(known.today);
  const leadOf = new Map(made.leads.map((row) => [row.account, row]));
  return known.nums.flatMap((account) => {
    // The lead score is kept on the days on which it changed, so that the day before a change may lie far back.
    const leads = [...leadsBefore(known, account), ...[leadOf.get(account) ?? []].flat()];
    return [
      ...crossingsIn(account, 'health', lastCrossing(made.histories.get(account)!, since)),
      ...crossingsIn(account, 'lead_score', lastCrossing(leads, since)),
    ];
  });
};

const DAY_MS = 86_400_000;

const crossingsIn = (account: number, signal: SignalCrossing['signal'], crossing: Crossing | null): readonly SignalCrossing[] =>
  crossing === null ? [] : [{ account, signal, ...crossing }];

// Whoever was merged or removed keeps nothing: the account that stands for it has its facts.
const rowsOf = async <Row>(scope: AccountScope, rows: (account: number) => readonly Row[]): Promise<ReadonlyMap<number, readonly Row[]>> =>
  new Map([
    ...scope.gone.map((num): [number, readonly Row[]] => [num, []]),
    ...(await mapWithPauses(scope.accounts.keys(), (num): [number, readonly Row[]] => [num, rows(num)])),
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
