import { LIFE_STAGES } from '#kernel/stage-of-life.ts';
import type { RiverFlow } from '../../contracts.ts';
import { type Column, widthOf } from './river-columns.ts';
import { kindOfFlow, type Point, type RiverFrame, type Stream, type WorthOf } from './river-shapes.ts';

interface StreamInput {
  readonly frame: RiverFrame;
  readonly scale: number;
  readonly worthOf: WorthOf;
}

const FALL = 34;
const SPRING = 22;
const LABEL = 11;
/** How far from a bank its falls and springs turn. */
const TURN = 9;
/** Of a quarter of a circle as a Bézier curve. */
const ROUND = 0.5523;

/** The shape of every stream, and how far the lowest of them reaches across. */
export const streamsOf = (
  flows: readonly RiverFlow[],
  columns: readonly Column[],
  input: StreamInput,
): { readonly streams: readonly Stream[]; readonly end: number } => {
  const at = (stage: RiverFlow['from']): Column | undefined => columns.find((column) => column.figures.stage === stage);
  const drawn = flows.flatMap((flow): Drawn[] => {
    const [from, to] = [at(flow.from), at(flow.to)];
    const kind = kindOfFlow(flow);
    const found =
      kind === 'spring'
        ? to && springOf(flow, to, input)
        : kind === 'fall'
          ? from && fallOf(flow, from, input)
          : from && to && ribbonOf(flow, { kind, from, to, columns }, input);
    return found ? [found] : [];
  });
  const bottoms = columns.map((column) => column.end);
  // What only passes is drawn first, so that what meets a bank lies above it.
  const depth: Readonly<Record<Stream['kind'], number>> = { skip: 0, onward: 1, back: 2, spring: 3, fall: 4 };
  return {
    streams: drawn.map((one) => one.stream).sort((a, b) => depth[a.kind] - depth[b.kind]),
    end: Math.max(input.frame.bedStart, ...bottoms, ...drawn.map((one) => one.end)),
  };
};

interface Drawn {
  readonly stream: Stream;
  readonly end: number;
}

const drawnAs = (
  flow: RiverFlow,
  { worthOf }: StreamInput,
  shape: Pick<Stream, 'path' | 'filled' | 'width' | 'labels'> & { readonly end: number },
): Drawn => {
  const { end, ...rest } = shape;
  const key = flow.from === null ? `spring>${flow.to}` : `${flow.from}>${kindOfFlow(flow) === 'fall' ? 'away' : flow.to}`;
  return { stream: { key, kind: kindOfFlow(flow), flow, value: worthOf(flow), ...rest }, end };
};

interface Stop {
  readonly begin: number;
  readonly finish: number;
  readonly across: number;
}

interface Ends {
  readonly kind: Stream['kind'];
  readonly from: Column;
  readonly to: Column;
  readonly columns: readonly Column[];
}

/** From one bank to another, straight beside those in between. What goes back is drawn the same way, from its end to its beginning. */
const ribbonOf = (flow: RiverFlow, { kind, from, to, columns }: Ends, input: StreamInput): Drawn | undefined => {
  const { frame, scale, worthOf } = input;
  const width = widthOf(worthOf(flow), scale);
  const half = frame.bankSize / 2;
  const [left, right] = kind === 'back' ? [to, from] : [from, to];
  const [leave, arrive] = [left.far.get(flow), right.near.get(flow)];
  if (leave === undefined || arrive === undefined) return undefined;
  const lanes = columns.flatMap((column): Stop[] => {
    const across = column.passing.get(flow);
    return across === undefined ? [] : [{ begin: column.middle - half, finish: column.middle + half, across }];
  });
  const stops: readonly Stop[] = [
    { begin: left.middle + half, finish: left.middle + half, across: leave },
    ...lanes,
    { begin: right.middle - half, finish: right.middle - half, across: arrive },
  ];
  const between = stops
    .slice(1)
    .map((stop, at) => pointAt(frame, (stops[at]!.finish + stop.begin) / 2, (stops[at]!.across + stop.across + width) / 2));
  const beside = lanes.map((lane) => pointAt(frame, (lane.begin + lane.finish) / 2, lane.across + width / 2));
  return drawnAs(flow, input, {
    path: ribbonPath(frame, stops, width),
    filled: true,
    width,
    labels: [...middleFirst(beside), ...middleFirst(between)],
    end: Math.max(...stops.map((stop) => stop.across + width)),
  });
};

