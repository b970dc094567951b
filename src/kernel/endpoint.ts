import type { z } from 'zod';

/** What an actor may do in a workspace; routes name one of these. */
export const PERMISSIONS = [
  'records.read',
  'records.write',
  'money.read',
  'personal.read',
  'import.run',
  'plays.write',
  'settings.write',
  'members.write',
  'keys.write',
  'ingest',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Who may call a route: anyone, any signed-in user, or an actor of a workspace that holds a permission. */
export type Policy = 'anyone' | 'signed-in' | Permission;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the API, stated once: the server, the web client, the CLI, OpenAPI and the guards all read it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Access extends Policy = Policy,
> {
  /** Verb and noun, unique: `listAccounts`. */
  readonly id: string;
  readonly method: Method;
  /** Path with `:params`. */
  readonly path: string;
  readonly policy: Access;
  readonly summary: string;
  readonly tag: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly out: Out;
  /** Success status; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204;
  /** What travels when it is not JSON: a file sent (`upload`) or received (`download`). */
  readonly transfer?: 'upload' | 'download';
}

/** Declares an endpoint and keeps the exact types of its shapes. */
export const endpoint = <
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Out extends z.ZodType = z.ZodType,
  const Access extends Policy = Policy,
>(
  definition: Endpoint<Params, Query, Body, Out, Access>,
): Endpoint<Params, Query, Body, Out, Access> => definition;

/** What a caller sends to an endpoint (before defaults). */
export type EndpointInput<E> =
  E extends Endpoint<infer Params, infer Query, infer Body, z.ZodType>
    ? Part<'params', z.input<Params>> & Part<'query', z.input<Query>> & Part<'body', z.input<Body>>
    : never;

/** What a handler receives (after validation and defaults). */
export type EndpointParsed<E> =
  E extends Endpoint<infer Params, infer Query, infer Body, z.ZodType>
    ? { readonly params: z.output<Params>; readonly query: z.output<Query>; readonly body: z.output<Body> }
    : never;

/** What an endpoint answers. */
export type EndpointOutput<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer Out> ? z.output<Out> : never;

type Part<Key extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Key]?: undefined }
  : unknown extends Value
    ? { readonly [K in Key]?: undefined }
    : Partial<Record<string, never>> extends Value
      ? { readonly [K in Key]?: Value }
      : { readonly [K in Key]: Value };
