/** A run whose goal may still be reached. */
export interface UnsettledRun {
  readonly id: string;
  readonly playId: string;
  readonly account: number;
  readonly goalBy: number;
  readonly heldAtStart: boolean;
}

export type GoalVerdict = 'open' | 'reached' | 'missed';

/**
 * Was the goal reached, given that its condition is met or not at `now`? A goal that was met from the start (still pays, in good health) says
 * nothing before the window ends: it counts only if it is met then. The first look after the end decides for good.
 */
export const goalVerdict = (run: UnsettledRun, isMet: boolean, now: number): GoalVerdict => {
  const isOver = now >= run.goalBy;
  if (isMet && (isOver || !run.heldAtStart)) return 'reached';
  return isOver ? 'missed' : 'open';
};
