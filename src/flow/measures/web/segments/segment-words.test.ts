import { describe, expect, it } from 'vitest';
import type { Behaviour, SegmentCondition } from '../../condition-contracts.ts';
import { saySegment } from './segment-words.ts';

const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
  const told = Object.values(values).filter((value) => value !== '');
  return told.length === 0 ? key : `${key}[${told.join(' ')}]`;
};
const words = (condition: SegmentCondition): string =>
  saySegment(condition, {
    ...{ fields: [{ key: 'plan', label: 'Plan', type: 'text' }], eventFields: [{ key: 'event.path', label: 'Page', type: 'text' }] },
    ...{ reader: { locale: 'en', timeZone: 'UTC' }, t: say as never, segment: say as never, eventName: (event) => event.toUpperCase() },
  });

const pro = { field: 'plan', op: 'is', value: 'pro' } as const;
const did = (events: readonly string[], more: Partial<Extract<Behaviour, { did: unknown }>> = {}): SegmentCondition => ({
  ...{ did: { events: [...events], where: null }, of: 'times', op: 'gte', count: 2, within: { kind: 'days', days: 30 } },
  ...more,
});

describe('the condition of a segment in words', () => {
  it('names all events of a behaviour, how often and when', () => {
    expect(words(did(['a', 'b']))).toBe(
      'said.times[said.event[A] filter.or said.event[B] said.inDays[said.nDays[30]] said.nTimes[2] op.gte]',
    );
    expect(words(did([], { of: 'people', within: { kind: 'ever' } }))).toBe('said.people[said.anything said.nPeople[2] op.gte]');
    expect(words(did(['a'], { op: 'lte', count: 0 }))).toBe('said.didNot[said.event[A] said.inDays[said.nDays[30]]]');
  });

  it('says which properties were wanted, and what came after what', () => {
    const onPage = { events: ['a'], where: { field: 'event.path', op: 'is', value: '/' } } as const;
    const sequence = [
      { ...onPage, events: ['a'] },
      { events: ['b'], where: null },
    ];
    expect(words({ sequence, withinSeconds: 7 * 86_400, within: { kind: 'ever' } })).toBe(
      'said.sequence[said.event[A] filter.brackets[Page operator.is /] → said.event[B] said.nDays[7]]',
    );
  });

  it('tells before a window as how long ago', () => {
    const last = { moment: 'last', of: { events: ['a'], where: null }, op: 'before', within: { kind: 'hours', hours: 5 } } as const;
    expect(words({ ...last, of: { ...last.of, events: ['a'] } })).toBe(
      'said.moment[said.event[A] said.agoDays[said.nHours[5]] moment.last]',
    );
  });

  it('puts groups inside a group in brackets, so that they read in one way', () => {
    expect(words({ all: [pro, { any: [pro, did(['a'], { within: { kind: 'ever' } })] }] })).toBe(
      'Plan operator.is pro filter.and filter.brackets[Plan operator.is pro filter.or said.times[said.event[A] said.nTimes[2] op.gte]]',
    );
    expect(words({ not: { any: [pro, pro] } })).toBe('filter.not[Plan operator.is pro filter.or Plan operator.is pro]');
    expect(words({ all: [{ any: [pro] }, { not: pro }] })).toBe('Plan operator.is pro filter.and filter.not[Plan operator.is pro]');
  });
});
