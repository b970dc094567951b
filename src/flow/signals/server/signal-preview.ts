import { dateOf } from '#kernel/calendar.ts';
import { HealthBand } from '#kernel/signal.ts';
import type { SignalPreview } from '../contracts.ts';
import { type Judged, previewOf } from '../domain/formula-preview.ts';
import type { HealthDefinition } from '../domain/health/health-definition.ts';
import { NOTHING_KNOWN, recordAt } from '../domain/lead-score/account-lead-score.ts';
import type { LeadDefinition } from '../domain/lead-score/lead-definition.ts';
import { type LeadScoreResult, leadScoreOf } from '../domain/lead-score/lead-score-of.ts';
import { mrrStepsOf } from '../domain/lifecycle/subscription-steps.ts';
import { accountScope, sampleAccounts } from '../store/account-scope.ts';
import { samplePeople } from '../store/lead-people.ts';
import { subscriptionBeliefs } from '../store/lifecycle-facts.ts';
import { healthDefinition, leadDefinition } from '../store/signal-versions.ts';
import type { Place, SignalsDeps } from './deps.ts';
import { healthOnDays } from './health.ts';
import { knownLeads } from './lead-knowledge.ts';

const SAMPLE = 500;

/** How healthy would real accounts be by this formula now? A word that was set by hand is left aside. */
export const previewHealth = async (deps: SignalsDeps, place: Place, tried: HealthDefinition): Promise<SignalPreview> => {
  const { db } = deps.postgres;
  const asOf = deps.clock.now();
  const sample = await sampleAccounts(db, place.ws, SAMPLE);
  const nums = sample.map(({ num }) => num);
  const [scope, ruling] = await Promise.all([accountScope(db, place.ws, nums), healthDefinition(db, place.ws)]);
  const beliefs = await subscriptionBeliefs(deps.clickhouse, scope, asOf);
  const inCurrency = (mrrMinor: number, currency: string) => (currency === place.currency ? mrrMinor : null);
  const mrrSteps = new Map(nums.map((num) => [num, mrrStepsOf(beliefs.get(num) ?? [], place.timeZone, inCurrency)]));
  const by = (definition: HealthDefinition) =>
    healthOnDays(deps, { place, scope, days: [dateOf(asOf, place.timeZone)], definition, asOf, mrrSteps });
  const [now, then] = await Promise.all([by(ruling), by(tried)]);
  const judged = sample.flatMap(({ num, id, name }): Judged[] => {
    const [before, after] = [now.last.get(num)?.health, then.last.get(num)?.health];
    if (!before || !after) return [];
    const standing = ({ band, score }: typeof before) => ({ group: band, score });
    return [{ kind: 'account', id, name, now: standing(before), tried: standing(after) }];
  });
  return previewOf(judged, HealthBand.options);
};

/** How good would real leads be by this formula now? Their names are for those who may see personal data. */
export const previewLeadScore = async (
  deps: SignalsDeps,
  ws: number,
  { tried, withNames }: { readonly tried: LeadDefinition; readonly withNames: boolean },
): Promise<SignalPreview> => {
  const { db } = deps.postgres;
  const asOf = deps.clock.now();
  const sample = await samplePeople(db, ws, SAMPLE);
  const people = sample.map(({ num }) => num);
  const by = async (definition: LeadDefinition) => {
    const leads = await knownLeads(deps, ws, { of: { people }, definition, asOf });
    return new Map(leads.map((lead) => [lead.num, leadScoreOf(definition, recordAt(lead, asOf) ?? NOTHING_KNOWN, lead.facts, asOf)]));
  };
  const [now, then] = await Promise.all([leadDefinition(db, ws).then(by), by(tried)]);
  const judged = sample.flatMap(({ num, id, name }): Judged[] => {
    const [before, after] = [now.get(num), then.get(num)];
    if (!before || !after) return [];
    return [{ kind: 'person', id, name: withNames ? name : null, now: standingOf(before), tried: standingOf(after) }];
  });
  return previewOf(judged, LEAD_GROUPS);
};

const NO_GRADE = '–';
const LEAD_GROUPS = ['A', 'B', 'C', 'D', NO_GRADE].flatMap((grade) => [1, 2, 3].map((band) => `${grade}${band}`));

const standingOf = ({ grade, band, score }: LeadScoreResult) => ({ group: `${grade ?? NO_GRADE}${band}`, score });
