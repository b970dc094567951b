import { useMemo } from 'react';
import { listSegments } from '#flow/measures/segment-contracts.ts';
import { useQueryOf } from '#web/queries.ts';
import type { PlayCard } from '../contracts.ts';
import { type SegmentNames, segmentTrigger } from './play-words.ts';

/** What are the segments called that set these plays in motion? Asked only when there is one. */
export const useSegmentNames = (plays: readonly PlayCard[]): SegmentNames => {
  const isNamed = plays.some(({ definition }) => segmentTrigger(definition.trigger) !== null);
  const rows = useQueryOf(listSegments, {}, { freshFor: 60_000, enabled: isNamed }).data?.rows;
  return useMemo(() => rows && new Map(rows.map(({ id, name }) => [id, name])), [rows]);
};
