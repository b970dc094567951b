import type { Clock } from '#platform/clock.ts';
import type { Postgres } from '#platform/postgres.ts';
import { segmentOfField } from '../../condition-contracts.ts';
import type { OutsideValues } from '../../domain/questions/question-world.ts';
import { segmentById } from '../../store/segments/segments.ts';
import { membersAt, membersNow } from '../../store/segments/stays.ts';
import type { FieldValues } from '../deps.ts';

/** A question as of now is asked a moment before its values are read. */
const A_MOMENT = 60_000;

/** Who is in the segment that a field names, as of an instant? 'true' for those, 'false' for all others. */
export const createSegmentValues =
  ({ postgres: { db }, clock }: { readonly postgres: Postgres; readonly clock: Clock }): FieldValues =>
  async ({ ws }, field, asOf): Promise<OutsideValues | null> => {
    const id = segmentOfField(field);
    const segment = id === null ? null : await segmentById(db, ws, id);
    if (segment === null) return null;
    const place = { ws, num: segment.num };
    const members = clock.now() - asOf < A_MOMENT ? await membersNow(db, place) : await membersAt(db, place, asOf);
    return { of: segment.unit, values: new Map(members.map((num) => [num, 'true'])), otherwise: 'false' };
  };
