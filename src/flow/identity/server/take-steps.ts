import { newId } from '#platform/clock.ts';
import { type Db, takeNumbers } from '#platform/postgres.ts';
import { aliasKey } from '../domain/alias.ts';
import type { LedgerStep, PersonId } from '../domain/ledger.ts';
import { type PersonNode, personFields } from '../domain/person-record.ts';
import type { IdentityDecision } from '../domain/resolve-batch.ts';
import { NO_TRAITS } from '../domain/traits.ts';
import type { StoredAlias } from '../store/aliases.ts';
import type { StoredMerge } from '../store/merges.ts';
import type { OpenPeople } from './people-desk.ts';

export interface StepsToTake {
  readonly decisions: readonly IdentityDecision[];
  /** When the message of each decision came, UTC ms. */
  readonly instants: readonly number[];
  readonly people: OpenPeople;
  readonly firstSeq: number;
}

/** What the steps of a batch add to the ledger, with numbers. */
export interface TakenSteps {
  readonly aliases: readonly StoredAlias[];
  readonly merges: readonly StoredMerge[];
  /** The number of the row behind a person of the rules. */
  numOf(person: PersonId): number;
}

/** Gives numbers to new people and aliases and enters all steps into the open rows; nothing is written yet. */
export const takeSteps = async (tx: Db, ws: number, { decisions, instants, people, firstSeq }: StepsToTake): Promise<TakenSteps> => {
  const dated = decisions.flatMap((decision, i) => decision.steps.map((step) => ({ step, at: instants[i] ?? 0, seq: firstSeq + i })));
  const newcomers = dated.flatMap(({ step, at }) => (step.do === 'create' ? [{ id: step.person, at }] : []));
  const links = dated.flatMap(({ step }) => (step.do === 'link' ? [step] : []));
  const firstPerson = newcomers.length > 0 ? await takeNumbers(tx, ws, 'person', newcomers.length) : 0;
  const firstAlias = links.length > 0 ? await takeNumbers(tx, ws, 'alias', links.length) : 0;
  const numbers = new Map(newcomers.map(({ id }, i) => [id, firstPerson + i]));
  const numOf = (person: PersonId): number => numbers.get(person) ?? Number(person);
  for (const { id, at } of newcomers) enterNewcomer(people, numOf(id), at);
  const aliases = links.map(({ alias, person }, i) => ({ ...alias, num: firstAlias + i, personNum: numOf(person) }));
  for (const alias of aliases) enterAlias(people, alias);
  for (const { step } of dated) if (step.do === 'identify') change(people, numOf(step.person), { hasUser: true });
  const merges = dated.flatMap(({ step, at, seq }) => (step.do === 'merge' ? [mergeOf(step, at, seq, numOf)] : []));
  for (const merge of merges) enterMerge(people, merge);
  return { aliases, merges, numOf };
};

/** One text per alias, as the rules know it. */
export const keyOfStored = (alias: StoredAlias): string => aliasKey(alias as Parameters<typeof aliasKey>[0]);

/** A row for somebody new, with an id but without any alias yet. */
export const enterNewcomer = (people: OpenPeople, num: number, at: number): PersonNode => {
  const row: PersonNode = {
    ...{
      num,
      id: newId('person', at),
      mergedInto: null,
      traits: {},
      hasUser: false,
      hasEmail: false,
      aliasNum: 0,
      version: 1,
      createdAt: at,
    },
    shown: personFields(NO_TRAITS),
  };
  people.nodes.set(num, row);
  people.created.add(num);
  people.touched.add(num);
  return row;
};

/** Enters a new alias of a row; facts about a new row are told under its first one. */
export const enterAlias = (people: OpenPeople, alias: StoredAlias): void => {
  const row = people.nodes.get(alias.personNum);
  if (!row) return;
  change(people, alias.personNum, {
    hasUser: row.hasUser || alias.kind === 'user',
    hasEmail: row.hasEmail || alias.kind === 'email',
    aliasNum: row.aliasNum || alias.num,
  });
};

const change = (people: OpenPeople, num: number, part: Partial<PersonNode>): void => {
  const row = people.nodes.get(num);
  if (!row) return;
  people.nodes.set(num, { ...row, ...part });
  people.touched.add(num);
};

const enterMerge = (people: OpenPeople, merge: StoredMerge): void => {
  people.edges.push(merge);
  people.touched.add(merge.from);
  people.touched.add(merge.into);
};

const mergeOf = (step: LedgerStep & { do: 'merge' }, at: number, seq: number, numOf: (person: PersonId) => number): StoredMerge => ({
  id: newId('merge', at),
  kind: 'person',
  seq,
  from: numOf(step.from),
  into: numOf(step.into),
  forced: step.reason === 'forced_by_tool',
  reason: step.reason,
  actor: 'system',
  at,
  undoneAt: null,
  details: {},
});
