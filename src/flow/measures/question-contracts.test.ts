import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AnswerPart, Question } from './question-contracts.ts';

const examples = [...readFileSync('docs/questions.md', 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, text = '']) => JSON.parse(text) as { kind?: string },
);

describe('the guide of questions', () => {
  it('has an example of every kind, each as the contract wants it', () => {
    const kinds = examples.map((example) =>
      example.kind === undefined ? AnswerPart.strict().parse(example) && 'part' : Question.parse(example).kind,
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'adoption',
      'funnel',
      'lifecycle',
      'part',
      'paths',
      'retention',
      'sessions',
      'stickiness',
      'trend',
    ]);
  });
});

it('refuses what a question does not know, in a series as at its top, rather than answering another question', () => {
  const asked = { kind: 'trend', range: { from: '2026-01-01', to: '2026-02-01' }, series: [{ events: ['paid'] }] };
  expect(Question.safeParse(asked).success).toBe(true);
  expect(Question.safeParse({ ...asked, breakDown: null }).error?.issues[0]).toMatchObject({
    code: 'unrecognized_keys',
    keys: ['breakDown'],
  });
  const mistyped = Question.safeParse({ ...asked, series: [{ events: ['paid'], filter: null }] });
  expect(mistyped.error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['filter'], path: ['series', 0] });
});
