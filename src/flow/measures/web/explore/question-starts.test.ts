import { expect, it } from 'vitest';
import { KINDS, readDraft } from './draft.ts';
import { startPlace } from './question-starts.ts';

it.each(KINDS)('the place where a %s is begun holds a question of this kind', (kind) => {
  const q = new URL(startPlace(kind), 'http://localhost').searchParams.get('q');
  expect(readDraft(JSON.parse(q ?? 'null'))?.kind).toBe(kind);
});
