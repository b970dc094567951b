import { expect, it } from 'vitest';
import { codeFor, genericWords } from './finding-words.ts';
import { createTally } from './tally.ts';

it('counts by code, keeps the first five examples, goes on from before, and puts the serious first', () => {
  const first = createTally([], genericWords);
  for (let line = 1; line <= 7; line += 1) first.add(codeFor('date_implausible', 'born_on'), line, `d${line}`);
  first.add('column_left_out', 1, 'x');
  const again = createTally(first.findings(), genericWords);
  again.add('date_implausible:born_on', 9, 'd9');
  again.add('unheard_of', 2, 'y'.repeat(500));
  again.add('stopped', 3, 'z');
  again.put({ code: 'column_left_out', severity: 'info', count: 4, message: { en: 'm', 'zh-CN': 'm', es: 'm' }, examples: [] });
  const found = again.findings();
  expect(found.map(({ code, count, examples }) => [code, count, examples.length])).toEqual([
    ['stopped', 1, 1],
    ['date_implausible:born_on', 8, 5],
    ['unheard_of', 1, 1],
    ['column_left_out', 4, 0],
  ]);
  expect(found[2]).toMatchObject({ severity: 'warning', message: { en: 'unheard_of' } });
  expect(found[2]?.examples[0]?.text).toHaveLength(200);
  expect(first.findings()[0]?.count).toBe(7);
});
