import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { River, RiverFlow, RiverStage } from '../../contracts.ts';

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
  /** Corner and size in the picture. */
  readonly box: Box;
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

/** Water between two banks, or in from the spring (`from` null), or away (`to` is what it fell to). */
export interface Stream {
  readonly key: string;
  readonly kind: 'onward' | 'skip' | 'back' | 'spring' | 'fall';
  readonly flow: RiverFlow;
  readonly value: number;
  /** Filled when `filled`, else drawn as a line of width `width`. */
  readonly path: string;
  readonly filled: boolean;
  readonly width: number;
  /** Where its number may stand. */
  readonly label: { readonly x: number; readonly y: number };
}

export interface RiverLayout {
  readonly banks: readonly Bank[];
  readonly streams: readonly Stream[];
  /** Picture units for one account or one minor unit of money. */
  readonly scale: number;
}

const THINNEST = 1.5;
const SMALLEST_BANK = 3;
const REACH = 46;
const WELL_DEPTH = 30;
const WIDEST_WELL = 1.4;
const WIDEST_LOOP = 30;
const EARLIEST_FALL: LifeStage = 'churned';

/**
 * Where does everything of the river stand? Banks and streams share one scale, so a ribbon twice as wide is twice as many. Streams of one
 * side of a bank lie beside each other around its middle; what flows back or falls away leaves on the far side of the bed.
 */
export const riverLayout = (river: River, frame: RiverFrame, unit: RiverUnit): RiverLayout => {
  const stages = LIFE_STAGES.map((stage) => river.stages.find((one) => one.stage === stage)).filter((one) => one !== undefined);
  const worthOf = (one: { readonly accounts: number; readonly mrrMinor: number | null }): number =>
    unit === 'money' ? (one.mrrMinor ?? 0) : one.accounts;
  const flows = river.flows.filter((flow) => worthOf(flow) > 0 && flow.to !== null);
  const scale = scaleOf(stages, flows, worthOf, frame);
  const pitch = frame.along / Math.max(1, stages.length);
  const centre = (frame.bedStart + frame.bedEnd) / 2;
  const banks = stages.map((figures, at) =>
    bankOf({ figures, value: worthOf(figures), middle: pitch * (at + 0.5), centre, scale, frame, unit }),
  );
  const byStage = new Map(banks.map((bank) => [bank.stage, bank]));
  return { banks, streams: streamsOf(flows, byStage, { frame, scale, centre, worthOf }), scale };
};

/** Which kind of stream is a flow? Onward to the next bank, over some banks, back to an earlier one, out of the spring, or away. */
export const kindOfFlow = ({ from, to }: Pick<RiverFlow, 'from' | 'to'>): Stream['kind'] => {
  if (from === null) return 'spring';
  if (to === null || to === EARLIEST_FALL) return 'fall';
  const step = LIFE_STAGES.indexOf(to) - LIFE_STAGES.indexOf(from);
  return step < 0 ? 'back' : step === 1 ? 'onward' : 'skip';
};

type WorthOf = (one: { readonly accounts: number; readonly mrrMinor: number | null }) => number;

const scaleOf = (stages: readonly RiverStage[], flows: readonly RiverFlow[], worthOf: WorthOf, frame: RiverFrame): number => {
  const sideSum = (pick: (flow: RiverFlow) => boolean): number => flows.filter(pick).reduce((sum, flow) => sum + worthOf(flow), 0);
  const onBed = (flow: RiverFlow): boolean => ['onward', 'skip'].includes(kindOfFlow(flow));
  const most = Math.max(
    1,
    ...stages.flatMap((one) => [
      worthOf(one),
      sideSum((flow) => flow.from === one.stage && onBed(flow)),
      sideSum((flow) => flow.to === one.stage && onBed(flow)),
    ]),
  );
  return (frame.bedEnd - frame.bedStart) / most;
};

interface BankInput {
  readonly figures: RiverStage;
  readonly value: number;
  readonly middle: number;
  readonly centre: number;
  readonly scale: number;
  readonly frame: RiverFrame;
  readonly unit: RiverUnit;
}

