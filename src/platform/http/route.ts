import type { Endpoint, EndpointOutput, EndpointParsed } from '#kernel/endpoint.ts';
import type { ContextOf } from './context.ts';

/** An endpoint with the code that answers it. A download or an odd status answers with a Response of its own. */
export interface Route {
  readonly endpoint: Endpoint;
  handle(input: { params: unknown; query: unknown; body: unknown }, context: ContextOf<'records.read'>): Promise<unknown>;
}

/** Ties an endpoint to its handler with the exact types of both. */
export const route = <E extends Endpoint>(
  endpoint: E,
  handle: (input: EndpointParsed<E>, context: ContextOf<E['policy']>) => Promise<EndpointOutput<E> | Response>,
): Route => ({ endpoint, handle }) as unknown as Route;
