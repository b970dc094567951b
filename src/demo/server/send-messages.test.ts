import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DoorPost, type Sent, sendMessages } from './send-messages.ts';

const NOTHING: Sent = { sent: 0, accepted: 0, rejected: 0 };

let folder: string;
let files: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-messages-'));
  const line = (n: number): string => JSON.stringify({ type: 'track', messageId: `m${n}`, properties: { text: 'é'.repeat(60_000) } });
  files = [1, 2].map((file) => {
    const path = join(folder, `messages-${file}.ndjson`);
    writeFileSync(path, `${[1, 2, 3, 4].map((n) => line(file * 10 + n)).join('\n')}\n`);
    return path;
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Body {
  readonly historicalMigration: boolean;
  readonly batch: readonly { readonly messageId: string }[];
}

/** A door that keeps what it hears, and refuses the first `busy` requests. */
const door = (busy = 0) => {
  const heard: string[][] = [];
  let left = busy;
  let largest = 0;
  const post: DoorPost = async (body) => {
    if (left > 0) {
      left -= 1;
      return Response.json({ detail: 'later' }, { status: 503, headers: { 'retry-after': '0.01' } });
    }
    largest = Math.max(largest, Buffer.byteLength(body));
    const { batch, historicalMigration } = JSON.parse(body) as Body;
    expect(historicalMigration).toBe(true);
    heard.push(batch.map(({ messageId }) => messageId));
    return Response.json({ accepted: batch.length - 1, rejected: [{ index: 0 }, { index: 0 }] });
  };
  return { post, heard, largest: () => largest };
};
const all = async (from: Sent, post: DoorPost): Promise<readonly Sent[]> => {
  const told: Sent[] = [];
  for await (const one of sendMessages(files, from, post)) told.push(one);
  return told;
};

describe('sendMessages', () => {
  it('sends all in their order, below the door’s limit, and adds up what is answered', async () => {
    const { post, heard, largest } = door();
    const told = await all(NOTHING, post);
    expect(heard.flat()).toEqual(['m11', 'm12', 'm13', 'm14', 'm21', 'm22', 'm23', 'm24']);
    expect(heard.length).toBeGreaterThan(1);
    expect(largest()).toBeLessThan(500 * 1024);
    expect(told.at(-1)).toEqual({ sent: 8, accepted: 8 - heard.length, rejected: heard.length });
  });

  it('goes on behind what was answered', async () => {
    const { post, heard } = door();
    const told = await all({ sent: 5, accepted: 5, rejected: 0 }, post);
    expect(heard.flat()).toEqual(['m22', 'm23', 'm24']);
    expect(told.at(-1)?.sent).toBe(8);
  });

  it('asks a busy door again, and gives up where one refuses for good', async () => {
    const { post, heard } = door(2);
    await all(NOTHING, post);
    expect(heard.flat()).toHaveLength(8);
    const refusing: DoorPost = async () => Response.json({ detail: 'This write key is not known.' }, { status: 401 });
    await expect(all(NOTHING, refusing)).rejects.toThrow(/401.*not known/);
  });
});