const bankOf = ({ figures, value, middle, centre, scale, frame, unit }: BankInput): Bank => {
  const breadth = value === 0 ? SMALLEST_BANK : Math.max(SMALLEST_BANK, value * scale);
  const stuck = unit === 'money' ? (figures.stuckMrrMinor ?? 0) : figures.stuck;
  const stillBreadth = value === 0 ? 0 : (stuck / value) * breadth;
  const box = place(frame, { along: middle - frame.bankSize / 2, length: frame.bankSize, across: centre - breadth / 2, breadth });
  const still =
    stillBreadth > 0.5
      ? place(frame, {
          along: middle - frame.bankSize / 2,
          length: frame.bankSize,
          across: centre + breadth / 2 - stillBreadth,
          breadth: stillBreadth,
        })
      : null;
  return { stage: figures.stage, figures, value, box, still, middle };
};

const place = (
  frame: RiverFrame,
  { along, length, across, breadth }: { along: number; length: number; across: number; breadth: number },
): Box =>
  frame.upright ? { x: across, y: along, width: breadth, height: length } : { x: along, y: across, width: length, height: breadth };

interface StreamInput {
  readonly frame: RiverFrame;
  readonly scale: number;
  readonly centre: number;
  readonly worthOf: WorthOf;
}

const streamsOf = (flows: readonly RiverFlow[], banks: ReadonlyMap<LifeStage, Bank>, input: StreamInput): readonly Stream[] => {
  const order = (stage: LifeStage | null): number => (stage === null ? -1 : LIFE_STAGES.indexOf(stage));
  const ofKind = (...kinds: Stream['kind'][]) => flows.filter((flow) => kinds.includes(kindOfFlow(flow)));
  const onBed = ofKind('onward', 'skip').sort((a, b) => order(a.to) - order(b.to) || order(b.from) - order(a.from));
  const outgoing = sideOffsets(onBed, (flow) => flow.from, input);
  const incoming = sideOffsets(
    [...onBed].sort((a, b) => order(b.from) - order(a.from)),
    (flow) => flow.to,
    input,
  );
  const ribbons = onBed.flatMap((flow) =>
    ribbonOf(flow, banks, { ...input, start: outgoing.get(flow) ?? 0, end: incoming.get(flow) ?? 0 }),
  );
  // Longer loops lie further out, so that they do not cross the shorter ones inside them.
  const loops = ofKind('back').map((flow) => loopOf(flow, banks, input));
  const away = ofKind('fall').map((flow) => fallOf(flow, banks, input));
  const springs = ofKind('spring').map((flow) => springOf(flow, banks, input));
  return [...springs, ...ribbons, ...loops, ...away].filter((stream) => stream !== null);
};

/** Where each stream of a bank's side begins, measured from the middle of the bed. */
const sideOffsets = (
  flows: readonly RiverFlow[],
  stageOf: (flow: RiverFlow) => LifeStage | null,
  { scale, worthOf }: StreamInput,
): Map<RiverFlow, number> => {
  const offsets = new Map<RiverFlow, number>();
  for (const side of Map.groupBy(flows, stageOf).values()) {
    let at = -(side.reduce((sum, flow) => sum + worthOf(flow), 0) * scale) / 2;
    for (const flow of side) {
      offsets.set(flow, at);
      at += worthOf(flow) * scale;
    }
  }
  return offsets;
};

const ribbonOf = (flow: RiverFlow, banks: ReadonlyMap<LifeStage, Bank>, input: StreamInput & { start: number; end: number }): Stream[] => {
  const from = flow.from && banks.get(flow.from);
  const to = flow.to && banks.get(flow.to);
  if (!from || !to) return [];
  const { frame, scale, centre, worthOf } = input;
  const width = Math.max(THINNEST, worthOf(flow) * scale);
  const [a, b] = [from.middle + frame.bankSize / 2, to.middle - frame.bankSize / 2];
  const bend = Math.min((b - a) / 2, 90);
  const [s, e] = [centre + input.start, centre + input.end];
  const p = pointIn(frame);
  const path = `M${p(a, s)}C${p(a + bend, s)} ${p(b - bend, e)} ${p(b, e)}L${p(b, e + width)}C${p(b - bend, e + width)} ${p(a + bend, s + width)} ${p(a, s + width)}Z`;
  return [
    {
      key: `${flow.from}>${flow.to}`,
      kind: kindOfFlow(flow),
      flow,
      value: worthOf(flow),
      path,
      filled: true,
      width,
      label: labelAt(frame, (a + b) / 2, (s + e + width) / 2),
    },
  ];
};

