import { createAppendFacts } from '#flow/facts/index.ts';
import { createIdentity } from '#flow/identity/index.ts';
import { createExchangeRates } from '#flow/measures/index.ts';
import { healthOnDays } from '#flow/signals/server/health.ts';
import { recompute } from '#flow/signals/server/recompute.ts';
import { accountScope, accountsAfter } from '#flow/signals/store/account-scope.ts';
import { writeScores } from '#flow/signals/store/scores.ts';
import { healthDefinition } from '#flow/signals/store/signal-versions.ts';
import { dateOf } from '#kernel/calendar.ts';
import { allWorkspaces } from '#platform/access.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDataFolder } from '#platform/data-folder.ts';
import { silentLog } from '#platform/log.ts';
import { openStores } from '#platform/stores.ts';
import type { Bench } from '../harness.ts';

const CHUNK = 10_000;
const WHOLE_CHUNK = 1_000;
const SAMPLE = 5;

/** Today's health of every account, judged and kept; and everything that a reaction makes anew, for some thousands of accounts. */
export const bench: Bench = {
  name: 'health',
  run: async (context) => {
    const { home, ws } = await context.dataset();
    await context.stopProduct();
    const folder = await openDataFolder(home);
    const stores = await openStores(readConfig({ PERENNIAL_HOME: home, LOG_LEVEL: 'warn' }), folder.path, silentLog);
    const { postgres, clickhouse } = stores;
    const clock = systemClock;
    const appendFacts = createAppendFacts(clock);
    const identity = createIdentity({ postgres, clickhouse, clock, log: silentLog, appendFacts, touchAccounts: async () => undefined });
    const { ratesOf } = createExchangeRates({ postgres, clickhouse, onChange: async () => undefined });
    try {
      const workspaces = () => allWorkspaces(postgres.db);
      const place = (await workspaces()).find((one) => one.ws === ws)!;
      const jobs = { define: never, send: never, schedule: never, start: never, stop: never };
      const deps = {
        ...{ ...identity, postgres, clickhouse, clock, log: silentLog, jobs, workspaces, ratesOf },
        ...{ touchAccounts: async () => undefined, newestKnown: async () => null },
      };
      const definition = await healthDefinition(postgres.db, ws);
      const asOf = Date.now();
      const days = [dateOf(asOf, place.timeZone)];
      const begun = performance.now();
      let accounts = 0;
      for await (const chunk of chunksOf(postgres.db, ws, CHUNK)) {
        const scope = await accountScope(postgres.db, ws, chunk);
        const { scores } = await healthOnDays(deps, { place, scope, days, definition, asOf, mrrSteps: new Map() });
        await postgres.transaction((tx) => writeScores(tx, ws, 'health', scores));
        accounts += chunk.length;
      }
      const seconds = (performance.now() - begun) / 1000;
      let looked = 0;
      const from = performance.now();
      for await (const chunk of chunksOf(postgres.db, ws, WHOLE_CHUNK)) {
        await recompute(deps, { place, accounts: chunk, now: Date.now(), closing: [] });
        looked += chunk.length;
        if (looked >= SAMPLE * WHOLE_CHUNK) break;
      }
      return [
        { name: 'health of all accounts, today', unit: 's', median: seconds, aim: 30, note: `${accounts} accounts` },
        {
          name: 'lifecycle, figures, health, scores',
          unit: 'per s',
          median: (looked / (performance.now() - from)) * 1000,
          note: 'accounts',
        },
      ];
    } finally {
      await identity.stop();
      await stores.close();
      await folder.close();
    }
  },
};

const never = (): never => {
  throw new Error('a bench has no jobs');
};

async function* chunksOf(db: Parameters<typeof accountsAfter>[0], ws: number, size: number) {
  for (let after = 0; ; ) {
    const chunk = await accountsAfter(db, ws, after, size);
    const last = chunk.at(-1);
    if (last === undefined) return;
    yield chunk;
    after = last;
  }
}
