import { describe, expect, it } from 'vitest';
import { BoardDraft, QuestionDraft } from '#flow/measures/board-contracts.ts';
import { planFile, planProblems } from '#flow/measures/domain/tracking-plan/plan.ts';
import { createSegment } from '#flow/measures/segment-contracts.ts';
import { deskOf } from './desk-drafts.ts';

describe.each(['en', 'es', 'zh-CN'] as const)('what stands ready in %s', (language) => {
  const desk = deskOf({ language, endsOn: '2026-10-31' });

  it('is as the contracts want it, each under a name of its own', () => {
    const questions = [...desk.questions.values()].map((body) => QuestionDraft.parse(body).name);
    const segments = desk.segments.map((body) => createSegment.body!.parse(body).name);
    const boards = desk.boards.map(({ body }) => BoardDraft.parse(body((key) => key)));
    const asked = boards.flatMap(({ tiles }) => tiles.flatMap((tile) => ('questionId' in tile ? [tile.questionId] : [])));
    expect(new Set(asked)).toEqual(new Set(desk.questions.keys()));
    const names = [...questions, ...segments, ...boards.map(({ name }) => name)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('has a tracking plan without contradictions, in the form in which it is read back', () => {
    expect(planProblems(desk.plan)).toEqual([]);
    expect(planFile(desk.plan).events).toEqual(desk.plan.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    const named = desk.plan.flatMap(({ properties }) => properties).filter(({ displayName }) => displayName !== '');
    expect(new Set(named.map(({ name }) => name)).size).toBe(new Set(named.map(({ displayName }) => displayName)).size);
  });
});
