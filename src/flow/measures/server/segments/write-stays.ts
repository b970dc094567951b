import type { FactDraft } from '#kernel/fact.ts';
import type { StoredSegment } from '../../store/segments/segments.ts';
import { enter, leave, type StayTurn } from '../../store/segments/stays.ts';
import type { SegmentsDeps } from './deps.ts';

/** Who came in and who went, by dense number. */
export interface StayChanges {
  readonly entered: readonly number[];
  readonly left: readonly number[];
}

const NO_CHANGES: StayChanges = { entered: [], left: [] };

const CHUNK = 10_000;

/**
 * Writes who came in and went, with the facts that tell it, in one transaction: whoever looks at the same time writes it once. A changed
 * definition tells no facts, since nothing happened at those whom it moves.
 */
export const writeStays = async (
  { postgres, appendFacts, directory }: Pick<SegmentsDeps, 'postgres' | 'appendFacts' | 'directory'>,
  { ws, segment }: { readonly ws: number; readonly segment: StoredSegment },
  wanted: StayChanges & { readonly turn: StayTurn },
): Promise<StayChanges> => {
  if (wanted.entered.length === 0 && wanted.left.length === 0) return NO_CHANGES;
  const place = { ws, num: segment.num };
  return postgres.transaction(async (tx) => {
    const entered: number[] = [];
    const left: number[] = [];
    for (const units of chunks(wanted.entered)) entered.push(...(await enter(tx, place, units, wanted.turn)));
    for (const units of chunks(wanted.left)) left.push(...(await leave(tx, place, units, wanted.turn)));
    if (wanted.turn.by === 'defined') return { entered, left };
    const accounts = segment.unit === 'person' ? await directory.accountsOf(ws, [...entered, ...left]) : new Map<number, number>();
    const told = { segment, at: wanted.turn.at, accounts };
    await appendFacts(tx, ws, [
      ...entered.map((num) => factOf('segment_entered', num, told)),
      ...left.map((num) => factOf('segment_left', num, told)),
    ]);
    return { entered, left };
  });
};

interface Told {
  readonly segment: StoredSegment;
  readonly at: number;
  readonly accounts: ReadonlyMap<number, number>;
}

const factOf = (event: 'segment_entered' | 'segment_left', num: number, { segment, at, accounts }: Told): FactDraft => ({
  ...{ event, at, known: at, source: 'system', subject: segment.id, props: { segment: segment.name } },
  ...(segment.unit === 'account' ? { account: num } : { person: num, account: accounts.get(num) ?? 0 }),
  key: `${event}:${segment.id}:${num}:${at}`,
});

const chunks = (nums: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(nums.length / CHUNK) }, (_, index) => nums.slice(index * CHUNK, (index + 1) * CHUNK));
