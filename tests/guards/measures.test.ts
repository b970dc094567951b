import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MetricQuestion, MetricResult } from '#flow/measures/contracts.ts';
import { createMeasures, type Measures } from '#flow/measures/index.ts';
import type { StageManifest } from '#kernel/manifest.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';

const FOLDER = join(import.meta.dirname, '../../src/stages');
const manifests = await Promise.all(
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }) => ((await import(join(FOLDER, name, 'stage.ts'))) as { manifest: StageManifest }).manifest),
);
// The lifecycle's engine belongs to a later room, which tests it.
const definitions = manifests.flatMap((manifest) => manifest.measures).filter((definition) => definition.plan.engine !== 'lifecycle');
const WORKSPACE = { ws: 1, timeZone: 'America/New_York', currency: 'USD', weekStart: 1 };

let clickhouse: TestClickHouse;
let measures: Measures;

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  const nobody = { accountNum: async () => null, accountsByNums: async () => new Map(), peopleByNums: async () => new Map() };
  measures = createMeasures({ clickhouse, clock: manualClock(Date.UTC(2024, 4, 20)), manifests, directory: nobody });
});
afterAll(() => clickhouse.drop());

describe('every measure that a stage plugs in answers before there is any fact', () => {
  it.each(definitions.map((definition) => [definition.id, definition] as const))('%s', async (id, definition) => {
    for (const breakdown of [null, ...definition.dimensions]) {
      const question = MetricQuestion.parse({ from: '2024-01-01', to: '2024-06-01', interval: 'week', breakdown });
      const result = MetricResult.parse(await measures.ask(WORKSPACE, id, question));
      expect([0, null]).toContain(result.total.value);
      expect(result).toMatchObject({ freshness: null, unit: definition.unit, shape: definition.shape });
      expect(definition.shape === 'cohort').toBe(result.cohorts !== null);
      expect(definition.shape === 'table').toBe(result.table !== null);
      expect(result.sql.join()).toContain('{ws:UInt32}');
    }
  });
});
