import type { ClickHouse } from '#platform/clickhouse.ts';
import type { QuestionWorld } from '../../../domain/questions/question-world.ts';

/** One stream with the question put to it. */
export interface Held<Q> {
  readonly world: QuestionWorld;
  readonly question: Q;
}

/** How a question is answered by the reference, and by the engine for the facts of a workspace; all in a form that can be compared. */
export interface Answers<Q> {
  reference(held: Held<Q>): unknown;
  engine(held: Held<Q>, ws: number, byHours: boolean): Promise<unknown>;
  /** Where tables of hours can answer they are asked too, or only they: then the facts are held to the same reference elsewhere. */
  readonly hours?: 'too' | 'only';
}

let nextWs = 1;

/** Puts worlds into the event store, each as a workspace of its own; answers their numbers. */
export const insertWorlds = async (clickhouse: ClickHouse, worlds: readonly QuestionWorld[]): Promise<readonly number[]> => {
  const wss = worlds.map(() => nextWs++);
  const lines = (rowsOf: (world: QuestionWorld, ws: number) => readonly object[]): string =>
    worlds.flatMap((world, index) => rowsOf(world, wss[index]!).map((row) => JSON.stringify(row))).join('\n');
  const instant = (ms: number): string => new Date(ms).toISOString().slice(0, 23).replace('T', ' ');
  const token = `worlds-${wss[0]}`;
  const facts = lines((world, ws) =>
    world.facts.map((fact) => ({ ...fact, ws, import: 0, at: instant(fact.at), known: instant(fact.known) })),
  );
  await clickhouse.insertLines('events', facts, { token });
  const merges = lines((world, ws) => [...world.belongs].map(([alias, person]) => ({ ws, alias, person, version: 1 })));
  await clickhouse.insertLines('alias_person', merges, { token });
  const standing = lines((world, ws) => [...world.stands].map(([account, stands]) => ({ ws, account, stands, version: 1 })));
  await clickhouse.insertLines('account_standing', standing, { token });
  return wss;
};

/** Where do engine and reference disagree? Null when nowhere; else the first such stream, made as small as it can be by leaving facts out. */
export const firstDisagreement = async <Q>(
  clickhouse: ClickHouse,
  cases: readonly Held<Q>[],
  answers: Answers<Q>,
): Promise<string | null> => {
  const wss = await insertWorlds(
    clickhouse,
    cases.map(({ world }) => world),
  );
  const found = await firstOf(cases, (held, index) => disagrees(held, wss[index]!, answers));
  if (found === null) return null;
  const small = await shrunk(clickhouse, found, answers);
  const [ws] = await insertWorlds(clickhouse, [small.world]);
  const engine = await enginesSay(small, ws!, answers);
  const { facts, belongs, stands } = small.world;
  const told = facts.map((fact) =>
    JSON.stringify(Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== '' && value !== 0))),
  );
  return [
    JSON.stringify(small.question),
    ...told,
    JSON.stringify([[...belongs], [...stands]]),
    'reference',
    answers.reference(small),
    'engine',
    engine,
  ]
    .flat()
    .join('\n');
};

const LANES = 4;

const firstOf = async <Q>(cases: readonly Held<Q>[], test: (held: Held<Q>, index: number) => Promise<boolean>): Promise<Held<Q> | null> => {
  let next = 0;
  let found: Held<Q> | null = null;
  const lane = async (): Promise<void> => {
    while (next < cases.length && found === null) {
      const index = next++;
      if (await test(cases[index]!, index)) found = cases[index]!;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return found;
};

const disagrees = async <Q>(held: Held<Q>, ws: number, answers: Answers<Q>): Promise<boolean> => {
  const answered = await enginesSay(held, ws, answers);
  const right = JSON.stringify(answers.reference(held));
  return answered.some((one) => JSON.stringify(one) !== right);
};

const enginesSay = async <Q>(held: Held<Q>, ws: number, answers: Answers<Q>): Promise<readonly unknown[]> => {
  const ways = answers.hours && isOver(held) ? WAYS[answers.hours] : [false];
  return Promise.all(ways.map((byHours) => answers.engine(held, ws, byHours).catch((error: unknown) => String(error))));
};

const WAYS = { too: [false, true], only: [true] } as const;

// As of an instant at which all had happened and was known, the tables of hours may answer.
const isOver = <Q>({ world, question }: Held<Q>): boolean => {
  const { asOf } = question as { readonly asOf?: number | null };
  return typeof asOf === 'number' && world.facts.every(({ at, known }) => at <= asOf && known <= asOf);
};

// Halves first, then ever smaller pieces: what is left out for good is never tried again.
const shrunk = async <Q>(clickhouse: ClickHouse, held: Held<Q>, answers: Answers<Q>): Promise<Held<Q>> => {
  let small = held;
  for (let size = Math.ceil(held.world.facts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < small.world.facts.length; ) {
      const less = { ...small, world: { ...small.world, facts: small.world.facts.toSpliced(from, size) } };
      const [ws] = await insertWorlds(clickhouse, [less.world]);
      if (await disagrees(less, ws!, answers)) small = less;
      else from += size;
    }
  }
  return small;
};
