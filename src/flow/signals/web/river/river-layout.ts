import { LIFE_STAGES } from '#kernel/stage-of-life.ts';
import type { River } from '../../contracts.ts';
import { type Column, columnsOf, heldScale, SMALLEST_BANK } from './river-columns.ts';
import type { Bank, Box, RiverFrame, RiverLayout, RiverUnit, WorthOf } from './river-shapes.ts';
import { streamsOf } from './river-streams.ts';

/**
 * Where does everything of the river stand? Banks and streams share one scale, so a ribbon twice as wide is twice as many. Every bank is as
 * tall as the most of: what stands in it, what came to it, what went from it, so that ribbons meet it edge to edge. What passes a bank without
 * stopping runs above it, what goes back below.
 */
export const riverLayout = (river: River, frame: RiverFrame, unit: RiverUnit): RiverLayout => {
  const stages = LIFE_STAGES.map((stage) => river.stages.find((one) => one.stage === stage)).filter((one) => one !== undefined);
  const worthOf: WorthOf = (one) => (unit === 'money' ? (one.mrrMinor ?? 0) : one.accounts);
  const flows = river.flows.filter((flow) => worthOf(flow) > 0 && flow.to !== null);
  const scale = heldScale({ stages, flows, worthOf, frame });
  const columns = columnsOf({ stages, flows, worthOf, frame, scale });
  const banks = columns.map((column) => bankOf(column, { frame, scale, value: worthOf(column.figures), unit }));
  const { streams, end } = streamsOf(flows, columns, { frame, scale, worthOf });
  return { banks, streams, scale, end };
};

interface BankInput {
  readonly frame: RiverFrame;
  readonly scale: number;
  readonly value: number;
  readonly unit: RiverUnit;
}

// What stands here lies at the bottom of the bank, and at the very bottom what stands still.
const bankOf = ({ figures, middle, start, breadth }: Column, { frame, scale, value, unit }: BankInput): Bank => {
  const stuck = unit === 'money' ? (figures.stuckMrrMinor ?? 0) : figures.stuck;
  const standing = Math.max(SMALLEST_BANK, value * scale);
  const still = value === 0 ? 0 : (stuck / value) * standing;
  const bottom = start + breadth;
  const piece = (height: number): Box => {
    const [along, across] = [middle - frame.bankSize / 2, bottom - height];
    return frame.upright
      ? { x: across, y: along, width: height, height: frame.bankSize }
      : { x: along, y: across, width: frame.bankSize, height };
  };
  return {
    stage: figures.stage,
    figures,
    value,
    box: piece(standing),
    reach: piece(breadth),
    still: still > 0.5 ? piece(still) : null,
    middle,
  };
};
