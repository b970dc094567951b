import type { Endpoint, EndpointInput, EndpointOutput, Permission } from '#kernel/endpoint.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { insertWorkspace } from '#platform/access.ts';
import { createTestClickHouse } from '#platform/clickhouse/testing.ts';
import { type Clock, manualClock } from '#platform/clock.ts';
import type { Route, WorkspaceContext } from '#platform/http.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { createIdentity, type ResolvableMessage, type ResolvedMessage } from '../index.ts';

export const NOW = Date.UTC(2026, 2, 1, 12);

/** Identity on stores of its own with two workspaces; facts are kept in memory once their transaction has ended well. */
export const openIdentity = async () => {
  const [postgres, clickhouse] = await Promise.all([createTestPostgres(), createTestClickHouse()]);
  const clock: Clock & { advance(ms: number): void } = manualClock(NOW);
  const facts: (FactDraft & { readonly ws: number })[] = [];
  const identity = createIdentity({
    postgres,
    clickhouse,
    clock,
    appendFacts: async (_, ws, drafts) => void facts.push(...drafts.map((draft) => ({ ...draft, ws }))),
  });
  const settings = { timeZone: 'UTC', currency: 'USD', weekStart: 1, language: 'en' } as const;
  const [one, two] = [
    await insertWorkspace(postgres.db, clock, { name: 'One', ...settings }, null),
    await insertWorkspace(postgres.db, clock, { name: 'Two', ...settings }, null),
  ];
  const resolve = (messages: readonly ResolvableMessage[], workspace = one): Promise<readonly ResolvedMessage[]> =>
    postgres.transaction((tx) => identity.resolveMessages(tx, workspace, messages));
  /** Calls the route of an endpoint as a member with these permissions. */
  const call = async <E extends Endpoint>(endpoint: E, input: EndpointInput<E>, given: Calling = {}): Promise<EndpointOutput<E>> => {
    const found = identity.routes.find((route) => route.endpoint.id === endpoint.id);
    if (!found) throw new Error(`no route answers ${endpoint.id}`);
    const { without = [], workspace = one } = given;
    const context = {
      workspace,
      now: clock.now(),
      requestId: 'r1',
      language: 'en' as const,
      request: new Request('http://localhost/'),
      origin: 'http://localhost',
      actor: { kind: 'user', id: 'usr_1', name: 'Ada', permissions: new Set<Permission>() } as const,
      may: (permission: Permission) => !without.includes(permission),
    };
    const parsed = {
      params: endpoint.params?.parse(input.params),
      query: endpoint.query?.parse(input.query ?? {}),
      body: endpoint.body?.parse(input.body),
    };
    return endpoint.out.parse(await found.handle(parsed as Parameters<Route['handle']>[0], context)) as EndpointOutput<E>;
  };
  return {
    call,
    postgres,
    clickhouse,
    clock,
    identity,
    facts,
    one,
    two,
    resolve,
    close: () => Promise.all([postgres.drop(), clickhouse.drop()]),
  };
};

interface Calling {
  readonly without?: readonly Permission[];
  readonly workspace?: WorkspaceContext;
}

export type OpenIdentity = Awaited<ReturnType<typeof openIdentity>>;

/** A tracking message with what is given and nothing else. */
export const message = (given: Partial<ResolvableMessage>): ResolvableMessage => ({
  kind: 'track',
  userId: null,
  anonymousId: null,
  deviceId: null,
  previousId: null,
  groupId: null,
  email: null,
  ...{ receivedAt: NOW, traits: { set: {}, setOnce: {} }, context: { isBot: false } },
  ...given,
});
