import { describe, expect, it } from 'vitest';
import type { ImportKind } from '../contracts.ts';
import { isUndoable, missingFields, progressOf, resultOf, stateTone, stateWord, sureness } from './import-state.ts';

const kind = {
  fields: [
    { key: 'name', required: true },
    { key: 'domain', required: false },
    { key: 'id', required: true },
  ],
} as unknown as ImportKind;
const column = (target: string | null) => ({ column: 'c', index: 0, target, sample: [], inferred: 'text', confidence: 1 });

describe('the state of an import', () => {
  it('names the needed fields that no column fills', () => {
    expect(missingFields(kind, [column('name'), column(null)]).map((field) => field.key)).toEqual(['id']);
    expect(missingFields(undefined, [])).toEqual([]);
  });

  it('says what came of the rows, and is good only when all of them came in', () => {
    const done = { status: 'done', waitsForRoom: false, rowsRead: 3, created: 0, updated: 0, unchanged: 0, failed: 0 } as const;
    const told = (counts: object) => [stateWord({ ...done, ...counts }), stateTone({ ...done, ...counts })];
    expect(told({ created: 2, unchanged: 1 })).toEqual(['done', 'good']);
    expect(told({ created: 1, failed: 2 })).toEqual(['partly', 'warn']);
    expect(told({ failed: 3 })).toEqual(['none', 'bad']);
    expect(told({ unchanged: 3 })).toEqual(['same', 'unknown']);
    expect(told({ rowsRead: 0 })).toEqual(['empty', 'warn']);
    expect(told({ status: 'running', failed: 3 })).toEqual(['running', 'accent']);
    expect(resultOf({ ...done, status: 'checked', failed: 3 })).toBe('none');
    expect(told({ status: 'checked', failed: 3 })).toEqual(['checked', 'accent']);
  });

  it('offers an undo only for what changed something', () => {
    expect(isUndoable({ status: 'done', created: 1, updated: 0 })).toBe(true);
    expect(isUndoable({ status: 'done', created: 0, updated: 0 })).toBe(false);
    expect(isUndoable({ status: 'undone', created: 5, updated: 0 })).toBe(false);
  });

  it('never shows more than all of it', () => {
    expect(progressOf({ rowsRead: 120, rowsTotal: 100 })).toBe(1);
    expect(progressOf({ rowsRead: 10, rowsTotal: 0 })).toBeNull();
  });

  it('says how sure it is', () => {
    expect([0.9, 0.6, 0.2].map(sureness)).toEqual(['sure', 'likely', 'guess']);
  });
});
