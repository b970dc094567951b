import { dateOf } from '#kernel/calendar.ts';
import type { LifecycleMove } from '../contracts.ts';
import { revenueFigures } from '../domain/figures.ts';
import { bandWithOverride, type HealthOverride, healthChange28 } from '../domain/health/health-over-time.ts';
import { accountScoreAt, NOTHING_KNOWN, recordAt } from '../domain/lead-score/account-lead-score.ts';
import type { LeadDefinition } from '../domain/lead-score/lead-definition.ts';
import { leadScoreOf } from '../domain/lead-score/lead-score-of.ts';
import { renewalOf } from '../domain/lifecycle/renewal-of.ts';
import { inOrder, visibleAt } from '../domain/lifecycle/steps.ts';
import type { AccountFigure, PersonFigure } from '../store/figures.ts';
import type { ScoreDay } from '../store/scores.ts';
import type { Place } from './deps.ts';
import type { DayOfHealth } from './health.ts';
import type { KnownLead } from './lead-knowledge.ts';
import type { AccountKnowledge } from './lifecycle-knowledge.ts';

/** What the figures of an account are made of. */
export interface FigureSources {
  readonly num: number;
  readonly id: string;
  readonly knowledge: AccountKnowledge;
  readonly moves: readonly LifecycleMove[];
  readonly today: DayOfHealth | undefined;
  readonly change: number | null;
  readonly override: HealthOverride | null;
  readonly lastUseAt: number | null;
  readonly lead: LeadDefinition;
  readonly place: Place;
  readonly now: number;
}

/** The current figures of an account. */
export const accountFigure = (from: FigureSources): AccountFigure => {
  const { knowledge, today, place, now, lead } = from;
  const zone = place.timeZone;
  const standing = from.moves.at(-1);
  // Since when it is a customer follows from what it pays in any currency, how much from those with a rate alone.
  const life = revenueFigures({ mrrSteps: knowledge.lifecycle.mrrSteps, termEnds: [] }, now, zone);
  const paid = revenueFigures({ mrrSteps: knowledge.mrrSteps, termEnds: [] }, now, zone);
  const firstPaid = inOrder(visibleAt(knowledge.lifecycle.mrrSteps, now)).find((step) => step.mrrMinor > 0);
  const leadScore = knowledge.leads.length === 0 ? null : accountScoreAt(lead, knowledge.leads, now);
  const known = leadScore !== null && (leadScore.fit !== null || leadScore.engagement > 0);
  return {
    account_num: from.num,
    account_id: from.id,
    stage: standing?.stage ?? null,
    stage_since: standing?.enteredAt ?? null,
    mrr_minor: paid.mrrMinor ?? 0,
    mrr_peak_minor: paid.mrrPeakMinor ?? 0,
    first_paid_on: firstPaid === undefined ? null : dateOf(firstPaid.at, zone),
    customer_since: life.customerSince,
    renews_on: life.customerSince === null ? null : renewalOf(visibleAt(knowledge.terms, now)),
    health: today?.health?.score ?? null,
    health_band: bandWithOverride(today?.health?.band ?? 'unknown', from.override, now, zone).band,
    health_confidence: today?.health?.confidence ?? 0,
    health_change: from.change,
    lead_score: known ? leadScore.score : null,
    lead_grade: known ? leadScore.grade : null,
    last_active_at: from.lastUseAt,
    active_days_28: today?.facts.activeDays ?? 0,
    active_people_28: today?.facts.activePeople ?? 0,
    open_tickets: today?.facts.openTickets ?? 0,
  };
};

/** By how many points health changed over 28 days. */
export const changeOf = (history: readonly Omit<ScoreDay, 'points'>[], today: string): number | null =>
  healthChange28(
    history.map(({ day, score, band, confidence, version }) => ({ day, score, band: band as 'good', confidence, version })),
    today,
  );

/** The current figures of a person. A person of whom nothing counts has no score. */
export const personFigure = (person: KnownLead, lead: LeadDefinition, now: number): PersonFigure => {
  const { fit, engagement, score, grade } = leadScoreOf(lead, recordAt(person, now) ?? NOTHING_KNOWN, person.facts, now);
  const known = fit !== null || engagement > 0;
  return { person_num: person.num, lead_score: known ? score : null, lead_grade: known ? grade : null, last_seen_at: person.lastSeenAt };
};
