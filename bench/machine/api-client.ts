import { Agent, request } from 'node:http';
import type { BenchContext } from '../harness.ts';

/** Calls the API as a browser or a server would, over connections that are kept. */
export interface ApiClient {
  readonly key: string;
  /** The parsed answer; throws on a status of 400 and above. */
  get<T>(path: string, query?: Readonly<Record<string, string | number>>): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  /** Posts a body that is text already. */
  postText(path: string, body: string): Promise<{ readonly status: number; readonly text: string }>;
  close(): void;
}

/** Makes a client that speaks with a key. */
export const apiClient = (url: string, key: string, sockets = 32): ApiClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname, port } = new URL(url);
  const send = (method: string, path: string, body?: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      });
      // The server ends connections that rest; one that it ended at this very moment is not its answer.
      sent.on('error', (error) =>
        sent.reusedSocket && 'code' in error && ['ECONNRESET', 'EPIPE'].includes(String(error.code))
          ? resolve(send(method, path, body))
          : reject(error),
      );
      sent.end(body);
    });
  const parsed = async <T>(method: string, path: string, body?: string): Promise<T> => {
    const { status, text } = await send(method, path, body);
    if (status >= 400) throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  };
  return {
    key,
    get: (path, query = {}) => {
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
      return parsed('GET', search.size > 0 ? `${path}?${search}` : path);
    },
    post: (path, body) => parsed('POST', path, JSON.stringify(body)),
    put: (path, body) => parsed('PUT', path, JSON.stringify(body)),
    patch: (path, body) => parsed('PATCH', path, JSON.stringify(body)),
    postText: (path, body) => send('POST', path, body),
    close: () => agent.destroy(),
  };
};

/** A client of the product that runs on the data of this size. */
export const apiOf = async (context: BenchContext): Promise<ApiClient> =>
  apiClient((await context.product()).url, (await context.dataset()).key);