const ribbonPath = (frame: RiverFrame, stops: readonly Stop[], width: number): string => {
  const p = pointIn(frame);
  const there = stops.slice(1).map((stop, at) => {
    const before = stops[at]!;
    const bend = (stop.begin - before.finish) / 2;
    return `C${p(before.finish + bend, before.across)} ${p(stop.begin - bend, stop.across)} ${p(stop.begin, stop.across)}L${p(stop.finish, stop.across)}`;
  });
  const back = stops
    .slice(0, -1)
    .map((stop, at) => {
      const after = stops[at + 1]!;
      const bend = (after.begin - stop.finish) / 2;
      const [here, next] = [stop.across + width, after.across + width];
      return `L${p(after.begin, next)}C${p(after.begin - bend, next)} ${p(stop.finish + bend, here)} ${p(stop.finish, here)}`;
    })
    .reverse();
  const [first, last] = [stops[0]!, stops.at(-1)!];
  return `M${p(first.finish, first.across)}${there.join('')}L${p(last.begin, last.across + width)}${back.join('')}Z`;
};

/** Away, down beside its bank, fading. */
const fallOf = (flow: RiverFlow, from: Column, input: StreamInput): Drawn | undefined => {
  const start = from.far.get(flow);
  if (start === undefined) return undefined;
  const { frame, scale, worthOf } = input;
  const width = Math.min(widestTurn(frame), widthOf(worthOf(flow), scale));
  const edge = from.middle + frame.bankSize / 2;
  const radius = width / 2 + TURN;
  const across = start + width / 2;
  const [over, end] = [edge + 2 + radius, Math.max(from.end, across + radius) + FALL];
  const p = pointIn(frame);
  const path = `M${p(edge, across)}L${p(edge + 2, across)}C${p(edge + 2 + radius * ROUND, across)} ${p(over, across + radius * (1 - ROUND))} ${p(over, across + radius)}L${p(over, end)}`;
  return drawnAs(flow, input, { path, filled: false, width, labels: [pointAt(frame, over, end + LABEL)], end: end + LABEL * 2 });
};

const springOf = (flow: RiverFlow, to: Column, input: StreamInput): Drawn | undefined => {
  const start = to.near.get(flow);
  if (start === undefined) return undefined;
  return flow.to === LIFE_STAGES[0] ? sourceOf(flow, to, input) : tributaryOf(flow, to, start, input);
};

/** The source of the river: true to scale, from the near edge of the picture into the first bank. */
const sourceOf = (flow: RiverFlow, to: Column, input: StreamInput): Drawn => {
  const { frame, scale, worthOf } = input;
  const width = widthOf(worthOf(flow), scale);
  const near = to.near.get(flow) ?? to.start;
  const [begin, finish] = [frame.upright ? Math.max(0, to.middle - 40) : 0, to.middle - frame.bankSize / 2];
  const stops = [begin, finish].map((along) => ({ begin: along, finish: along, across: near }));
  return drawnAs(flow, input, {
    path: ribbonPath(frame, stops, width),
    filled: true,
    width,
    labels: [pointAt(frame, (begin + finish) / 2, near + width / 2)],
    end: near + width,
  });
};

/** Water that comes in on the way: down from above, into the near side of its bank. */
const tributaryOf = (flow: RiverFlow, to: Column, start: number, input: StreamInput): Drawn => {
  const { frame, scale, worthOf } = input;
  const width = Math.min(widestTurn(frame), widthOf(worthOf(flow), scale));
  const edge = to.middle - frame.bankSize / 2;
  const radius = width / 2 + TURN;
  const across = start + width / 2;
  const [over, begin] = [edge - 2 - radius, Math.max(frame.bedStart - 8, across - radius - SPRING)];
  const p = pointIn(frame);
  const path = `M${p(over, begin)}L${p(over, across - radius)}C${p(over, across - radius * (1 - ROUND))} ${p(over + radius * (1 - ROUND), across)} ${p(edge - 2, across)}L${p(edge, across)}`;
  return drawnAs(flow, input, { path, filled: false, width, labels: [pointAt(frame, over, begin - LABEL)], end: across + width / 2 });
};

// Wider than the room between two banks a turn would cover the next one; its number says how many it is.
const widestTurn = ({ along, bankSize }: RiverFrame): number => Math.max(8, along / LIFE_STAGES.length - bankSize - 2 * TURN - 8);

const middleFirst = (points: readonly Point[]): readonly Point[] => {
  const middle = (points.length - 1) / 2;
  return points
    .map((point, at) => ({ point, off: Math.abs(at - middle) }))
    .sort((a, b) => a.off - b.off)
    .map(({ point }) => point);
};

const round = (value: number): number => Math.round(value * 10) / 10;
const pointAt = ({ upright }: RiverFrame, along: number, across: number): Point =>
  upright ? { x: round(across), y: round(along) } : { x: round(along), y: round(across) };
const pointIn =
  (frame: RiverFrame) =>
  (along: number, across: number): string => {
    const { x, y } = pointAt(frame, along, across);
    return `${x},${y}`;
  };
