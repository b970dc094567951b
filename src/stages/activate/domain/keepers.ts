import { falseDiscoveryRates } from '#kernel/statistics/false-discovery.ts';
import { fitLogistic } from '#kernel/statistics/logistic.ts';
import { twoSidedP } from '#kernel/statistics/normal.ts';
import { type ScoreTest, scoreTest } from '#kernel/statistics/score-test.ts';
import { columnsOfLikeness } from './alike.ts';
import { type Candidate, candidatesOf } from './behaviours.ts';
import { type Effect, standardisedEffect } from './effect.ts';
import type { Behaviour, CustomerStart, EarlyCounts } from './starts.ts';

/**
 * `act`: something done once or a few times. `use`: use of a feature, which goes up and down with how content a customer is anyway: a sign rather than
 * a lever. They are weighed apart, so that plain use does not hide the acts that lead to it.
 */
export type Kind = 'act' | 'use';

/** What is said of a behaviour: it stands by itself; a stronger one of its kind explains it; chance explains it. */
export type Verdict = 'stands' | 'explained' | 'chance';

/** The most telling threshold of one event or feature, weighed. */
export interface Finding extends Behaviour {
  readonly kind: Kind;
  readonly verdict: Verdict;
  /** Place in the list of the finding that explains it. */
  readonly explainedBy: number | null;
  /** Customers that showed it, and how many of them, and of the others, stayed. */
  readonly shown: number;
  readonly stayedWith: number;
  readonly stayedWithout: number;
  /** Among customers alike in plan, size and month of start. */
  readonly effect: Effect | null;
  readonly z: number;
  /** The rate of false discoveries at which it is one (Benjamini–Hochberg over all that was tried). */
  readonly falseRate: number;
  /** The other thresholds of the same event and days. */
  readonly curve: readonly Threshold[];
}

export interface Threshold {
  readonly times: number;
  readonly people: number;
  readonly shown: number;
  readonly stayedWith: number;
  readonly stayedWithout: number;
  readonly falseRate: number;
}

export interface Keepers {
  readonly customers: number;
  readonly stayed: number;
  readonly tried: number;
  readonly findings: readonly Finding[];
}

/** A behaviour is called a discovery when of such at most this share are false. */
const FALSE_SHARE = 0.05;
/** Fewer customers that left, or that stayed, than these tell nothing apart. */
export const LEAST_OUTCOMES = 10;

const MOST_FINDINGS = 30;
const MOST_STEPS = 6;

/**
 * Which early behaviours separate the customers that stay from those that leave? Every threshold is tested among customers alike; the best of each event
 * and feature is kept, and those of a kind are taken one after another as long as each says something that those before it do not.
 */
export const findKeepers = (starts: readonly CustomerStart[], counts: readonly EarlyCounts[]): Keepers => {
  const outcomes = Float64Array.from(starts, ({ stayed }) => (stayed ? 1 : 0));
  const stayed = outcomes.reduce((sum, one) => sum + one, 0);
  const nothing = { customers: starts.length, stayed, tried: 0, findings: [] };
  if (Math.min(stayed, starts.length - stayed) < LEAST_OUTCOMES) return nothing;
  const alike = columnsOfLikeness(starts);
  const test = testBeyond(alike, outcomes);
  if (test === null) return nothing;
  const candidates = candidatesOf(counts);
  const scores = candidates.map(({ shown }) => test(shown));
  const rates = falseDiscoveryRates(scores.map(twoSidedP));
  const weighed = candidates.map((candidate, index) => ({ candidate, z: scores[index]!, falseRate: rates[index]! }));
  const using = new Set(counts.flatMap(({ event, feature }) => (feature === null ? [] : [event])));
  const kindOf = ({ event }: Behaviour): Kind => (using.has(event) ? 'use' : 'act');
  const judged = (['act', 'use'] as const).flatMap((kind) =>
    judge(
      weighed.filter(({ candidate }) => kindOf(candidate) === kind),
      { alike, outcomes, tried: candidates.length },
    ),
  );
  const listed = judged.sort(inOrder).slice(0, MOST_FINDINGS);
  return {
    ...{ customers: starts.length, stayed, tried: candidates.length },
    findings: listed.map(({ weight, verdict, by }) => {
      const { candidate, z, falseRate } = weight;
      const { event, feature, times, people, withinDays } = candidate;
      const place = listed.findIndex((one) => by !== null && one.weight === by);
      return {
        ...{ event, feature, times, people, withinDays, z, falseRate, verdict, kind: kindOf(candidate) },
        ...sharesOf(candidate, outcomes),
        explainedBy: place < 0 ? null : place,
        effect: standardisedEffect(alike, candidate.shown, outcomes),
        curve: weighed
          .filter((one) => isSameDoing(one.candidate, candidate) && one.candidate.withinDays === withinDays)
          .map(thresholdOf(outcomes)),
      };
    }),
  };
};

