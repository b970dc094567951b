import { addDays, daysBetween, startOfDate } from '#kernel/calendar.ts';
import type { StageTrigger } from '../../contracts.ts';
import type { PaidLife } from './customer-lives.ts';
import type { Evidence, Moment, MrrStep, ScoreStep, TermStep } from './input.ts';
import { inOrder, type Stretch } from './steps.ts';

/** One end of a stretch during which a trigger holds, with what showed it. */
export interface Edge {
  readonly at: number;
  readonly known: number;
  readonly evidence: Evidence;
}

/** A stretch during which a trigger holds; `off` is null while it lasts. */
export interface Holding {
  readonly on: Edge;
  readonly off: Edge | null;
}

type Of<Kind extends StageTrigger['kind']> = Extract<StageTrigger, { kind: Kind }>;

/** When did it pay more than at the start of its life, by at least the ratio? Until it pays no more than that. */
export const aboveStart = ({ byRatio }: Of<'mrr_above_start'>, lives: readonly PaidLife[]): readonly Holding[] =>
  lives.flatMap((life) => {
    const limit = life.steps[0]!.mrrMinor * (1 + byRatio);
    return holdings([...life.steps, ...(life.end === null ? [] : [life.end])], (step) => step.mrrMinor > limit, mrrEdge);
  });

/** When did the lead score and its grade reach the threshold? Until one of them falls below it. */
export const scoreReached = ({ atLeast, gradeAtLeast }: Of<'lead_score'>, scores: readonly ScoreStep[]): readonly Holding[] =>
  holdings(
    inOrder(scores),
    (step) => step.score >= atLeast && step.grade !== null && step.grade <= gradeAtLeast,
    (step) => ({ ...step, evidence: { event: 'lead_scored', at: step.at, subject: null, note: `${step.grade ?? '–'} ${step.score}` } }),
  );

/**
 * When was a term of a paying customer about to end within `days` local days? Until it is renewed, is dropped, or the life ends: a term
 * that ran out while the customer still pays is overdue, and stays. A term must be at least twice as long as the window, else a monthly plan would be
 * renewing always. Windows of several subscriptions that overlap are one.
 */
export const termEnding = (
  { days }: Of<'term_ends_within'>,
  terms: readonly TermStep[],
  lives: readonly PaidLife[],
  zone: string,
): readonly Holding[] => {
  const windows = [...Map.groupBy(terms, (term) => term.subject).values()].flatMap((ofOne) => {
    const steps = inOrder(ofOne);
    return steps.flatMap((step, index) => {
      const opensAt = windowOpens(step, days, zone);
      const next = steps[index + 1] ?? null;
      if (opensAt === null || (next !== null && next.at <= opensAt)) return [];
      return [{ on: { ...termEdge(step), at: opensAt }, off: next === null ? null : termEdge(next) }];
    });
  });
  return lives.flatMap((life) => joined(windows.flatMap((window) => clipped(window, life))));
};

/** At which instant does the window of this term open? Null when the term has no end or is too short for it. */
export const windowOpens = ({ at, startsOn, endsOn }: TermStep, days: number, zone: string): number | null => {
  if (endsOn === null || (startsOn !== null && daysBetween(startsOn, endsOn) < 2 * days)) return null;
  return Math.max(at, startOfDate(addDays(endsOn, -days), zone));
};

/** The stretches in which a trigger holds within lives as a customer: what began before counts from the life's start. */
export const duringLives = (held: readonly Holding[], lives: readonly (Stretch & { readonly known: number })[]): readonly Holding[] =>
  lives.flatMap((life) =>
    held.flatMap((one) => {
      if (!meets(one, life)) return [];
      const on = { ...one.on, at: Math.max(one.on.at, life.from), known: Math.max(one.on.known, life.known) };
      return [{ on, off: one.off !== null && (life.to === null || one.off.at < life.to) ? one.off : null }];
    }),
  );

/** The edges of the stretches as moments of a trigger. */
export const edgeMoments = (trigger: string, held: readonly Holding[]): readonly Moment[] =>
  held.flatMap(({ on, off }) => [
    { trigger, edge: 'on' as const, at: on.at, known: on.known, evidence: [on.evidence] },
    ...(off === null ? [] : [{ trigger, edge: 'off' as const, at: off.at, known: off.known, evidence: [off.evidence] }]),
  ]);

/** What a change of MRR shows. Amounts stay out of it: not everyone who reads a ledger may see money. */
export const mrrEdge = ({ at, known, subject }: MrrStep): Edge => ({
  at,
  known,
  evidence: { event: 'mrr_changed', at, subject: subject ?? null, note: '' },
});

const termEdge = ({ at, known, subject, endsOn }: TermStep): Edge => ({
  at,
  known,
  evidence: { event: endsOn === null ? 'term_dropped' : 'term_agreed', at, subject, note: endsOn ?? '' },
});

const holdings = <Step>(steps: readonly Step[], holds: (step: Step) => boolean, edgeOf: (step: Step) => Edge): readonly Holding[] => {
  const held: Holding[] = [];
  for (const step of steps) {
    const last = held.at(-1);
    const open = last !== undefined && last.off === null;
    if (holds(step) && !open) held.push({ on: edgeOf(step), off: null });
    if (!holds(step) && open) held[held.length - 1] = { on: last.on, off: edgeOf(step) };
  }
  return held;
};

const meets = ({ on, off }: Holding, { from, to }: Stretch): boolean => (to === null || on.at < to) && (off === null || off.at > from);

// A window from before the life is of an older contract: it does not open the new life's renewal. One that outlasts the life ends with it.
const clipped = (window: Holding, life: PaidLife): readonly Holding[] => {
  if (window.on.at < life.from || !meets(window, life)) return [];
  const end = life.end === null ? null : mrrEdge(life.end);
  return [{ on: window.on, off: end !== null && (window.off === null || window.off.at > end.at) ? end : window.off }];
};

const joined = (windows: readonly Holding[]): readonly Holding[] => {
  const apart: Holding[] = [];
  for (const window of [...windows].sort((a, b) => a.on.at - b.on.at || a.on.known - b.on.known)) {
    const last = apart.at(-1);
    if (last === undefined || (last.off !== null && last.off.at < window.on.at)) apart.push(window);
    else if (last.off !== null && (window.off === null || window.off.at > last.off.at))
      apart[apart.length - 1] = { on: last.on, off: window.off };
  }
  return apart;
};
