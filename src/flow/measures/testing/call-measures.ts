import type { Permission } from '#kernel/endpoint.ts';
import { type ContextOf, NOBODY } from '#platform/http.ts';
import type { Measures } from '../index.ts';

/** What a route is called with. */
export interface RouteInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

interface Call {
  /** Of the endpoint. */
  readonly id: string;
  readonly input: RouteInput;
  readonly permissions: readonly Permission[];
}

const WORKSPACE = {
  ws: 1,
  id: 'wsp_1',
  slug: 'one',
  name: 'One',
  timeZone: 'UTC',
  currency: 'USD',
  weekStart: 1,
  language: 'en',
} as const;

/** What does a route of the measures answer to somebody with these permissions, in workspace 1 at `now` (UTC ms)? */
export const callMeasures = async (measures: Measures, now: number, { id, input, permissions }: Call): Promise<unknown> => {
  const found = measures.routes.find((one) => one.endpoint.id === id);
  if (!found) throw new Error(`The measures have no route ${id}.`);
  const context: ContextOf<'records.read'> = {
    ...{
      workspace: WORKSPACE,
      actor: NOBODY,
      now,
      requestId: 'r',
      language: 'en' as const,
      request: new Request('http://localhost'),
      origin: 'http://localhost',
    },
    may: (permission) => permissions.includes(permission),
  };
  return found.handle({ params: {}, query: {}, body: {}, ...input } as never, context);
};