const loopOf = (flow: RiverFlow, banks: ReadonlyMap<LifeStage, Bank>, { frame, scale, centre, worthOf }: StreamInput): Stream | null => {
  const from = flow.from && banks.get(flow.from);
  const to = flow.to && banks.get(flow.to);
  if (!from || !to) return null;
  // Wider than this a loop would cover what stands beside it; its number says how many it is.
  const width = Math.min(WIDEST_LOOP, Math.max(THINNEST, worthOf(flow) * scale));
  const far = (bank: Bank): number => centre + breadthOf(bank, frame) / 2;
  const reach = frame.bedEnd + 14 + Math.abs(from.middle - to.middle) * 0.06;
  const p = pointIn(frame);
  const path = `M${p(from.middle, far(from))}C${p(from.middle, reach)} ${p(to.middle, reach)} ${p(to.middle, far(to))}`;
  return {
    key: `${flow.from}>${flow.to}`,
    kind: 'back',
    flow,
    value: worthOf(flow),
    path,
    filled: false,
    width,
    label: labelAt(frame, (from.middle + to.middle) / 2, (reach * 3 + far(from)) / 4),
  };
};

const fallOf = (flow: RiverFlow, banks: ReadonlyMap<LifeStage, Bank>, { frame, scale, centre, worthOf }: StreamInput): Stream | null => {
  const from = flow.from && banks.get(flow.from);
  if (!from) return null;
  const width = Math.min(frame.bankSize * WIDEST_WELL, Math.max(THINNEST, worthOf(flow) * scale));
  const start = centre + breadthOf(from, frame) / 2;
  const end = frame.bedEnd + REACH;
  const slide = frame.bankSize * 0.9;
  const p = pointIn(frame);
  const path = `M${p(from.middle, start)}C${p(from.middle, start + (end - start) / 2)} ${p(from.middle + slide, end - 20)} ${p(from.middle + slide, end)}`;
  return {
    key: `${flow.from}>away`,
    kind: 'fall',
    flow,
    value: worthOf(flow),
    path,
    filled: false,
    width,
    label: labelAt(frame, from.middle + slide, end + 12),
  };
};

const springOf = (flow: RiverFlow, banks: ReadonlyMap<LifeStage, Bank>, input: StreamInput): Stream | null => {
  const to = flow.to && banks.get(flow.to);
  if (!to) return null;
  return flow.to === LIFE_STAGES[0] ? sourceOf(flow, to, input) : wellOf(flow, to, input);
};

/** The source of the river: true to scale, from the near edge of the picture into the first bank. */
const sourceOf = (flow: RiverFlow, to: Bank, { frame, scale, centre, worthOf }: StreamInput): Stream => {
  const width = Math.max(THINNEST, worthOf(flow) * scale);
  const [start, end] = [frame.upright ? Math.max(0, to.middle - 40) : 0, to.middle - frame.bankSize / 2];
  const p = pointIn(frame);
  const near = centre - width / 2;
  const path = `M${p(start, near)}L${p(end, near)}L${p(end, near + width)}L${p(start, near + width)}Z`;
  return {
    key: `spring>${flow.to}`,
    kind: 'spring',
    flow,
    value: worthOf(flow),
    path,
    filled: true,
    width,
    label: labelAt(frame, (start + end) / 2, centre),
  };
};

/** Water that comes up in the middle of the river: straight down onto its bank, never wider than the bank may bear. */
const wellOf = (flow: RiverFlow, to: Bank, { frame, scale, centre, worthOf }: StreamInput): Stream => {
  const width = Math.min(frame.bankSize * WIDEST_WELL, Math.max(THINNEST, worthOf(flow) * scale));
  const end = centre - breadthOf(to, frame) / 2;
  const start = Math.max(frame.bedStart, end - WELL_DEPTH);
  const p = pointIn(frame);
  const path = `M${p(to.middle - width / 2, start)}L${p(to.middle + width / 2, start)}L${p(to.middle + width / 2, end)}L${p(to.middle - width / 2, end)}Z`;
  return {
    key: `spring>${flow.to}`,
    kind: 'spring',
    flow,
    value: worthOf(flow),
    path,
    filled: true,
    width,
    label: labelAt(frame, to.middle, start - 9),
  };
};

const breadthOf = (bank: Bank, frame: RiverFrame): number => (frame.upright ? bank.box.width : bank.box.height);

const round = (value: number): number => Math.round(value * 10) / 10;
const pointIn =
  (frame: RiverFrame) =>
  (along: number, across: number): string =>
    frame.upright ? `${round(across)},${round(along)}` : `${round(along)},${round(across)}`;
const labelAt = (frame: RiverFrame, along: number, across: number): { x: number; y: number } =>
  frame.upright ? { x: round(across), y: round(along) } : { x: round(along), y: round(across) };
