import { describe, expect, it } from 'vitest';
import { frameOf, instantsOf, windowsOf } from './frame.ts';

const question = {
  from: '2024-01-01',
  to: '2024-04-01',
  interval: 'month',
  asOf: Date.parse('2024-03-10T12:00:00Z'),
  zone: 'UTC',
  weekStart: 1,
} as const;

describe('the frame of a question', () => {
  it('has the periods that had begun, the whole range, and as many periods before', () => {
    const frame = frameOf(question);
    expect(frame.spans.map((span) => [span.from, span.complete])).toEqual([
      ['2024-01-01', true],
      ['2024-02-01', true],
      ['2024-03-01', false],
    ]);
    expect([frame.whole.to, frame.before.from, frame.before.to]).toEqual(['2024-04-01', '2023-10-01', '2024-01-01']);
    expect(windowsOf(frame)).toHaveLength(5);
  });

  it('leaves out periods that had not begun', () => {
    expect(frameOf({ ...question, asOf: Date.parse('2024-02-01T00:00:00Z') }).spans).toHaveLength(2);
    expect(frameOf({ ...question, asOf: 0 }).spans).toEqual([]);
  });

  it('cuts periods to the range, and then goes back by days', () => {
    const frame = frameOf({ ...question, from: '2024-01-10', to: '2024-02-05' });
    expect(frame.spans.map(({ period, from, to }) => [period, from, to])).toEqual([
      ['2024-01-01', '2024-01-10', '2024-02-01'],
      ['2024-02-01', '2024-02-01', '2024-02-05'],
    ]);
    expect(frame.before).toMatchObject({ from: '2023-12-15', to: '2024-01-10' });
  });

  it('begins weeks as the workspace does', () => {
    const frame = frameOf({ ...question, from: '2024-01-07', to: '2024-01-21', interval: 'week', weekStart: 7 });
    expect(frame.spans.map((span) => span.period)).toEqual(['2024-01-07', '2024-01-14']);
    expect(frame.before.from).toBe('2023-12-24');
  });

  it('reaches from local midnight to local midnight, and never beyond as-of', () => {
    const frame = frameOf({ ...question, zone: 'America/New_York' });
    expect(instantsOf(frame.spans[0]!, frame)).toEqual({
      start: Date.parse('2024-01-01T05:00:00Z'),
      end: Date.parse('2024-02-01T05:00:00Z'),
    });
    expect(instantsOf(frame.whole, frame).end).toBe(question.asOf + 1);
  });
});
