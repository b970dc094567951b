import { describe, expect, it } from 'vitest';
import { believedAsOf } from './subscription-version.ts';
import { phase, version } from './testing/timelines.ts';

const at = (text: string) => Date.parse(text);
const sold = version('acme:1', [phase('2024-01-01', null, 100)], { knownAt: at('2024-01-01T10:00Z') });
const raised = version('acme:1', [phase('2024-01-01', null, 200)], { knownAt: at('2024-02-01T10:00Z') });
const amended = version('acme:1', [phase('2024-01-01', null, 300)], { knownAt: at('2024-02-01T10:00Z'), sequence: 1 });
const undone = version('acme:1', [], { knownAt: at('2024-03-01T10:00Z'), void: true });

describe('believedAsOf', () => {
  const versions = [undone, amended, sold, raised];

  it('takes the version known last, of one instant the one with the higher sequence', () => {
    expect(believedAsOf(versions, at('2024-01-31T00:00Z'))).toEqual([sold]);
    expect(believedAsOf(versions, at('2024-02-01T10:00Z'))).toEqual([amended]);
  });

  it('knows nothing before the first version and nothing of what was undone', () => {
    expect(believedAsOf(versions, at('2024-01-01T09:59Z'))).toEqual([]);
    expect(believedAsOf(versions, at('2024-03-01T10:00Z'))).toEqual([]);
    expect(believedAsOf(versions, at('2024-02-29T10:00Z'))).toEqual([amended]);
  });
});
