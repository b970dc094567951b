import { open } from 'node:fs/promises';
import type { DemoState, DemoWish } from '#demo/contracts.ts';
import { accountStory, companyStory, DEMO_SIZES, type DemoSize } from '#demo/index.ts';
import { type AppError, OperatorError } from '#kernel/app-error.ts';
import { allWorkspaces } from '#platform/access.ts';
import { readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { openProduct } from '../product.ts';
import { callProduct } from './call-product.ts';

interface DemoOptions {
  readonly seed?: string;
  readonly accounts?: string;
  readonly months?: string;
  readonly uses?: string;
  readonly language?: string;
  readonly size?: string;
  readonly truth?: string;
  readonly json?: boolean;
  readonly workspace?: string;
  readonly key?: string;
  readonly url: string;
}

/** Asks one place for the demo company and looks how far it is. */
interface Place {
  ask(wish: DemoWish): Promise<DemoState>;
  state(): Promise<DemoState>;
  close(): Promise<void>;
}

const POLL_MS = 400;

/** Brings the demo company into a running Perennial (with an API key) or into the data folder of a stopped one, and waits until it is there. */
export const runDemoCommand = async (options: DemoOptions): Promise<void> => {
  const wish = wishOf(options);
  const place = options.key ? runningPlace(options.url, options.key) : await stoppedPlace(options.workspace);
  try {
    const state = await untilEnded(place, await place.ask(wish), options);
    if (options.truth && state.plan) await writeTruth(options.truth, state.plan);
    process.stdout.write(options.json ? `${JSON.stringify(state)}\n` : report(state));
    if (state.status !== 'done') process.exitCode = 1;
  } finally {
    await place.close();
  }
};

/** What do the options wish for? Refuses what is none, by its name. */
const wishOf = (options: DemoOptions): DemoWish => {
  const { size = 'small', language } = options;
  if (!Object.hasOwn(DEMO_SIZES, size)) throw refused('--size', size, 'one of small, medium and large');
  if (size === 'large')
    throw new OperatorError('invalid', '--size large is too large for the doors of a running product.', {
      remedy: 'Build it in bulk with “npm run bench -- --size large”, or choose medium.',
    });
  if (language !== undefined && !['en', 'zh-CN', 'es'].includes(language)) throw refused('--language', language, 'one of en, zh-CN and es');
  const { accounts, usesPerPersonMonth } = DEMO_SIZES[size as DemoSize];
  const number = (option: 'seed' | 'accounts' | 'months' | 'uses', from: number, to: number): number | undefined => {
    const text = options[option];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < from || value > to)
      throw refused(`--${option}`, text, `a whole number from ${from} to ${to}`);
    return value;
  };
  return {
    seed: number('seed', 0, 2_147_483_647),
    accounts: number('accounts', 1, 5_000) ?? accounts,
    months: number('months', 3, 36),
    uses: number('uses', 0, 200) ?? usesPerPersonMonth,
    language: language as DemoWish['language'],
  };
};

const refused = (option: string, given: string, wanted: string): AppError =>
  new OperatorError('invalid', `${option} is “${given}”.`, { remedy: `Give it ${wanted}.` });

const untilEnded = async (place: Place, asked: DemoState, { json }: DemoOptions): Promise<DemoState> => {
  let state = asked;
  while (state.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    state = await place.state();
    const now = state.phases.find((phase) => phase.state === 'running');
    if (!json && process.stderr.isTTY && now)
      process.stderr.write(
        `\r${Math.round(state.ratio * 100)} % · ${now.phase} ${now.total > 0 ? `${now.done} of ${now.total}` : ''}      `,
      );
  }
  if (!json && process.stderr.isTTY) process.stderr.write('\n');
  return state;
};

const report = (state: DemoState): string => {
  if (state.status !== 'done')
    return `The demo company did not come in: ${state.error?.message ?? state.status}\n${state.error?.remedy ?? ''}\n`;
  const { plan, accepted, startedAt, finishedAt } = state;
  const seconds = startedAt !== null && finishedAt !== null ? Math.round((finishedAt - startedAt) / 1000) : 0;
  return `The demo company is here: ${plan?.accounts} accounts, ${plan?.months} months until ${plan?.endsOn}, ${accepted} events, seed ${plan?.seed}, in ${seconds} s.\n`;
};

/** What is true of the company, a line of JSON for itself and one for each account: the product never reads it. */
const writeTruth = async (path: string, plan: NonNullable<DemoState['plan']>): Promise<void> => {
  const file = await open(path, 'w').catch((cause: unknown) => {
    throw new OperatorError('invalid', `--truth is “${path}”, where nothing can be written.`, {
      remedy: 'Name a file in a folder that exists.',
      cause,
    });
  });
  try {
    const { truth, fxRates } = companyStory(plan);
    await file.write(`${JSON.stringify({ plan, company: truth, fxRates })}\n`);
    for (let account = 0; account < plan.accounts; account += 1) await file.write(`${JSON.stringify(accountStory(plan, account).truth)}\n`);
  } finally {
    await file.close();
  }
};

const runningPlace = (url: string, key: string): Place => {
  const there = { url, key, orElse: 'leave --key out to work on the data folder of a stopped one' };
  return {
    ask: (wish) => callProduct<DemoState>(there, ['POST', '/api/v1/demo'], { json: wish }),
    state: () => callProduct<DemoState>(there, ['GET', '/api/v1/demo']),
    close: async () => undefined,
  };
};

const stoppedPlace = async (slug: string | undefined): Promise<Place> => {
  const product = await openProduct({ config: readConfig(process.env), log: createLog('warn') });
  try {
    const all = await allWorkspaces(product.stores.postgres.db);
    const workspace = slug === undefined && all.length === 1 ? all[0] : all.find((one) => one.slug === slug);
    if (!workspace)
      throw noWorkspace(
        slug,
        all.map((one) => one.slug),
      );
    const { demo } = product.rooms;
    return { ask: (wish) => demo.ask(workspace, wish, 'cli'), state: () => demo.state(workspace.ws), close: () => product.close() };
  } catch (error) {
    await product.close();
    throw error;
  }
};

const noWorkspace = (slug: string | undefined, slugs: readonly string[]): AppError =>
  slugs.length === 0
    ? new OperatorError('not_found', 'There is no workspace yet.', { remedy: 'Make one with “npm run perennial -- init …”.' })
    : new OperatorError('not_found', slug === undefined ? '--workspace is missing.' : `--workspace is “${slug}”, which does not exist.`, {
        remedy: `Give it one of: ${slugs.join(', ')}.`,
      });
