import type { LifecycleFact, Moment } from './input.ts';
import { DEAL_LOST } from './triggers.ts';

const RANK: Readonly<Record<string, number>> = { deal_opened: 0, deal_won: 1, deal_lost: 2 };

/**
 * At which instants was a deal lost and no other left, open or won? Then a prospect falls back into nurture. Of one instant, openings count before
 * losses; deals without an id count as one.
 */
export const dealLostMoments = (facts: readonly LifecycleFact[]): readonly Moment[] => {
  const deals = facts.filter((fact) => fact.event in RANK).sort((a, b) => a.at - b.at || RANK[a.event]! - RANK[b.event]!);
  const alive = new Set<string | null>();
  const moments: Moment[] = [];
  for (const { event, at, known, subject } of deals) {
    if (event !== 'deal_lost') alive.add(subject);
    else {
      alive.delete(subject);
      if (alive.size === 0) moments.push({ trigger: DEAL_LOST, edge: 'met', at, known, evidence: [{ event, at, subject, note: '' }] });
    }
  }
  return moments;
};
