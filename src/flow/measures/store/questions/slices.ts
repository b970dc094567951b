import { ALL, OTHERS } from '../../domain/questions/slices.ts';
import type { Question } from '../../question-contracts.ts';
import type { Bind } from '../statement.ts';

/**
 * The named part `sliced`: the rows of `from` (unit, slice, …) with all but the largest slices put into one. Largest by `size`, of all rows of a slice, then by name. Without a
 * breakdown there is one slice, of all.
 */
export const slicesPart = (bind: Bind, breakdown: Question['breakdown'], from = 'outcomes', size = 'uniqExact(unit)'): string => {
  if (breakdown === null) return `sliced as (select * except slice, '${ALL}' as slice from ${from})`;
  return `sliced as (select * except (size, place) replace (if(place <= ${bind('UInt16', breakdown.top)}, slice, '${OTHERS}') as slice)
      from (select *, dense_rank() over (order by size desc, slice asc) as place from (select *, ${size} over (partition by slice) as size from ${from}) as sized) as placed)`;
};

/** The test that a row of `sliced` belongs to a slice; null and all test nothing. */
export const inSlice = (slice: string | null, bind: Bind): string =>
  slice === null || slice === ALL ? 'true' : `slice = ${bind('String', slice)}`;