interface Weighed {
  readonly candidate: Candidate;
  readonly z: number;
  readonly falseRate: number;
}

interface Judged {
  readonly weight: Weighed;
  readonly verdict: Verdict;
  readonly by: Weighed | null;
}

interface Ground {
  readonly alike: readonly ArrayLike<number>[];
  readonly outcomes: Float64Array;
  readonly tried: number;
}

const testBeyond = (columns: readonly ArrayLike<number>[], outcomes: Float64Array): ScoreTest | null => {
  const fit = fitLogistic({ columns, outcomes, method: 'firth' });
  return fit && scoreTest({ columns, outcomes, fit });
};

// Forward selection: the strongest first; what it leaves unexplained is tested again beyond it.
const judge = (all: readonly Weighed[], { alike, outcomes, tried }: Ground): readonly Judged[] => {
  const best = bestOfEach(all);
  const chance = best
    .filter(({ falseRate }) => falseRate > FALSE_SHARE)
    .map((weight) => ({ weight, verdict: 'chance' as const, by: null }));
  let open = best.filter(({ falseRate }) => falseRate <= FALSE_SHARE);
  const taken: Weighed[] = [];
  const explained: Judged[] = [];
  while (open.length > 0) {
    const [next, ...rest] = open as [Weighed, ...Weighed[]];
    taken.push(next);
    const test = testBeyond([...alike, ...taken.map(({ candidate }) => candidate.shown)], outcomes);
    if (test === null || taken.length === MOST_STEPS) {
      explained.push(...rest.map((weight) => ({ weight, verdict: 'explained' as const, by: taken[0]! })));
      break;
    }
    const left = rest.map((weight) => ({ weight, z: test(weight.candidate.shown) }));
    const rates = falseDiscoveryRates(
      left.map(({ z }) => twoSidedP(z)),
      tried,
    );
    const falls = left.filter(({ weight, z }, index) => rates[index]! > FALSE_SHARE || z * weight.z < 0);
    explained.push(...falls.map(({ weight }) => ({ weight, verdict: 'explained' as const, by: next })));
    open = left
      .filter((one) => !falls.includes(one))
      .sort((a, b) => Math.abs(b.z) - Math.abs(a.z))
      .map(({ weight }) => weight);
  }
  return [...taken.map((weight) => ({ weight, verdict: 'stands' as const, by: null })), ...explained, ...chance];
};

// Of thresholds that are nearly as telling, the earliest: it can be acted on sooner. Within the same days the most telling.
const bestOfEach = (all: readonly Weighed[]): readonly Weighed[] =>
  [...Map.groupBy(all, ({ candidate }) => `${candidate.event}\n${candidate.feature ?? ''}`).values()]
    .map((own) => {
      const furthest = Math.max(...own.map(({ z }) => Math.abs(z)));
      const telling = own.filter(({ z }) => Math.abs(z) >= NEARLY * furthest);
      const days = Math.min(...telling.map(({ candidate }) => candidate.withinDays));
      return telling.filter(({ candidate }) => candidate.withinDays === days).sort(byDistance)[0]!;
    })
    .sort(byDistance);

const NEARLY = 0.9;
const byDistance = (a: Weighed, b: Weighed): number => Math.abs(b.z) - Math.abs(a.z);

const VERDICTS: readonly Verdict[] = ['stands', 'explained', 'chance'];

// What stands first, and of that the acts; then by how far from chance.
const inOrder = (a: Judged, b: Judged): number =>
  VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || Math.abs(b.weight.z) - Math.abs(a.weight.z);

const sharesOf = ({ shown, count }: Candidate, outcomes: Float64Array) => {
  let stayedWith = 0;
  let stayed = 0;
  for (let index = 0; index < outcomes.length; index++) {
    stayed += outcomes[index]!;
    stayedWith += outcomes[index]! * shown[index]!;
  }
  return { shown: count, stayedWith, stayedWithout: stayed - stayedWith };
};

const thresholdOf =
  (outcomes: Float64Array) =>
  ({ candidate, falseRate }: Weighed): Threshold => ({
    ...{ times: candidate.times, people: candidate.people, falseRate },
    ...sharesOf(candidate, outcomes),
  });

const isSameDoing = (one: Behaviour, other: Behaviour): boolean => one.event === other.event && one.feature === other.feature;
