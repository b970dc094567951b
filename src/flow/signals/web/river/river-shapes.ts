import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { RiverFlow, RiverStage } from '../../contracts.ts';

/** What the widths stand for. */
export type RiverUnit = 'accounts' | 'money';

/** `along` is the way the water goes, `across` the width of the bed; a phone's river flows down, a desk's to the right. */
export interface RiverFrame {
  readonly along: number;
  readonly bedStart: number;
  readonly bedEnd: number;
  readonly upright: boolean;
  readonly bankSize: number;
}

export interface Bank {
  readonly stage: LifeStage;
  readonly figures: RiverStage;
  readonly value: number;
  /** Corner and size of what stands here now. */
  readonly box: Box;
  /** The whole bank: what stands here, or what went through when that was more. */
  readonly reach: Box;
  /** The part that stands still: longer here than three quarters of those who went through. */
  readonly still: Box | null;
  /** Middle of the bank along the river, for its words. */
  readonly middle: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Water between two banks, or in from the spring (`from` null), or away (`to` is what it fell to). */
export interface Stream {
  readonly key: string;
  readonly kind: 'onward' | 'skip' | 'back' | 'spring' | 'fall';
  readonly flow: RiverFlow;
  readonly value: number;
  /** An area when `filled`, else a line of width `width`. */
  readonly path: string;
  readonly filled: boolean;
  readonly width: number;
  /** Where its number may stand, the best place first. */
  readonly labels: readonly Point[];
}

export interface RiverLayout {
  readonly banks: readonly Bank[];
  readonly streams: readonly Stream[];
  /** Picture units for one account or one minor unit of money. */
  readonly scale: number;
  /** How far the drawing reaches across. */
  readonly end: number;
}

/** How much is a bank or a flow worth in the unit asked for? */
export type WorthOf = (one: { readonly accounts: number; readonly mrrMinor: number | null }) => number;

const EARLIEST_FALL: LifeStage = 'churned';

/** Which kind of stream is a flow? Onward to the next bank, over some banks, back to an earlier one, out of the spring, or away. */
export const kindOfFlow = ({ from, to }: Pick<RiverFlow, 'from' | 'to'>): Stream['kind'] => {
  if (from === null) return 'spring';
  if (to === null || to === EARLIEST_FALL) return 'fall';
  const step = LIFE_STAGES.indexOf(to) - LIFE_STAGES.indexOf(from);
  return step < 0 ? 'back' : step === 1 ? 'onward' : 'skip';
};
