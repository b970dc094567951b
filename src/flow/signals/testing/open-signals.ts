import { createAppendFacts, createFacts } from '#flow/facts/index.ts';
import { PERMISSIONS, type Permission } from '#kernel/endpoint.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { insertWorkspace } from '#platform/access.ts';
import { createTestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import type { ContextOf, WorkspaceContext } from '#platform/http.ts';
import { openJobs } from '#platform/jobs.ts';
import { silentLog } from '#platform/log.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import { createSignals } from '../index.ts';
import type { SignalsDeps } from '../server/deps.ts';

/** An account as a test names it. */
export interface TestAccount {
  readonly num: number;
  readonly name?: string;
  readonly industry?: string;
  readonly country?: string;
  readonly createdAt?: number;
}

/** Signals on stores of their own, with the event store's outbox and a clock that stands at `now` (UTC ms). */
export const openSignals = async (now: number, settings: Partial<Pick<WorkspaceContext, 'timeZone' | 'currency'>> = {}) => {
  const [postgres, clickhouse] = await Promise.all([createTestPostgres(), createTestClickHouse()]);
  const clock = manualClock(now);
  const numOf = (table: 'account' | 'person') => async (ws: number, id: string) =>
    (await sql<{ num: number }>`select num from ${sql.table(table)} where ws = ${ws} and id = ${id}`.execute(postgres.db)).rows[0]?.num ??
    null;
  const appendFacts = createAppendFacts(clock);
  const facts = createFacts({
    postgres,
    clickhouse,
    log: silentLog,
    onShipped: () => undefined,
    accountNums: async (ws, id) => [(await numOf('account')(ws, id)) ?? 0],
    personNum: numOf('person'),
    peopleByNums: async () => new Map(),
  });
  const workspaces: WorkspaceContext[] = [];
  const addWorkspace = async (): Promise<WorkspaceContext> => {
    const input = { name: 'Test', timeZone: 'UTC', currency: 'USD', weekStart: 1, language: 'en' as const, ...settings };
    const workspace = await insertWorkspace(postgres.db, clock, input, null);
    workspaces.push(workspace);
    return workspace;
  };
  const workspace = await addWorkspace();
  const jobs = await openJobs({ url: postgres.url, log: silentLog });
  const mergedNames = new Map<string, string>();
  const deps: SignalsDeps = {
    postgres,
    clickhouse,
    clock,
    log: silentLog,
    jobs,
    workspaces: async () => workspaces,
    accountNum: numOf('account'),
    personNum: numOf('person'),
    touchAccounts: facts.touchAccounts,
    leavePast: facts.leavePast,
    newestKnown: facts.newestKnown,
    mergedNamesOf: async () => mergedNames,
  };
  const signals = createSignals(deps);
  // Declares the queues; without starting them nothing runs but what a test calls.
  await signals.start();
  // What a route is told about who asks: an owner, unless permissions are named.
  const contextOf = (permissions: readonly Permission[]): ContextOf<'records.read'> => ({
    actor: { kind: 'user', id: 'usr_1', name: 'Test', permissions: new Set(permissions) },
    workspace,
    now: clock.now(),
    requestId: 'test',
    language: 'en' as const,
    request: new Request('http://localhost/'),
    origin: 'http://localhost',
    may: (permission) => permissions.includes(permission),
  });
  return {
    /** Which names count as which others; a test may change it. */
    mergedNames,
    postgres,
    clickhouse,
    clock,
    workspace,
    deps,
    signals,
    facts,
    addWorkspace,
    /** Asks a route as a caller would, with the checks of its contract. */
    call: async (
      id: string,
      input: { params?: unknown; query?: unknown; body?: unknown } = {},
      permissions: readonly Permission[] = PERMISSIONS,
    ) => {
      const { endpoint, handle } = signals.routes.find((route) => route.endpoint.id === id)!;
      const parsed = {
        params: endpoint.params?.parse(input.params ?? {}),
        query: endpoint.query?.parse(input.query ?? {}),
        body: endpoint.body?.parse(input.body),
      };
      return endpoint.out.parse(await handle(parsed, contextOf(permissions)));
    },
    addAccounts: async (accounts: readonly TestAccount[], ws = workspace.ws): Promise<void> => {
      const rows = accounts.map(({ num, name = `Account ${num}`, industry = null, country = null, createdAt = now }) => ({
        ...{ ws, num, id: `acc_${num}`, name, industry, country },
        created_at: new Date(createdAt),
      }));
      await sql`insert into account (ws, num, id, name, industry, country, created_at, updated_at)
        select ws, num, id, name, industry, country, created_at, created_at
        from json_to_recordset(${JSON.stringify(rows)}::json) as r (ws int, num int, id text, name text, industry text, country text, created_at timestamptz)`.execute(
        postgres.db,
      );
    },
    /** Keeps facts and ships them. */
    tell: async (drafts: readonly FactDraft[], ws = workspace.ws): Promise<void> => {
      await postgres.transaction((tx) => appendFacts(tx, ws, drafts));
      await facts.shipper.drain();
    },
    close: async (): Promise<void> => {
      await jobs.stop();
      await facts.shipper.stop();
      await Promise.all([postgres.drop(), clickhouse.drop()]);
    },
  };
};

export type OpenSignals = Awaited<ReturnType<typeof openSignals>>;
