import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { AppError } from '#kernel/app-error.ts';
import { DEMO_SAYS } from '../domain/demo-sayings.ts';

/** What the event door answered to messages so far. */
export interface Sent {
  readonly sent: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** How messages reach the event door. */
export type DoorPost = (body: string) => Promise<Response>;

/** Below the door's 500 KB, with room for the envelope. */
const BODY_BYTES = 400_000;
const TRIES = 60;

/**
 * Sends the messages of these files, one a line, in their order to the event door as history, without the first `from.sent`; yields after each
 * batch what was answered. A door that is busy is asked again after the time that it names.
 */
export async function* sendMessages(files: readonly string[], from: Sent, post: DoorPost): AsyncGenerator<Sent> {
  let counted = from;
  let skip = from.sent;
  let lines: string[] = [];
  let bytes = 0;
  const flush = async (): Promise<Sent> => {
    const { accepted, rejected } = await deliver(lines, post);
    counted = { sent: counted.sent + lines.length, accepted: counted.accepted + accepted, rejected: counted.rejected + rejected };
    lines = [];
    bytes = 0;
    return counted;
  };
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (skip > 0) {
        skip -= 1;
        continue;
      }
      const size = Buffer.byteLength(line) + 1;
      if (bytes + size > BODY_BYTES && lines.length > 0) yield await flush();
      lines.push(line);
      bytes += size;
    }
  }
  if (lines.length > 0) yield await flush();
}

interface Receipt {
  readonly accepted: number;
  readonly rejected: readonly { readonly index: number }[];
}

const deliver = async (lines: readonly string[], post: DoorPost): Promise<{ accepted: number; rejected: number }> => {
  const body = `{"historicalMigration":true,"batch":[${lines.join(',')}]}`;
  for (let tries = 1; ; tries += 1) {
    const response = await post(body);
    if (response.ok) {
      const { accepted, rejected } = (await response.json()) as Receipt;
      return { accepted, rejected: new Set(rejected.map(({ index }) => index)).size };
    }
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy || tries === TRIES) {
      const { detail } = (await response.json()) as { readonly detail?: string };
      throw new AppError('unavailable', DEMO_SAYS.demo_door_refused({ status: String(response.status), detail: detail ?? '' }));
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000 * Number(response.headers.get('retry-after') ?? 1)));
  }
};
