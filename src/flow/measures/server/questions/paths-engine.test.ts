import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { PathsQuestion } from '../../question-contracts.ts';
import { frameOf } from '../../store/questions/testing/scope.ts';
import { rowsOf, type Statement } from '../../store/statement.ts';
import { insertFacts } from '../../store/testing/event-lines.ts';
import { createNameMemory, type NameMemory } from './name-memory.ts';
import { pathsEngine } from './paths-engine.ts';
import type { Run } from './question-engine.ts';

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const DAY = Date.parse('2024-05-02T10:00:00Z');
const see = (channel: string, minute: number) =>
  insertFacts(clickhouse, [{ ws: 1, event: 'page_viewed', person: 1, alias: 1, account: 1, channel, at: DAY + minute * 60_000 }]);
const question = PathsQuestion.parse({
  ...{ kind: 'paths', unit: 'person', range: { from: '2024-05-01', to: '2024-05-08' }, interval: 'day', timeZone: 'UTC' },
  ...{ asOf: Date.parse('2024-05-09T00:00:00Z'), match: { events: ['page_viewed'] }, name: 'event.channel' },
});

/** The names that follow upon another, and how many statements it took. */
const ask = async (names?: NameMemory) => {
  let statements = 0;
  const run: Run = <Row>(statement: Statement) => {
    statements += 1;
    return rowsOf<Row>(clickhouse, statement);
  };
  const scope = { ws: 1, asOf: question.asOf!, unit: question.unit, filter: null, outside: new Map() };
  const answer = await pathsEngine.answer(run, { question, scope, frame: frameOf(question), ...(names && { names }) });
  if (answer.kind !== 'paths') throw new Error('not an answer about paths');
  return { ways: answer.edges.map(({ from, to }) => `${from}>${to}`).sort(), statements };
};

describe('paths by names that are remembered', () => {
  it('ask for the names once, and again when a fact has another', async () => {
    const names = createNameMemory();
    await see('a', 0);
    await see('b', 1);
    const first = await ask(names);
    expect(first.statements).toBe(2);
    expect(await ask(names)).toEqual({ ways: first.ways, statements: 1 });
    await see('c', 2);
    const more = await ask(names);
    expect(more.statements).toBe(3);
    expect(more.ways).toEqual((await ask()).ways);
    expect(more.ways).toContain('b>c');
    expect(await ask(names)).toEqual({ ways: more.ways, statements: 1 });
  });
});
