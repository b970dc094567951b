import type { Endpoint, EndpointInput, EndpointOutput, Permission } from '#kernel/endpoint.ts';
import { insertWorkspace } from '#platform/access.ts';
import { manualClock } from '#platform/clock.ts';
import type { Route, WorkspaceContext } from '#platform/http.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import { createLists } from '../server/lists/create-lists.ts';

export const NOW = Date.UTC(2026, 2, 1, 12);

export interface Calling {
  readonly without?: readonly Permission[];
  readonly workspace?: WorkspaceContext;
  readonly actorId?: string;
}

/** Lists on a database of their own with two workspaces, and ways to fill them. */
export const openLists = async () => {
  const postgres = await createTestPostgres();
  const clock = manualClock(NOW);
  const lists = createLists({
    postgres,
    clock,
    namedThings: () => [
      {
        ...{ kind: 'metric', id: 'grow.mrr', detail: { en: 'What comes in', 'zh-CN': '每月收入', es: 'Lo que entra' } },
        name: { en: 'Monthly revenue', 'zh-CN': '月经常性收入', es: 'Ingresos mensuales' },
      },
      { kind: 'board', id: 'brd_1', name: 'Monday numbers', detail: 'What the team looks at' },
    ],
  });
  const settings = { timeZone: 'Europe/Madrid', currency: 'EUR', weekStart: 1, language: 'en' } as const;
  const one = await insertWorkspace(postgres.db, clock, { name: 'One', ...settings }, null);
  const two = await insertWorkspace(postgres.db, clock, { name: 'Two', ...settings }, null);
  const insert = async (table: string, rows: readonly object[]): Promise<void> => {
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      postgres.db,
    );
  };
  /** Asks a route as a user who may do everything but `without`; a file comes back as text. */
  const ask = async (endpoint: Endpoint, input: object, given: Calling = {}): Promise<unknown> => {
    const { without = [], workspace = one, actorId = 'usr_1' } = given;
    const found = lists.routes.find((route) => route.endpoint.id === endpoint.id);
    if (!found) throw new Error(`no route answers ${endpoint.id}`);
    const sent = input as { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };
    const parsed = {
      params: endpoint.params?.parse(sent.params),
      query: endpoint.query?.parse(sent.query ?? {}),
      body: endpoint.body?.parse(sent.body),
    };
    const answer = await found.handle(parsed as Parameters<Route['handle']>[0], {
      ...{
        workspace,
        now: clock.now(),
        requestId: 'r1',
        language: 'en' as const,
        request: new Request('http://localhost/'),
        origin: 'http://localhost',
      },
      actor: { kind: 'user', id: actorId, name: 'Ada', permissions: new Set<Permission>() },
      may: (permission: Permission) => !without.includes(permission),
    });
    return answer instanceof Response ? answer.text() : endpoint.out.parse(answer);
  };
  return {
    ...{ postgres, clock, lists, one, two, insert },
    call: <E extends Endpoint>(endpoint: E, input: EndpointInput<E>, given?: Calling) =>
      ask(endpoint, input, given) as Promise<EndpointOutput<E>>,
    text: (endpoint: Endpoint, input: object, given?: Calling) => ask(endpoint, input, given) as Promise<string>,
    close: () => postgres.drop(),
  };
};

export type OpenLists = Awaited<ReturnType<typeof openLists>>;

const STAMP = new Date(NOW).toISOString();

/** A row of identity's account table with what is given. */
export const accountRecord = (ws: number, num: number, given: object = {}) => ({
  ...{ ws, num, id: `acc_${ws}_${num}`, name: `Account ${num}`, attributes: {}, version: 1, created_at: STAMP, updated_at: STAMP },
  ...given,
});

/** A row of figures with what is given. */
export const figureRecord = (ws: number, num: number, given: object = {}) => ({
  ...{
    ws,
    account_num: num,
    account_id: `acc_${ws}_${num}`,
    mrr_minor: 0,
    mrr_peak_minor: 0,
    health_band: 'unknown',
    health_confidence: 0,
  },
  ...{ active_days_28: 0, active_people_28: 0, open_tickets: 0, updated_at: STAMP },
  ...given,
});

/** A row of identity's person table with what is given. */
export const personRecord = (ws: number, num: number, given: object = {}) => ({
  ...{ ws, num, id: `per_${ws}_${num}`, attributes: {}, traits: {}, has_user: false, has_email: false, alias_num: num, version: 1 },
  ...{ created_at: STAMP, updated_at: STAMP },
  ...given,
});
