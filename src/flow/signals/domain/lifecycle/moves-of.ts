import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { LifecycleMove, StageRule } from '../../contracts.ts';
import { metAt } from './attributes-at.ts';
import type { AttributeStep, Moment } from './input.ts';
import { visibleAt } from './steps.ts';
import { DEAL_LOST, type KeyedTrigger, keyedTriggers } from './triggers.ts';

/** What the reducer needs beside the moments. */
export interface MoveRules {
  readonly rules: readonly StageRule[];
  readonly ruleVersion: number;
  readonly attributes: readonly AttributeStep[];
  readonly now: number;
}

/**
 * Which moves did ONE account make, given the moments of its triggers? In order of time, each ending where the next begins, the last one open.
 *
 * - A prospect (stages 1 to 5) only goes forward, and may skip stages. One thing takes it back: when every deal is lost, Opportunity falls to
 *   Qualified (cause `deal_lost`), from where a new deal opens Opportunity again. A stage without rules is passed over.
 * - Onboarding, or the first moment of a later stage, makes it a customer; from then on the stages of a prospect never apply again.
 * - A customer stands in the last of these that holds: Onboarding; Active, from its milestone on (who was Expanded has passed it); Expanded, while it
 *   pays more than at its start; Renewing, while a term is about to end. So it leaves Renewing for what held beneath. What a fact began holds to
 *   the end of the life; Renewing also ends when a term's window closes.
 * - Churned ends the life; only Onboarding or later begins a new one (won back), in which every milestone counts anew.
 * - All moments of one instant count together and make at most one move: first what ends (terms, thresholds, the life), then what begins, then
 *   a lost deal. The cause is the first trigger, in the order of the rules, that leads into the stage.
 * - A rule's condition is asked with the attributes of that instant; a state that holds but does not meet it yet is asked again whenever an
 *   attribute changes, and once in, it stays until the state ends.
 * - A move is known when the last of its evidence was. Nothing after `now` exists.
 */
export const movesOf = (moments: readonly Moment[], rules: MoveRules): readonly LifecycleMove[] => {
  const triggers = new Map(keyedTriggers(rules.rules).map((keyed, order) => [keyed.key, { ...keyed, order }]));
  const attributes = visibleAt(rules.attributes, rules.now);
  const past = moments.filter((moment) => moment.at <= rules.now && (moment.trigger === DEAL_LOST || triggers.has(moment.trigger)));
  const byInstant = Map.groupBy(past, (moment) => moment.at);
  const conditional = [...triggers.values()].some((keyed) => keyed.onlyIf !== null);
  const instants = new Set([...byInstant.keys(), ...(conditional ? attributes.map((step) => step.at) : [])]);
  const moves: LifecycleMove[] = [];
  let standing = NOBODY;
  for (const at of [...instants].sort((a, b) => a - b)) {
    const news = newsAt(at, byInstant.get(at) ?? [], standing, triggers, attributes);
    const next = stand(standing, news, triggers);
    if (next.stage !== null && next.stage !== standing.stage) enter(moves, at, next, standing, news, rules.ruleVersion);
    standing = next;
  }
  return moves;
};

type Triggers = ReadonlyMap<string, KeyedTrigger & { readonly order: number }>;

interface Standing {
  readonly stage: LifeStage | null;
  readonly life: 'prospect' | 'customer' | 'lost';
  readonly activated: boolean;
  /** Triggers of a customer's stages that hold now. */
  readonly held: ReadonlySet<string>;
  /** States that hold without meeting their rule's condition. */
  readonly waiting: ReadonlyMap<string, Moment>;
}

const NOBODY: Standing = { stage: null, life: 'prospect', activated: false, held: new Set(), waiting: new Map() };

/** What an instant brings: the triggers that begin, those that end, whether all deals are lost. */
interface News {
  readonly begun: readonly Moment[];
  readonly ended: readonly Moment[];
  readonly dealLost: Moment | null;
  readonly waiting: ReadonlyMap<string, Moment>;
}

const newsAt = (
  at: number,
  moments: readonly Moment[],
  { waiting }: Standing,
  triggers: Triggers,
  attributes: readonly AttributeStep[],
): News => {
  const still = new Map(waiting);
  const ended = moments.filter((moment) => moment.edge === 'off');
  for (const moment of ended) still.delete(moment.trigger);
  for (const moment of moments) if (moment.edge === 'on') still.set(moment.trigger, moment);
  const begun: Moment[] = [];
  const points = moments.filter((moment) => moment.edge === 'met' && moment.trigger !== DEAL_LOST);
  for (const moment of [...points, ...still.values()]) {
    const met = metAt(triggers.get(moment.trigger)!.onlyIf, attributes, at);
    if (met === null) continue;
    begun.push({ ...moment, known: Math.max(moment.known, met.known) });
    still.delete(moment.trigger);
  }
  begun.sort((a, b) => triggers.get(a.trigger)!.order - triggers.get(b.trigger)!.order || a.known - b.known);
  return { begun, ended, dealLost: moments.find((moment) => moment.trigger === DEAL_LOST) ?? null, waiting: still };
};

