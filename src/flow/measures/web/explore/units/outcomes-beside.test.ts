import { describe, expect, it } from 'vitest';
import { AnswerPart } from '../../../question-contracts.ts';
import { readDraft } from '../draft.ts';
import { outcomesBeside } from './outcomes-beside.ts';

const match = { events: ['signed_in'] };
const beside = (question: object, part: object) => outcomesBeside(readDraft(question)!, AnswerPart.parse(part));

describe('the outcomes beside one', () => {
  it('are offered where a unit can have another, and not after the last step', () => {
    const funnel = { kind: 'funnel', steps: [match, match] };
    expect(beside(funnel, { index: 0, outcome: 'dropped' })).toEqual(['reached', 'dropped', 'open']);
    expect(beside(funnel, { index: 1, outcome: 'reached' })).toEqual([]);
    const retention = { kind: 'retention', start: match };
    expect(beside(retention, { period: '2026-03-02', index: 2, outcome: 'back' })).toEqual(['back', 'lost']);
    expect(beside(retention, { period: '2026-03-02' })).toEqual([]);
    expect(beside({ kind: 'trend', series: [match] }, { index: 0 })).toEqual([]);
  });
});
