import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { RiverFlow, RiverStage } from '../../contracts.ts';
import { kindOfFlow, type RiverFrame, type WorthOf } from './river-shapes.ts';

/** One bank with the places at which its streams meet it, and those that pass it; all measured across the river. */
export interface Column {
  readonly figures: RiverStage;
  /** Middle along the river. */
  readonly middle: number;
  readonly start: number;
  readonly breadth: number;
  /** Where each stream begins on the side that faces the source, on the other side, and beside the bank. */
  readonly near: ReadonlyMap<RiverFlow, number>;
  readonly far: ReadonlyMap<RiverFlow, number>;
  readonly passing: ReadonlyMap<RiverFlow, number>;
  /** Where the lowest stream that passes ends. */
  readonly end: number;
}

export interface ColumnInput {
  readonly stages: readonly RiverStage[];
  readonly flows: readonly RiverFlow[];
  readonly worthOf: WorthOf;
  readonly frame: RiverFrame;
}

const THINNEST = 1.5;
const LANE_GAP = 4;
const BANK_GAP = 9;
/** The least share of the bed that is left for water, however many streams want a gap of their own. */
const LEAST_WATER = 0.3;

/** An empty bank is still seen. */
export const SMALLEST_BANK = 3;

/** How wide is a stream drawn? At least so wide that it is seen. */
export const widthOf = (worth: number, scale: number): number => Math.max(THINNEST, worth * scale);

/** The largest scale at which every bank, with all that meets and passes it, finds room in the bed. */
export const heldScale = (input: ColumnInput): number => {
  const { frame, worthOf, stages } = input;
  const bed = frame.bedEnd - frame.bedStart;
  const sum = (flows: readonly RiverFlow[]): number => flows.reduce((total, flow) => total + worthOf(flow), 0);
  const scales = stages.map((figures) => {
    const { near, far, above, below } = meetingAt(figures.stage, input.flows);
    const lanes = above.length + below.length;
    const units = Math.max(worthOf(figures), sum(near), sum(far)) + sum(above) + sum(below);
    const fixed = SMALLEST_BANK + THINNEST * (lanes + Math.max(near.length, far.length)) + gapsOf(above) + gapsOf(below);
    return units === 0 ? Number.POSITIVE_INFINITY : Math.max(bed - fixed, bed * LEAST_WATER) / units;
  });
  const scale = Math.min(...scales);
  return Number.isFinite(scale) ? scale : 1;
};

/** Every bank in its place, with the places of its streams. */
export const columnsOf = (input: ColumnInput & { readonly scale: number }): readonly Column[] => {
  const { frame, stages, flows, worthOf, scale } = input;
  const pitch = frame.along / Math.max(1, stages.length);
  const centre = (frame.bedStart + frame.bedEnd) / 2;
  const wide = (flow: RiverFlow): number => widthOf(worthOf(flow), scale);
  const total = (some: readonly RiverFlow[]): number => some.reduce((sum, flow) => sum + wide(flow), 0);
  return stages.map((figures, at) => {
    const { near, far, above, below } = meetingAt(figures.stage, flows);
    const breadth = Math.max(SMALLEST_BANK, worthOf(figures) * scale, total(near), total(far));
    const over = total(above) + gapsOf(above);
    const under = total(below) + gapsOf(below);
    const start = centre - (over + breadth + under) / 2 + over;
    const stacked = (some: readonly RiverFlow[], from: number, gap: number): [RiverFlow, number][] => {
      let here = from;
      return some.map((flow) => {
        const place: [RiverFlow, number] = [flow, here];
        here += wide(flow) + gap;
        return place;
      });
    };
    const side = (some: readonly RiverFlow[]) => new Map(stacked(some, start + (breadth - total(some)) / 2, 0));
    return {
      figures,
      middle: pitch * (at + 0.5),
      start,
      breadth,
      near: side(near),
      far: side(far),
      passing: new Map([...stacked(above, start - over, LANE_GAP), ...stacked(below, start + breadth + BANK_GAP, LANE_GAP)]),
      end: start + breadth + under,
    };
  });
};

const gapsOf = (lanes: readonly RiverFlow[]): number => (lanes.length === 0 ? 0 : BANK_GAP + LANE_GAP * (lanes.length - 1));

// On each side from top to bottom, so that no two streams of one bank cross: new water, then what came the longest way; below what goes back,
// the longest way lowest; last what falls.
const meetingAt = (stage: LifeStage, flows: readonly RiverFlow[]) => {
  const order = (one: LifeStage | null): number => (one === null ? -1 : LIFE_STAGES.indexOf(one));
  const here = order(stage);
  const pick = (kinds: readonly string[], is: (flow: RiverFlow) => boolean): RiverFlow[] =>
    flows.filter((flow) => kinds.includes(kindOfFlow(flow)) && is(flow));
  const byFrom = (a: RiverFlow, b: RiverFlow): number => order(a.from) - order(b.from);
  const byToBackward = (a: RiverFlow, b: RiverFlow): number => order(b.to) - order(a.to);
  const outermost = (a: RiverFlow, b: RiverFlow): number => byFrom(a, b) || byToBackward(a, b);
  return {
    near: [
      ...pick(['spring'], (flow) => flow.to === stage),
      ...pick(['onward', 'skip'], (flow) => flow.to === stage).sort(byFrom),
      ...pick(['back'], (flow) => flow.from === stage).sort(byToBackward),
    ],
    far: [
      ...pick(['onward', 'skip'], (flow) => flow.from === stage).sort(byToBackward),
      ...pick(['back'], (flow) => flow.to === stage).sort(byFrom),
      ...pick(['fall'], (flow) => flow.from === stage),
    ],
    above: pick(['skip'], (flow) => order(flow.from) < here && here < order(flow.to)).sort(outermost),
    below: pick(['back'], (flow) => order(flow.to) < here && here < order(flow.from)).sort(outermost),
  };
};