const stand = (before: Standing, news: News, triggers: Triggers): Standing => {
  const begunIn = (...stages: readonly LifeStage[]) => news.begun.filter(({ trigger }) => stages.includes(triggers.get(trigger)!.stage));
  const ends = before.life === 'customer' && begunIn('churned').length > 0;
  const lived = begunIn('active', 'expanded', 'renewing');
  const begins = lived.length > 0 || begunIn('onboarding').length > 0;
  const { waiting } = news;
  if (!begins && (ends || before.life === 'lost')) {
    const unasked = [...waiting].filter(([key]) => triggers.get(key)!.keep !== 'life');
    return { ...NOBODY, stage: 'churned', life: 'lost', waiting: new Map(unasked) };
  }
  if (!begins && before.life === 'prospect') return { ...before, stage: prospectStage(before.stage, news, triggers), waiting };
  const held = new Set(ends ? [] : before.held);
  for (const { trigger } of news.ended) held.delete(trigger);
  for (const { trigger } of lived) held.add(trigger);
  if (news.ended.some(({ trigger }) => triggers.get(trigger)!.stage === 'renewing')) dropPoints(held, triggers);
  const holds = (stage: LifeStage): boolean => [...held].some((key) => triggers.get(key)!.stage === stage);
  const activated = (before.activated && !ends) || holds('active') || holds('expanded');
  const settled = activated || !isUsed('onboarding', triggers) ? 'active' : 'onboarding';
  return { stage: customerStage(holds, settled), life: 'customer', activated, held, waiting };
};

const prospectStage = (before: LifeStage | null, { begun, dealLost }: News, triggers: Triggers): LifeStage | null => {
  const reached = Math.max(
    before === null ? -1 : LIFE_STAGES.indexOf(before),
    ...begun.map(({ trigger }) => LIFE_STAGES.indexOf(triggers.get(trigger)!.stage)).filter((index) => index <= OPPORTUNITY),
  );
  if (reached !== OPPORTUNITY || dealLost === null) return LIFE_STAGES[reached] ?? null;
  return LIFE_STAGES.slice(0, OPPORTUNITY).findLast((stage) => isUsed(stage, triggers)) ?? 'qualified';
};

const isUsed = (stage: LifeStage, triggers: Triggers): boolean => [...triggers.values()].some((keyed) => keyed.stage === stage);

const OPPORTUNITY = LIFE_STAGES.indexOf('opportunity');

const customerStage = (holds: (stage: LifeStage) => boolean, settled: LifeStage): LifeStage => {
  if (holds('renewing')) return 'renewing';
  return holds('expanded') ? 'expanded' : settled;
};

// A fact that opened Renewing has no end of its own: the renewal that ends a term's window ends it too.
const dropPoints = (held: Set<string>, triggers: Triggers): void => {
  for (const key of held) {
    const { stage, trigger } = triggers.get(key)!;
    if (stage === 'renewing' && trigger.kind === 'fact') held.delete(key);
  }
};

const enter = (moves: LifecycleMove[], at: number, next: Standing, before: Standing, news: News, ruleVersion: number): void => {
  const last = moves.at(-1);
  if (last !== undefined) moves[moves.length - 1] = { ...last, leftAt: at };
  const { cause, moment } = causeOf(next.stage!, before, news);
  const evidence = [...moment.evidence];
  moves.push({ stage: next.stage!, from: before.stage, enteredAt: at, leftAt: null, knownAt: moment.known, cause, evidence, ruleVersion });
};

const causeOf = (stage: LifeStage, before: Standing, news: News): { readonly cause: string; readonly moment: Moment } => {
  const of = (moments: readonly Moment[], from: LifeStage | null) => moments.find(({ trigger }) => trigger.startsWith(`${from}.`));
  if (news.dealLost !== null && LIFE_STAGES.indexOf(stage) < OPPORTUNITY) return { cause: DEAL_LOST, moment: news.dealLost };
  const begun = of(news.begun, stage);
  if (begun !== undefined) return { cause: begun.trigger, moment: begun };
  const ended = of(news.ended, before.stage) ?? news.ended[0];
  if (ended !== undefined) return { cause: `${ended.trigger}.ended`, moment: ended };
  return { cause: news.begun[0]!.trigger, moment: news.begun[0]! };
};
