import type { Worth } from '#flow/measures/index.ts';
import { fieldsOf } from '#kernel/condition.ts';
import { mapWithPauses } from '#platform/pauses.ts';
import type { StageTrigger } from '../contracts.ts';
import { leadScoreSteps } from '../domain/lead-score/account-lead-score.ts';
import type { LeadDefinition } from '../domain/lead-score/lead-definition.ts';
import { paidLives } from '../domain/lifecycle/customer-lives.ts';
import type { MrrStep, TermStep } from '../domain/lifecycle/input.ts';
import type { LifecycleKnowledge, RuleVersion } from '../domain/lifecycle/rule-history.ts';
import { inOrder } from '../domain/lifecycle/steps.ts';
import { mrrStepsOf, type SubscriptionBelief, termStepsOf } from '../domain/lifecycle/subscription-steps.ts';
import { type KeyedTrigger, keyedTriggers } from '../domain/lifecycle/triggers.ts';
import type { AccountScope } from '../store/account-scope.ts';
import {
  attributeSteps,
  dealFacts,
  type FactTrigger,
  factsSince,
  type LoadedFact,
  MOST_FACTS,
  type OfAccount,
  propertiesOf,
  subscriptionBeliefs,
  triggerFacts,
} from '../store/lifecycle-facts.ts';
import { type Place, type SignalsDeps, worthOf } from './deps.ts';
import { type KnownLead, knownLeads } from './lead-knowledge.ts';

/** Everything that the signals of one account are made of, besides its use of the product. */
export interface AccountKnowledge {
  readonly lifecycle: LifecycleKnowledge;
  /** What it pays in the workspace's currency; currencies without a rate are left out, as in the revenue measures. */
  readonly mrrSteps: readonly MrrStep[];
  readonly terms: readonly ReturnType<typeof termStepsOf>[number][];
  readonly leads: readonly KnownLead[];
}

/** What to load knowledge with. */
export interface KnowledgeQuestion {
  readonly place: Place;
  readonly scope: AccountScope;
  readonly versions: readonly RuleVersion[];
  readonly lead: LeadDefinition;
  /** Nothing known after this instant (UTC ms) is loaded. */
  readonly asOf: number;
}

/** What is known of these accounts that can move them, in a few questions to the event store for all of them together? */
export const lifecycleKnowledge = async (
  deps: SignalsDeps,
  question: KnowledgeQuestion,
): Promise<ReadonlyMap<number, AccountKnowledge>> => {
  const { place, scope, versions, lead, asOf } = question;
  const triggers = versions.flatMap(({ rules }) => keyedTriggers(rules));
  const fields = propertiesOf(triggers.map(({ trigger }) => trigger));
  const accounts = [...scope.accounts.keys()];
  const [worth, beliefs, leads, deals, early, attributes] = await Promise.all([
    worthOf(deps, place),
    subscriptionBeliefs(deps.clickhouse, scope, asOf),
    knownLeads(deps, place.ws, { of: { accounts }, definition: lead, asOf }),
    dealFacts(deps.clickhouse, scope, fields, asOf),
    Promise.all(
      triggers.filter((keyed) => isFact(keyed) && keyed.keep !== 'life').map((keyed) => earlyFacts(deps, question, keyed, fields)),
    ),
    attributeSteps(deps.clickhouse, scope, attributesOf(versions), asOf),
  ]);
  const paid = new Map(
    await mapWithPauses(accounts, (account) => [account, paymentsOf(beliefs.get(account) ?? [], question, { triggers, worth })] as const),
  );
  const begun = new Set(
    triggers.flatMap(({ stage, trigger }) => (stage === 'onboarding' && trigger.kind === 'fact' ? trigger.events : [])),
  );
  const starts = accounts.flatMap((account) => {
    const facts = early.flatMap((found) => found.get(account) ?? []).filter((fact) => begun.has(fact.event));
    return startsOf(paid.get(account)!.nominal, facts).map((start) => [account, start] as const);
  });
  const lived = await Promise.all(
    triggers
      .filter((keyed) => isFact(keyed) && keyed.keep === 'life')
      .map((keyed) => livedFacts(deps, question, { keyed, fields, starts })),
  );
  const leadsOf = Map.groupBy(leads, (one) => one.account);
  const scored = triggers.some(({ trigger }) => trigger.kind === 'lead_score');
  return new Map(
    await mapWithPauses(accounts, (account) => {
      const { nominal, converted, terms } = paid.get(account)!;
      const own = leadsOf.get(account) ?? [];
      const lifecycle: LifecycleKnowledge = {
        facts: onceEach([deals, ...early, ...lived], account),
        mrrSteps: nominal,
        termEnds: terms,
        scores: scored ? leadScoreSteps(lead, own, asOf) : [],
        attributes: attributes.get(account) ?? [],
        now: asOf,
        zone: place.timeZone,
      };
      return [account, { lifecycle, mrrSteps: converted, terms, leads: own }] as const;
    }),
  );
};

