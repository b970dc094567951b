import type { DemoState } from '#demo/contracts.ts';
import { type AccountTruth, accountStory, type CompanyPlan, type CompanyTruth, companyStory } from '#demo/index.ts';
import type { MetricResult } from '#flow/measures/contracts.ts';
import type { TestProduct, TestWorkspace } from '../product.ts';

/** A simulated company in a workspace of its own, brought through the doors, and what is true of it. */
export interface BroughtCompany {
  readonly workspace: TestWorkspace;
  readonly plan: CompanyPlan;
  readonly truths: readonly AccountTruth[];
  readonly onlookers: CompanyTruth['onlookers'];
  readonly state: DemoState;
  ask(metric: string, question: Readonly<Record<string, unknown>>): Promise<MetricResult>;
  /** The stages that an account went through as believed at an instant (UTC ms; null: now), by the account's id in the files. */
  movesOf(knownAt: number | null): Promise<ReadonlyMap<string, readonly KnownMove[]>>;
}

export interface KnownMove {
  readonly stage: string;
  readonly on: string;
  readonly at: number;
}

export interface Wish {
  readonly seed: number;
  readonly accounts: number;
  readonly language: 'en' | 'zh-CN' | 'es';
  readonly timeZone: string;
  readonly currency: string;
}

/** Brings the company as a click does, and waits until its past is worked out. */
export const bringCompany = async (
  product: TestProduct,
  { seed, accounts, language, timeZone, currency }: Wish,
): Promise<BroughtCompany> => {
  const workspace = await product.workspace({ name: `Truth ${seed}`, timeZone, currency });
  const asked = await workspace.call<DemoState>('POST', '/api/v1/demo', { seed, accounts, language, uses: 8 });
  if (asked.status !== 202) throw new Error(`The demo company was refused: ${JSON.stringify(asked.body)}`);
  const state = await untilHere(workspace);
  await product.rooms.settle();
  const plan = state.plan!;
  const truths = Array.from({ length: accounts }, (_, index) => accountStory(plan, index).truth);
  return {
    workspace,
    plan,
    truths,
    onlookers: companyStory(plan).truth.onlookers,
    state,
    ask: async (metric, question) => (await workspace.call<MetricResult>('POST', `/api/v1/metrics/${metric}/ask`, question)).body,
    movesOf: (knownAt) => readMoves(product, workspace.ws, knownAt),
  };
};

const untilHere = async (workspace: TestWorkspace): Promise<DemoState> => {
  for (;;) {
    const { body } = await workspace.call<DemoState>('GET', '/api/v1/demo');
    if (body.status !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const readMoves = async (product: TestProduct, ws: number, knownAt: number | null): Promise<ReadonlyMap<string, readonly KnownMove[]>> => {
  const { rows } = await product.stores.postgres.pool.query<{ id: string; stage: string; day: string; at: Date }>(
    `select key.external_id as id, move.stage, move.entered_on::text as day, move.entered_at as at
     from lifecycle_move as move join (
       select distinct ws, account_num, external_id from account_key where source in ('demo', 'group')) as key on key.ws = move.ws and key.account_num = move.account_num
     where move.ws = $1 and ($2::timestamptz is null and move.known_to is null
       or move.known_from <= $2 and (move.known_to is null or move.known_to > $2)) order by move.entered_at, move.n`,
    [ws, knownAt === null ? null : new Date(knownAt)],
  );
  const moves = rows.map(({ id, stage, day, at }) => ({ id, stage, on: day, at: at.getTime() }));
  return Map.groupBy(moves, (move) => move.id);
};
