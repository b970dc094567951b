import type { LifecycleMove } from '../../contracts.ts';
import { matchingFacts } from './fact-moments.ts';
import type { LifecycleInput } from './input.ts';
import { lifecycleMoves } from './lifecycle-moves.ts';
import { windowOpens } from './state-moments.ts';
import { countsFrom, type Dated } from './steps.ts';
import { DEAL_FACTS, type KeyedTrigger, keyedTriggers } from './triggers.ts';

/** A move with the time during which it was believed: from `knownFrom` until `knownTo` (exclusive; null while it still is). */
export interface BelievedMove extends LifecycleMove {
  readonly knownFrom: number;
  readonly knownTo: number | null;
}

/**
 * What is believed after the account's moves turned out to be `next`, at the instant `changedAt`? Stored moves that are no longer among them are
 * closed at `changedAt` (and vanish when they were never believed before it), new ones are believed from then on, or from when they were entered and
 * known if that is later. With new rules call it at the instant of the change: the past keeps what was believed under the old ones. With
 * nothing stored and `changedAt` at the beginning of time it is the ledger of facts that came in order.
 */
export const believedMoves = (
  stored: readonly BelievedMove[],
  next: readonly LifecycleMove[],
  changedAt: number,
): readonly BelievedMove[] => {
  const wanted = new Map(next.map((move) => [identityOf(move), move]));
  const kept = stored.flatMap((move): readonly BelievedMove[] => {
    if (move.knownTo !== null) return [move];
    const same = wanted.get(identityOf(move));
    if (same !== undefined) return [{ ...move, from: same.from, leftAt: same.leftAt }];
    return move.knownFrom < changedAt ? [{ ...move, knownTo: changedAt }] : [];
  });
  const open = new Set(kept.filter((move) => move.knownTo === null).map(identityOf));
  const added = next
    .filter((move) => !open.has(identityOf(move)))
    .map((move) => ({ ...move, knownFrom: Math.max(move.enteredAt, move.knownAt, changedAt), knownTo: null }));
  return [...kept, ...added].sort((a, b) => a.enteredAt - b.enteredAt || a.knownFrom - b.knownFrom);
};

/** What did the ledger say at the instant `asOf`? `from` and `leftAt` follow from the moves believed then. */
export const movesAsOf = (ledger: readonly BelievedMove[], asOf: number): readonly LifecycleMove[] => {
  const believed = ledger
    .filter((move) => move.knownFrom <= asOf && move.enteredAt <= asOf && (move.knownTo === null || move.knownTo > asOf))
    .sort((a, b) => a.enteredAt - b.enteredAt);
  return believed.map(({ knownFrom: _from, knownTo: _to, ...move }, index) => ({
    ...move,
    from: believed[index - 1]?.stage ?? null,
    leftAt: believed[index + 1]?.enteredAt ?? null,
  }));
};

/**
 * The whole ledger of ONE account from its facts alone, whenever they are loaded: what was believed at any instant up to `now`, as
 * if it had been kept from the beginning. For a first computation, and after an import that declares its rows known in the past.
 */
export const ledgerOf = (input: LifecycleInput): readonly BelievedMove[] => {
  const turns = [Number.NEGATIVE_INFINITY, ...lateInstants(input).filter((instant) => instant <= input.now)];
  // Between two late arrivals everything came in order, so that the moves up to the next one only ever grew at their end.
  return turns.reduce<readonly BelievedMove[]>((ledger, turn, index) => {
    const until = index + 1 < turns.length ? turns[index + 1]! - 1 : input.now;
    return believedMoves(ledger, lifecycleMoves({ ...input, now: until }), turn);
  }, []);
};

const identityOf = ({ stage, enteredAt, cause }: LifecycleMove): string => `${enteredAt} ${stage} ${cause}`;

/** When did something become known that happened before, or together with, something that counted already? In order of time, once each. */
export const lateInstants = (input: LifecycleInput): readonly number[] => {
  const dated = [...datesOf(input)].sort((a, b) => b.at - a.at);
  const late = new Set<number>();
  let earliest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < dated.length; ) {
    const at = dated[index]!.at;
    const together: number[] = [];
    for (; dated[index]?.at === at; index++) together.push(countsFrom(dated[index]!));
    earliest = Math.min(earliest, ...together);
    for (const counts of together) if (counts > earliest) late.add(counts);
  }
  return [...late].sort((a, b) => a - b);
};

const datesOf = (input: LifecycleInput): readonly Dated[] => {
  const triggers = keyedTriggers(input.rules);
  return [
    ...triggers.flatMap((keyed) => factDates(keyed, input)),
    ...input.facts.filter((fact) => DEAL_FACTS.some((name) => name === fact.event)),
    ...input.mrrSteps,
    ...input.termEnds,
    ...triggers.flatMap((keyed) => windowDates(keyed, input)),
    ...input.scores,
    ...(triggers.some((keyed) => keyed.onlyIf !== null) ? input.attributes : []),
  ];
};

// Of facts of which the first one counts, those that neither happened nor counted before another are repeats that change nothing.
const factDates = ({ trigger, keep }: KeyedTrigger, input: LifecycleInput): readonly Dated[] => {
  if (trigger.kind !== 'fact') return [];
  const matches = matchingFacts(input.facts, trigger);
  if (keep !== 'first') return matches;
  let soonest = Number.POSITIVE_INFINITY;
  return matches.filter((fact) => {
    const news = countsFrom(fact) < soonest;
    soonest = Math.min(soonest, countsFrom(fact));
    return news;
  });
};

// A window opens by the calendar alone: it moves an account without a fact.
const windowDates = ({ trigger }: KeyedTrigger, { termEnds, zone }: LifecycleInput): readonly Dated[] =>
  trigger.kind !== 'term_ends_within'
    ? []
    : termEnds.flatMap((term) => windowOpens(term, trigger.days, zone) ?? []).map((at) => ({ at, known: at }));