const isFact = ({ trigger }: KeyedTrigger): boolean => trigger.kind === 'fact';

const earlyFacts = (deps: SignalsDeps, { scope, asOf }: KnowledgeQuestion, { trigger, keep }: KeyedTrigger, fields: readonly string[]) =>
  triggerFacts(deps.clickhouse, scope, { trigger: trigger as FactTrigger, most: keep === 'first' ? 1 : MOST_FACTS, fields, asOf });

const livedFacts = async (
  deps: SignalsDeps,
  { scope, asOf }: KnowledgeQuestion,
  { keyed, fields, starts }: { keyed: KeyedTrigger; fields: readonly string[]; starts: readonly (readonly [number, number])[] },
): Promise<OfAccount<LoadedFact>> => {
  if (starts.length === 0) return new Map();
  const trigger = keyed.trigger as FactTrigger;
  // The first of a life decides, but where a later one can move the account again: back into Renewing, or past its rule's condition.
  const once = keyed.stage !== 'renewing' && keyed.onlyIf === null;
  return factsSince(deps.clickhouse, scope, {
    trigger,
    most: once && (trigger.people ?? 1) === 1 ? trigger.times : MOST_FACTS,
    fields,
    asOf,
    starts,
  });
};

const attributesOf = (versions: readonly RuleVersion[]): readonly string[] => [
  ...new Set(versions.flatMap(({ rules }) => rules.flatMap((rule) => (rule.onlyIf === null ? [] : fieldsOf(rule.onlyIf))))),
];

const paymentsOf = (
  beliefs: readonly SubscriptionBelief[],
  { place, asOf }: KnowledgeQuestion,
  { triggers, worth }: { readonly triggers: readonly { readonly trigger: StageTrigger }[]; readonly worth: Worth },
) => {
  const windows = triggers.flatMap(({ trigger }) => (trigger.kind === 'term_ends_within' ? [trigger.days] : []));
  const isWithoutRate = beliefs.some((belief) => worth(0, belief.currency) === null);
  // Who pays in a currency without a rate is a customer all the same: the lifecycle counts the amount as it stands.
  const nominal = mrrStepsOf(beliefs, place.timeZone, (mrrMinor, currency) => worth(mrrMinor, currency) ?? mrrMinor);
  const terms = termStepsOf(beliefs, {
    zone: place.timeZone,
    now: asOf,
    leastDays: windows.length === 0 ? Number.POSITIVE_INFINITY : 2 * Math.min(...windows),
  });
  return {
    nominal,
    converted: isWithoutRate ? mrrStepsOf(beliefs, place.timeZone, worth) : nominal,
    terms: terms satisfies readonly TermStep[],
  };
};

/** At which instants may a life as a customer have begun, in any belief? Facts of a life are loaded from each of them on. */
const startsOf = (steps: readonly MrrStep[], facts: readonly LoadedFact[]): readonly number[] => {
  const believed = paidLives(inOrder(steps)).map((life) => life.from);
  const corrected = new Set(steps.map((step) => step.at)).size < steps.length;
  const doubtful = corrected ? steps.filter((step) => step.mrrMinor > 0).map((step) => step.at) : [];
  return [...new Set([...believed, ...doubtful, ...facts.map((fact) => fact.at)])];
};

const onceEach = (found: readonly OfAccount<LoadedFact>[], account: number): readonly LoadedFact[] => [
  // Who did it is loaded only where a trigger asks for people: that one is kept.
  ...new Map(
    found
      .flatMap((facts) => facts.get(account) ?? [])
      .sort((a, b) => (a.person ?? 0) - (b.person ?? 0))
      .map((fact) => [fact.id, fact]),
  ).values(),
];
