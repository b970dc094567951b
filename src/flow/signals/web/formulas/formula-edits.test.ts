import { describe, expect, it } from 'vitest';
import { defaultHealthDefinition } from '../../domain/health/default-health.ts';
import { factorsToAdd, freeKey, renamed, withPart } from './formula-edits.ts';

describe('editing a formula', () => {
  it('offers the factors that are not in it', () => {
    const { factors } = defaultHealthDefinition();
    expect(factorsToAdd(factors)).toEqual([]);
    expect(factorsToAdd(factors.slice(2)).map(({ key }) => key)).toEqual(['active_days_28', 'feature_uses_28']);
  });

  it('finds a key of its own for a new part', () => {
    expect(freeKey('rule', [])).toBe('rule_1');
    expect(freeKey('rule', ['rule_2'])).toBe('rule_3');
    expect(freeKey('rule', ['rule_2', 'rule_3'])).toBe('rule_4');
  });

  it('renames in the language of the reader, and in all when there is but one name', () => {
    expect(renamed({ en: 'a', 'zh-CN': 'a', es: 'a' }, 'es', 'b')).toEqual({ en: 'b', 'zh-CN': 'b', es: 'b' });
    expect(renamed({ en: 'a', 'zh-CN': 'b', es: 'c' }, 'es', 'd')).toEqual({ en: 'a', 'zh-CN': 'b', es: 'd' });
  });

  it('changes, takes out and adds a part', () => {
    const parts = [
      { key: 'a', points: 1 },
      { key: 'b', points: 2 },
    ];
    expect(withPart(parts, 'a', { key: 'a', points: 9 })).toEqual([
      { key: 'a', points: 9 },
      { key: 'b', points: 2 },
    ]);
    expect(withPart(parts, 'a', null)).toEqual([{ key: 'b', points: 2 }]);
    expect(withPart(parts, 'c', { key: 'c', points: 3 })).toHaveLength(3);
  });
});
