import type { LifecycleMove } from '../../contracts.ts';
import type { LifecycleInput } from './input.ts';
import { momentsOf } from './moments-of.ts';
import { movesOf } from './moves-of.ts';

/**
 * Which moves through the lifecycle did ONE account make, as far as one could know by `now` (UTC ms)? Asked with an earlier `now` it
 * answers what was believed then. The rules of movement are those of `movesOf`.
 */
export const lifecycleMoves = (input: LifecycleInput): readonly LifecycleMove[] => movesOf(momentsOf(input), input);
