import { describe, expect, it } from 'vitest';
import { readView } from '#web/app/view-state.ts';
import { readDraft } from './draft.ts';
import { draftInView, draftOf, ExploreView, intervalsFor, partInView, partOf, questionAt } from './explore-view.ts';

const AT = { today: '2026-05-20', timeZone: 'Europe/Madrid' };
const DRAFT = readDraft({ kind: 'funnel', unit: 'account', steps: [{ events: ['signed_up'] }, { events: ['paid'] }] })!;

describe('the state of the explorer', () => {
  it('comes back from an address as it was', () => {
    const search = JSON.parse(JSON.stringify({ ...draftInView(DRAFT), ...partInView({ index: 1, outcome: 'dropped' }), preset: '28d' }));
    const view = readView(ExploreView, search);
    expect(draftOf(view)).toEqual(DRAFT);
    expect(partOf(view)).toMatchObject({ index: 1, outcome: 'dropped', slice: null });
    expect(view.preset).toBe('28d');
  });

  it('takes a question that is none as absent', () => {
    expect(draftOf(readView(ExploreView, { q: { kind: 'guess' } }))).toBeNull();
    expect(partOf(readView(ExploreView, { part: { index: -1 } }))).toBeNull();
  });

  it('asks for whole days of the zone, by an interval that can be read', () => {
    const asked = questionAt(DRAFT, { preset: '90d' }, AT);
    expect(asked).toMatchObject({ range: { from: '2026-02-20', to: '2026-05-21' }, interval: 'week', asOf: null });
    const custom = { preset: 'custom', from: '2026-05-19', to: '2026-05-20', asOf: '2026-05-19' } as const;
    expect(questionAt(DRAFT, custom, AT)).toMatchObject({ interval: 'hour', asOf: Date.parse('2026-05-19T21:59:59.999Z') });
    expect(questionAt(DRAFT, { preset: 'all', interval: 'hour' }, AT).interval).not.toBe('hour');
  });

  it('offers no interval that would show more than a page can', () => {
    expect(intervalsFor({ from: '2026-05-01', to: '2026-05-08' })).toEqual(['hour', 'day', 'week']);
    expect(intervalsFor({ from: '2010-01-01', to: '2026-05-21' })).toEqual(['month', 'quarter', 'year']);
  });
});
