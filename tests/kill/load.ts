/** Sends numbered messages from several connections and tries each again until it is acknowledged, as a tracking library does. */
export interface Load {
  /** Sends to this address from now on; undefined while the process is down. */
  aim(host: string | undefined): void;
  /** Stops making new messages and resolves when all of them were acknowledged. */
  finish(): Promise<void>;
  /** Messages made, and the numbers of the acknowledged ones so far. */
  readonly made: () => number;
  readonly acknowledged: ReadonlySet<number>;
  /** Messages that were answered as seen before. */
  readonly duplicates: () => number;
}

interface Answer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly unknown[];
}

const CONNECTIONS = 6;
const USERS = 40;

/** Starts the load; `random` in [0, 1) decides sizes and what is sent twice on purpose. */
export const startLoad = (random: () => number): Load => {
  const acknowledged = new Set<number>();
  let host: string | undefined;
  let made = 0;
  let duplicates = 0;
  let isFinishing = false;

  const nextBatch = (): readonly number[] => {
    const fresh = Array.from({ length: 1 + Math.floor(random() * 40) }, () => made++);
    // A beacon whose answer nobody saw: an acknowledged message travels again.
    const again = random() < 0.2 && fresh[0]! > 0 ? [Math.floor(random() * fresh[0]!)] : [];
    return [...fresh, ...again, ...(random() < 0.1 ? fresh.slice(0, 1) : [])];
  };
  const connection = async (): Promise<void> => {
    while (!isFinishing) {
      if (host === undefined) {
        await pause(10);
        continue;
      }
      const batch = nextBatch();
      for (let answer = await send(host, batch); ; answer = await send(host, batch)) {
        if (answer) {
          if (answer.rejected.length > 0 || answer.accepted + answer.duplicates !== batch.length) throw new Error(JSON.stringify(answer));
          duplicates += answer.duplicates;
          for (const n of batch) acknowledged.add(n);
          break;
        }
        await pause(20);
      }
    }
  };
  const connections = Array.from({ length: CONNECTIONS }, connection);
  return {
    aim: (next) => {
      host = next;
    },
    finish: async () => {
      isFinishing = true;
      await Promise.all(connections);
    },
    made: () => made,
    acknowledged,
    duplicates: () => duplicates,
  };
};

/** The answer of the door; undefined when the process or its database was away, or asked for patience. */
const send = async (host: string | undefined, numbers: readonly number[]): Promise<Answer | undefined> => {
  if (host === undefined) return undefined;
  try {
    const response = await fetch(`${host}/v1/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ writeKey: 'kill', batch: numbers.map(messageOf) }),
      signal: AbortSignal.timeout(15_000),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as Answer;
    if (response.status === 429 || response.status === 503) return undefined;
    throw new TypeError(`${response.status} ${text}`);
  } catch (error) {
    if (error instanceof TypeError && /^[45]\d\d /.test(error.message)) throw error;
    return undefined;
  }
};

const messageOf = (n: number) => ({
  type: 'track',
  event: 'Load',
  messageId: `load-${n}`,
  userId: `user-${n % USERS}`,
  properties: { n },
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
