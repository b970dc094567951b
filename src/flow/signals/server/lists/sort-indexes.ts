import { addDays, dateOf } from '#kernel/calendar.ts';
import {
  buildSortIndex,
  dropSortIndex,
  forgetSorted,
  isLongList,
  noteSorted,
  type SortedAttribute,
  unusedSorted,
} from '../../store/lists/sort-indexes.ts';
import type { ListsDeps } from './deps.ts';

const QUEUE = 'lists-sort-index';
/** A shorter list is sorted quickly enough as it is. */
const LEAST_ROWS = 20_000;
/** Each costs a little with every record that is written. */
const MOST_INDEXES = 12;
const UNUSED_DAYS = 30;

/** Lets long lists follow an index where they are sorted by a custom attribute: made when that is first asked, dropped when it is not asked any more. */
export interface SortIndexes {
  /** A list was sorted by this attribute: the next time it may have an index. */
  sortedBy(attribute: SortedAttribute): Promise<void>;
  /** Makes what is missing for one, and takes away what is not used any more. */
  build(attribute: SortedAttribute): Promise<void>;
  /** Declares the queue of that work. */
  define(): Promise<void>;
}

/** Makes them; `least` is how many rows make a list long. */
export const createSortIndexes = (
  { postgres, jobs, clock }: Pick<ListsDeps, 'postgres' | 'jobs' | 'clock'>,
  least = LEAST_ROWS,
): SortIndexes => {
  const { db } = postgres;
  const today = (): string => dateOf(clock.now(), 'UTC');
  const askedOn = new Map<string, string>();
  const build = async (attribute: SortedAttribute): Promise<void> => {
    if (!(await isLongList(db, attribute.list, least))) return;
    await noteSorted(db, attribute, today());
    await buildSortIndex(db, attribute);
    // Forgotten last: an index that could not be dropped is still known the next time.
    for (const unused of await unusedSorted(db, addDays(today(), -UNUSED_DAYS), MOST_INDEXES)) {
      await dropSortIndex(db, unused);
      await forgetSorted(db, unused);
    }
  };
  return {
    sortedBy: async (attribute) => {
      const name = JSON.stringify(attribute);
      if (jobs === undefined || askedOn.get(name) === today()) return;
      askedOn.set(name, today());
      await jobs.send(QUEUE, attribute, { singletonKey: name });
    },
    build,
    define: async () => jobs?.define<SortedAttribute>(QUEUE, { retries: 2 }, build),
  };
};
