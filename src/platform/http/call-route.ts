import type { Endpoint, EndpointInput, EndpointOutput } from '#kernel/endpoint.ts';
import type { Actor, ContextOf, WorkspaceContext } from './context.ts';
import type { Route } from './route.ts';

/** Who asks from within the process, of which workspace, and when (UTC ms). */
export interface Asker {
  readonly actor: Actor;
  readonly workspace: WorkspaceContext;
  readonly now: number;
}

/** Asks a route by its contract, as a client would: the same checks of input, the same answer, the same errors. */
export type CallRoute = <E extends Endpoint>(endpoint: E, input: EndpointInput<E>, asker: Asker) => Promise<EndpointOutput<E>>;

/** Makes the caller of these routes, for work that goes through the product's own doors without a request; `routes` is read when somebody asks. */
export const createCallRoute =
  (routes: () => readonly Route[]): CallRoute =>
  async (endpoint, input, { actor, workspace, now }) => {
    const found = routes().find((one) => one.endpoint.id === endpoint.id);
    if (found === undefined) throw new Error(`No room answers ${endpoint.id}.`);
    if (!actor.permissions.has(endpoint.policy as never)) throw new Error(`${actor.name} may not ${endpoint.id}.`);
    const { params, query, body } = input as { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };
    const parsed = {
      params: endpoint.params?.parse(params ?? {}),
      query: endpoint.query?.parse(query ?? {}),
      body: endpoint.body?.parse(body),
    };
    const context: ContextOf<'records.read'> = {
      ...{ actor, workspace, now, language: workspace.language, requestId: endpoint.id, origin: 'http://localhost' },
      request: new Request('http://localhost/'),
      may: (permission) => actor.permissions.has(permission),
    };
    return endpoint.out.parse(await found.handle(parsed, context)) as never;
  };
