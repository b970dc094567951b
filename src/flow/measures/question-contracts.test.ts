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
