import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Message } from './message.ts';

export type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

export type ReceivedBatch = {
  readonly at: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly batch: readonly Message[]; readonly sentAt: string; readonly writeKey: string };
};

export type RecordingServer = {
  readonly host: string;
  readonly batches: readonly ReceivedBatch[];
  /** Every message received in accepted batches, repeated ones included. */
  readonly accepted: () => readonly Message[];
  /** Answers for the next requests, in order; after them every batch is accepted. */
  readonly answerNext: (...answers: readonly Answer[]) => void;
  readonly close: () => Promise<void>;
};

/** Starts a real HTTP server for tests that records what the client posts; `pages` are served as HTML by path, `scripts` as JavaScript. */
export const startRecordingServer = async (
  files: { readonly pages?: Readonly<Record<string, string>>; readonly scripts?: Readonly<Record<string, string>> } = {},
): Promise<RecordingServer> => {
  const batches: ReceivedBatch[] = [];
  const accepted: Message[] = [];
  const answers: Answer[] = [];

  const receive = async (request: IncomingMessage): Promise<Answer> => {
    const body = JSON.parse(await text(request));
    batches.push({ at: Date.now(), headers: request.headers, body });
    const answer = answers.shift() ?? { status: 200, body: { success: true } };
    if (answer.status < 300) accepted.push(...body.batch);
    return answer;
  };

  const serve = (path: string): Answer & { readonly type: string } => {
    const script = files.scripts?.[path];
    const page = script ?? files.pages?.[path];
    return { status: page === undefined ? 404 : 200, body: page ?? '', type: script ? 'text/javascript' : 'text/html; charset=utf-8' };
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (request.method === 'GET') {
      const file = serve(path);
      response.writeHead(file.status, { 'content-type': file.type }).end(file.body);
      return;
    }
    void receive(request).then(({ status, headers, body }) =>
      response
        .writeHead(path === '/v1/batch' ? status : 404, {
          'content-type': 'application/json',
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'retry-after',
          ...headers,
        })
        .end(JSON.stringify(body ?? {})),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}`,
    batches,
    accepted: () => accepted,
    answerNext: (...next) => {
      answers.push(...next);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
