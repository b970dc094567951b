import type { LifecycleMove, StageRule } from '../../contracts.ts';
import type { LifecycleInput } from './input.ts';
import { type BelievedMove, believedMoves, lateInstants } from './ledger.ts';
import { lifecycleMoves } from './lifecycle-moves.ts';

/** A version of the rules: saved at an instant, for what happens from then on, or for all history. The first one rules since ever. */
export interface RuleVersion {
  readonly version: number;
  readonly rules: readonly StageRule[];
  readonly savedAt: number;
  readonly reach: 'history' | 'future';
}

/** What moves an account, without the rules. */
export type LifecycleKnowledge = Omit<LifecycleInput, 'rules' | 'ruleVersion'>;

/**
 * Which moves did ONE account make under rules that changed, as far as one could know by `now`? A version that reaches through history replaces all
 * before it; one for the future decides what is entered from its saving on, and leaves what stood then.
 */
export const movesUnder = (versions: readonly RuleVersion[], knowledge: LifecycleKnowledge): readonly LifecycleMove[] => {
  const ruling = rulingBy(versions, knowledge.now);
  const parts = ruling.map((one, index) => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : one.savedAt;
    const until = ruling[index + 1]?.savedAt ?? Number.POSITIVE_INFINITY;
    const moves = lifecycleMoves({ ...knowledge, rules: one.rules, ruleVersion: one.version });
    return ruling.length === 1 ? moves : moves.filter((move) => move.enteredAt >= from && move.enteredAt < until);
  });
  return parts.length === 1 ? parts[0]! : chained(parts.flat());
};

/**
 * The whole ledger of ONE account from its facts and the versions of the rules alone: what was believed at any instant up to `now`. As `ledgerOf`, and
 * the past keeps what was believed under the rules of then.
 */
export const ledgerUnder = (versions: readonly RuleVersion[], knowledge: LifecycleKnowledge): readonly BelievedMove[] => {
  const late = versions.flatMap(({ rules, version }) => lateInstants({ ...knowledge, rules, ruleVersion: version }));
  const changes = versions.slice(1).map((one) => one.savedAt);
  const turns = [...new Set([Number.NEGATIVE_INFINITY, ...late, ...changes])].filter((turn) => turn <= knowledge.now).sort((a, b) => a - b);
  return turns.reduce<readonly BelievedMove[]>((ledger, turn, index) => {
    const until = index + 1 < turns.length ? turns[index + 1]! - 1 : knowledge.now;
    return believedMoves(ledger, movesUnder(versions, { ...knowledge, now: until }), turn);
  }, []);
};

/** Which versions decide by `now` (UTC ms), the oldest first: the last that reaches through history and those after it. */
export const rulingBy = (versions: readonly RuleVersion[], now: number): readonly RuleVersion[] => {
  const saved = versions.filter((one, index) => index === 0 || one.savedAt <= now);
  const whole = saved.findLastIndex((one) => one.reach === 'history');
  return saved.slice(Math.max(0, whole));
};

const chained = (moves: readonly LifecycleMove[]): readonly LifecycleMove[] => {
  const kept = moves.filter((move, index) => move.stage !== moves[index - 1]?.stage);
  return kept.map((move, index) => ({ ...move, from: kept[index - 1]?.stage ?? null, leftAt: kept[index + 1]?.enteredAt ?? null }));
};
