import { eventLine } from '#flow/facts/index.ts';
import { factOfMessage, type KeptMessage, type MessageOwner } from '#flow/intake/index.ts';

/** Rows of one insert: the event store keeps months apart, and each insert into a month is a part that must be merged. */
const ROWS_PER_INSERT = 40_000;

/** Gathers facts by their month and inserts them in large pieces, each for one month. */
export const createMonthLines = (ws: number, insert: (lines: Uint8Array<ArrayBuffer>, rows: number) => Promise<void>) => {
  const months = new Map<string, string[]>();
  const send = async (month: string): Promise<void> => {
    const lines = months.get(month) ?? [];
    months.delete(month);
    if (lines.length > 0) await insert(new TextEncoder().encode(lines.join('\n')), lines.length);
  };
  return {
    add: async (
      kept: readonly { readonly message: KeptMessage; readonly speaker: number }[],
      owners: readonly MessageOwner[],
    ): Promise<void> => {
      for (const { message, speaker } of kept) {
        const month = monthOf(message.at);
        const lines = months.get(month) ?? [];
        months.set(month, lines);
        lines.push(eventLine(ws, factOfMessage(message, owners[speaker] ?? NOBODY)));
        if (lines.length >= ROWS_PER_INSERT) await send(month);
      }
    },
    flush: async (): Promise<void> => {
      for (const month of [...months.keys()]) await send(month);
    },
  };
};

const DAY_MS = 86_400_000;

// One of some hundred days: asking the calendar for each of millions of messages took as long as writing its line.
const monthsOfDays = new Map<number, string>();
const monthOf = (at: number): string => {
  const day = Math.floor(at / DAY_MS);
  const held = monthsOfDays.get(day);
  if (held !== undefined) return held;
  const month = new Date(at).toISOString().slice(0, 7);
  monthsOfDays.set(day, month);
  return month;
};

const NOBODY: MessageOwner = { person: 0, account: 0, alias: 0 };
