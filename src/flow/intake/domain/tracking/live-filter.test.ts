import { describe, expect, it } from 'vitest';
import { type Filtered, isWanted, type LiveFilter, lateness } from './live-filter.ts';

const row = (more: Partial<Filtered>): Filtered => ({
  ...{ event: 'Report exported', type: 'track', outcome: 'taken', personId: 'per_1', personName: 'Lea Live', accountId: 'acc_1' },
  ...{ accountName: 'Acme', rawId: 'u_1', source: 'perennial-sdk@0.1.0', lateMs: null, warnings: [], props: { format: 'PDF' }, ...more },
});
const ROWS: readonly Filtered[] = [
  row({}),
  row({ event: 'Opened', lateMs: 7_200_000, personId: 'per_2', personName: null }),
  row({ outcome: 'duplicate', source: '' }),
  row({ outcome: 'refused', accountId: null, accountName: null, warnings: [], props: {} }),
  row({ warnings: ['cut'], accountId: 'acc_2' }),
];
const places = (filter: LiveFilter): readonly number[] => ROWS.flatMap((one, at) => (isWanted(one, filter) ? [at] : []));

describe('a filter of live events', () => {
  it.each<[LiveFilter, readonly number[]]>([
    [{}, [0, 1, 2, 3, 4]],
    [{ event: 'Opened' }, [1]],
    [{ person: 'per_2' }, [1]],
    [{ account: 'acc_2' }, [4]],
    [{ source: '' }, [2]],
    [{ only: 'refused' }, [3]],
    [{ only: 'duplicate' }, [2]],
    [{ only: 'remarked' }, [1, 4]],
    [{ text: ' pdf ' }, [0, 1, 2, 4]],
    [{ text: 'lea' }, [0, 2, 3, 4]],
    [{ text: 'lea', event: 'Opened' }, []],
  ])('%j', (filter, wanted) => {
    expect(places(filter)).toEqual(wanted);
  });

  it('calls late what comes more than an hour after it happened', () => {
    expect([lateness(0, 3_600_000), lateness(0, 3_600_001), lateness(5, 0)]).toEqual([null, 3_600_001, null]);
  });
});
