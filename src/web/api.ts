import type { Endpoint, EndpointInput, EndpointOutput } from '#kernel/endpoint.ts';
import { ApiError, errorFromResponse } from './api-error.ts';
import { noteAnswer, noteSilence } from './connection.ts';
import { currentLanguage } from './i18n/i18n.ts';

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Repeating the call with the same key does it once. */
  readonly idempotencyKey?: string;
}

/** Calls an operation of the API. Throws an ApiError when it refuses, fails or cannot be reached. */
export const call = async <E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
  options: CallOptions = {},
): Promise<EndpointOutput<E>> => {
  const { body } = input as AnyInput;
  const headers: Record<string, string> = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
  };
  const response = await send(endpoint, input as AnyInput, {
    headers,
    signal: options.signal,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (response.status === 204 ? undefined : await response.json()) as EndpointOutput<E>;
};

/** Sends a file as the body of an `upload` operation. */
export const upload = async <E extends Endpoint>(endpoint: E, input: EndpointInput<E>, file: Blob): Promise<EndpointOutput<E>> => {
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  const response = await send(endpoint, input as AnyInput, { headers, body: file });
  return (await response.json()) as EndpointOutput<E>;
};

/** Fetches a file from a `download` operation and hands it to the reader under a name. */
export const download = async <E extends Endpoint>(endpoint: E, input: EndpointInput<E>, fileName: string): Promise<void> => {
  const response = await send(endpoint, input as AnyInput, {});
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};

/** The path and query of a call: params are put in, empty query values left out, objects written as JSON. */
export const addressOf = (endpoint: Pick<Endpoint, 'path' | 'id'>, { params = {}, query = {} }: AnyInput): string => {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`${endpoint.id} needs the parameter “${name}”`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    search.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
};

/** The workspace that a page is about, from its address `/w/<slug>/…`. */
export const workspaceInPath = (path: string): string | undefined => {
  const [, slug] = /^\/w\/([^/]+)/.exec(path) ?? [];
  return slug === undefined ? undefined : decodeURIComponent(slug);
};

const send = async (
  endpoint: Endpoint,
  input: AnyInput,
  request: { headers?: Record<string, string>; body?: BodyInit; signal?: AbortSignal },
): Promise<Response> => {
  const workspace = workspaceInPath(window.location.pathname);
  const headers = {
    accept: 'application/json',
    'accept-language': currentLanguage(),
    ...request.headers,
    ...(workspace ? { 'perennial-workspace': workspace } : {}),
  };
  const response = await fetch(addressOf(endpoint, input), {
    method: endpoint.method,
    credentials: 'same-origin',
    ...request,
    headers,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    noteSilence('offline');
    throw new ApiError({ status: 0, code: 'offline', title: 'No connection' });
  });
  if (response.status === 502 || response.status === 503 || response.status === 504) noteSilence('busy');
  else noteAnswer();
  if (!response.ok) throw await errorFromResponse(response);
  return response;
};
