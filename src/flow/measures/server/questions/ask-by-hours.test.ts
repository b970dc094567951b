import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import { createMeasures, type Measures } from '../../index.ts';
import { askQuestion, listQuestionUnits, QuestionResult, type UnitRow } from '../../question-contracts.ts';
import { insertFacts } from '../../store/testing/event-lines.ts';
import { callMeasures } from '../../testing/call-measures.ts';

const NOW = Date.parse('2024-05-18T12:30:00Z');

const clock = manualClock(NOW);
let clickhouse: TestClickHouse;
let measures: Measures;
/** What happens while the next statement by hours is asked. */
let meanwhile: (() => Promise<void>) | null = null;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  measures = createMeasures({
    clickhouse: {
      ...clickhouse,
      query: async (sql, params, options) => {
        const rows = await clickhouse.query<never>(sql, params, options);
        const happening = /person_days|event_hours/.test(sql) && !/system.parts|_part in|as first/.test(sql) ? meanwhile : null;
        if (happening) meanwhile = null;
        await happening?.();
        return rows;
      },
    },
    clock,
    manifests: [],
    directory: {
      accountNum: async () => null,
      accountsByNums: async () => new Map(),
      peopleByNums: async () => new Map(),
    },
    fieldValues: async () => null,
  });
});
afterAll(() => clickhouse.drop());

const did = (person: number, at: string) => ({ ws: 1, event: 'report_viewed', person, alias: person, account: 1, at: Date.parse(at) });
const TREND = { kind: 'trend', range: { from: '2024-05-16', to: '2024-05-19' }, series: [{ events: [] }] };
const ask = async (more: object = {}): Promise<{ readonly values: unknown; readonly byHours: boolean }> => {
  const body = askQuestion.body!.parse({ question: { ...TREND, ...more } });
  const { answer, sql } = QuestionResult.parse(
    await callMeasures(measures, NOW, { id: 'askQuestion', input: { body }, permissions: ['records.read'] }),
  );
  return {
    values: answer.kind === 'trend' && answer.series[0]?.points.map(({ value }) => value),
    // When the tables turn out not to be whole, the facts are asked last.
    byHours: /(person_days|event_hours)/.test(sql.at(-1)!),
  };
};
const list = async (more: object = {}): Promise<readonly (readonly [id: string, at: number | null, value: number | null])[]> => {
  const body = listQuestionUnits.body!.parse({ question: { ...TREND, ...more }, part: { index: 0 } });
  const { rows } = (await callMeasures(measures, NOW, {
    id: 'listQuestionUnits',
    input: { body, query: { limit: 10 } },
    permissions: ['records.read', 'personal.read'],
  })) as { readonly rows: readonly UnitRow[] };
  return rows.map(({ id, at, value }) => [id, at, value]);
};

describe('a question by hours', () => {
  it('is answered like one of facts, which are asked for half hours, for what a fact says, and as of an instant that is named', async () => {
    await insertFacts(clickhouse, [did(1, '2024-05-16T10:00:00Z'), did(2, '2024-05-16T10:59:59.999Z'), did(1, '2024-05-16T10:20:00Z')]);
    const [byHours, half, said, asOf] = [
      await ask(),
      await ask({ timeZone: 'Asia/Kolkata' }),
      await ask({ filter: { not: { field: 'event.path', op: 'is', value: '/' } } }),
      await ask({ asOf: NOW }),
    ];
    expect([byHours, half, said, asOf].map((one) => one.byHours)).toEqual([true, false, false, false]);
    expect(new Set([byHours, half, said, asOf].map(({ values }) => JSON.stringify(values))).size).toBe(1);
    expect(await ask({ series: [{ events: ['report_viewed'] }] })).toEqual(byHours);
    expect(await list()).toEqual([
      ['1', Date.parse('2024-05-16T10:20:00Z'), 2],
      ['2', Date.parse('2024-05-16T10:59:59.999Z'), 1],
    ]);
    expect(await list({ timeZone: 'Asia/Kolkata' })).toEqual(await list());
  });

  it('goes on by hours while facts come', async () => {
    const before = await ask();
    meanwhile = async () => {
      clock.advance(1_000);
      await insertFacts(clickhouse, [did(1, '2024-05-18T12:30:00.500Z')]);
    };
    const same = await ask({ range: { from: '2024-05-16', to: '2024-05-18' } });
    expect([before.byHours, same.byHours, meanwhile]).toEqual([true, true, null]);
    expect((await ask()).values).toEqual([2, 0, 1]);
  });

  it('is asked of the facts while the tables do not tell of them all', async () => {
    const before = await ask();
    await clickhouse.command('insert into person_days select * from person_days where ws = 1');
    await insertFacts(clickhouse, [did(3, '2024-05-17T10:00:00Z')]);
    const after = await ask();
    expect([before.byHours, after.byHours]).toEqual([true, false]);
    expect([before.values, after.values]).toEqual([
      [2, 0, 1],
      [2, 1, 1],
    ]);
    expect((await list())[0]).toEqual(['1', Date.parse('2024-05-18T12:30:00.500Z'), 3]);
  });
});
