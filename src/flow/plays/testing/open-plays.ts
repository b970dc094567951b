import { createAppendFacts, createFacts } from '#flow/facts/index.ts';
import { holds } from '#kernel/condition.ts';
import type { Permission } from '#kernel/endpoint.ts';
import type { PlayDefinition } from '#kernel/play.ts';
import { insertWorkspace } from '#platform/access.ts';
import { createTestClickHouse } from '#platform/clickhouse/testing.ts';
import { manualClock } from '#platform/clock.ts';
import type { Route, WorkspaceContext } from '#platform/http.ts';
import { silentLog } from '#platform/log.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { accountField } from '../domain/account-field.ts';
import type { CrossingScore, NumberedAccount, PlayChanges, SignalCrossing } from '../domain/play-changes.ts';
import { type AccountDirectory, createPlays } from '../index.ts';

const EVERYTHING_ALLOWED: readonly Permission[] = ['records.read', 'records.write', 'money.read', 'plays.write'];

/** Plays on stores of their own, in a workspace of Madrid, with the given accounts standing for what signals would know. */
export const openPlays = async (start: number, plays: readonly PlayDefinition[]) => {
  const [postgres, clickhouse] = await Promise.all([createTestPostgres(), createTestClickHouse()]);
  const clock = manualClock(start);
  const workspace = await insertWorkspace(
    postgres.db,
    clock,
    { name: 'One', timeZone: 'Europe/Madrid', currency: 'EUR', weekStart: 1, language: 'en' },
    null,
  );
  const accounts = new Map<number, NumberedAccount>();
  const facts = createFacts({
    postgres,
    clickhouse,
    log: silentLog,
    onShipped: () => undefined,
    accountNums: async () => null,
    personNum: async () => null,
    peopleByNums: async () => new Map(),
  });
  const open = (definitions: readonly PlayDefinition[]) =>
    createPlays({
      postgres,
      clickhouse,
      clock,
      log: silentLog,
      appendFacts: createAppendFacts(clock),
      manifests: [{ id: 'retain', plays: definitions }],
      directory: directoryOf(accounts, () => clock.now()),
      workspaces: async () => [workspace],
      crossingScores: async (_ws, _signal, crossings) => new Map(crossings.map(({ account }) => [account, FALL])),
    });
  const opened = open(plays);
  const changes = (given: Partial<PlayChanges>): PlayChanges => ({ accounts: [...accounts.keys()], crossings: [], entries: [], ...given });
  return {
    postgres,
    clickhouse,
    clock,
    workspace,
    accounts,
    facts,
    plays: opened,
    /** Another process on the same stores. */
    open: (definitions = plays) => open(definitions),
    react: (given: Partial<PlayChanges> = {}) => opened.react(workspace.ws, changes(given)),
    sweep: () => opened.sweep(workspace.ws),
    /** Calls a route as somebody who may do these things; given ones come before those of the plays. */
    call: <Answer>(id: string, input: CallInput = {}, given: readonly Route[] = []) =>
      callRoute<Answer>([...given, ...opened.routes], id, { input, workspace, now: clock.now() }),
    close: async () => {
      await facts.shipper.stop();
      await Promise.all([postgres.drop(), clickhouse.drop()]);
    },
  };
};

export type OpenPlays = Awaited<ReturnType<typeof openPlays>>;

/** A fall into the red on a local day, as signals tell it. */
export const turnedRed = (account: number, day: string, given: Partial<SignalCrossing> = {}): SignalCrossing => ({
  account,
  signal: 'health',
  from: 'watch',
  to: 'bad',
  day,
  ...given,
});

const FALL: CrossingScore = {
  score: 38,
  before: { score: 64, day: '2026-05-03' },
  reasons: [
    { factor: 'active_days', points: 5, possible: 30 },
    { factor: 'open_tickets', points: 8, possible: 20 },
    { factor: 'seat_use', points: 10, possible: 10 },
  ],
};

export interface CallInput {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly as?: string;
  readonly may?: readonly Permission[];
}

const callRoute = async <Answer>(
  routes: readonly Route[],
  id: string,
  { input, workspace, now }: { readonly input: CallInput; readonly workspace: WorkspaceContext; readonly now: number },
): Promise<Answer> => {
  const found = routes.find((one) => one.endpoint.id === id);
  if (!found) throw new Error(`There is no route ${id}`);
  const permissions = new Set(input.may ?? EVERYTHING_ALLOWED);
  const { params, query, body } = found.endpoint;
  const answer = await found.handle(
    { params: params?.parse(input.params ?? {}), query: query?.parse(input.query ?? {}), body: body?.parse(input.body ?? {}) },
    {
      workspace,
      now,
      actor: { kind: 'user', id: input.as ?? 'usr_ada', name: 'Ada', permissions },
      requestId: 'r',
      language: 'en' as const,
      request: new Request('http://localhost'),
      origin: 'http://localhost',
      may: (permission) => permissions.has(permission),
    },
  );
  return found.endpoint.out.parse(answer) as Answer;
};

const directoryOf = (accounts: ReadonlyMap<number, NumberedAccount>, now: () => number): AccountDirectory => ({
  byNums: async (_, nums) => new Map(nums.flatMap((num) => (accounts.has(num) ? [[num, accounts.get(num)!] as const] : []))),
  async *where(_, condition) {
    const found = [...accounts.values()].filter((account) => holds(condition, (field) => accountField(account, field), now()));
    for (let start = 0; start < found.length; start += 100) yield found.slice(start, start + 100);
  },
  numsOf: async (_, id) => {
    const found = [...accounts.values()].find((account) => account.id === id);
    return found ? [found.num] : null;
  },
  members: async () =>
    new Map([
      ['usr_ada', 'Ada'],
      ['usr_bob', 'Bob'],
    ]),
});
