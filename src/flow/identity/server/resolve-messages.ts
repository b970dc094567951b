import { type Db, takeNumbers } from '#platform/postgres.ts';
import { aliasesToLookUp, aliasKey, namingOf } from '../domain/alias.ts';
import type { PersonTurn } from '../domain/person-facts.ts';
import { ACCOUNT_TRAIT } from '../domain/person-record.ts';
import { resolveBatch } from '../domain/resolve-batch.ts';
import type { TraitChange } from '../domain/traits.ts';
import { insertAliases } from '../store/aliases.ts';
import { lockIdentity } from '../store/lock.ts';
import { insertMerges } from '../store/merges.ts';
import { answerFromCache } from './answer-from-cache.ts';
import type { ChangedByMessages } from './changed-by-messages.ts';
import type { Desk } from './deps.ts';
import { type FoundBehindAliases, lookUpPeople } from './look-up-people.ts';
import { hasHome, writePeople } from './people-desk.ts';
import { placeInAccounts } from './place-in-accounts.ts';
import { rememberResolved } from './remember-resolved.ts';
import { NOBODY_RESOLVED, personChangeOf, type ResolvableMessage, type ResolvedMessage } from './resolved-message.ts';
import { sayOfPeople } from './say-of-people.ts';
import { keyOfStored, takeSteps } from './take-steps.ts';

/**
 * Who sent each of these messages? Writes new people, aliases, merges, traits and accounts with their facts in the caller's transaction; one
 * transaction at a time per workspace. Messages whose ids are known and that change nothing are answered from memory.
 */
export const resolveMessages = async (
  desk: Desk,
  tx: Db,
  ws: number,
  messages: readonly ResolvableMessage[],
): Promise<readonly ResolvedMessage[]> => {
  const answers = messages.map((message) => answerFromCache(desk.cache, ws, message));
  const open = messages.filter((_, i) => answers[i] === undefined);
  const resolved = (open.length === 0 ? [] : await resolveInStores(desk, tx, ws, open)).values();
  return answers.map((answer) => answer ?? resolved.next().value ?? NOBODY_RESOLVED);
};

/** Who sent these messages, if that is certain of all of them from memory, and that they change nothing? Null otherwise. */
export const ownersInMemory = (desk: Desk, ws: number, messages: readonly ResolvableMessage[]): readonly ResolvedMessage[] | null => {
  const answers: ResolvedMessage[] = [];
  for (const message of messages) {
    const answer = answerFromCache(desk.cache, ws, message);
    if (answer === undefined) return null;
    answers.push(answer);
  }
  return answers;
};

const resolveInStores = async (
  desk: Desk,
  tx: Db,
  ws: number,
  messages: readonly ResolvableMessage[],
): Promise<readonly ResolvedMessage[]> => {
  await lockIdentity(tx, ws);
  const found = await lookUpPeople(tx, ws, aliasesToLookUp(messages));
  // What a bot sends makes nobody and joins nobody; it is only known when its id is.
  const human = messages.filter((message) => !message.context.isBot);
  const changed = await changeByMessages(desk, tx, ws, { found, messages: human });
  const answers = messages.map((message): ResolvedMessage => {
    const { main } = namingOf(message);
    const alias = main === null ? undefined : (changed.aliases.get(aliasKey(main)) ?? found.aliases.get(aliasKey(main)));
    const named = changed.accountOf(message);
    if (!alias) return { ...NOBODY_RESOLVED, account: named };
    const person = changed.standing.get(alias.personNum) ?? alias.personNum;
    return { person, account: named || (changed.homeOf(person) ?? 0), alias: alias.num };
  });
  // A second call in one transaction reads what the first wrote, which is not certain yet.
  if (!desk.writing.has(tx)) rememberResolved(desk.cache, ws, { messages, found, changed });
  desk.writing.add(tx);
  return answers;
};

interface Batch {
  readonly found: FoundBehindAliases;
  readonly messages: readonly ResolvableMessage[];
}

const changeByMessages = async (desk: Desk, tx: Db, ws: number, { found, messages }: Batch): Promise<ChangedByMessages> => {
  const { people } = found;
  const { decisions } = resolveBatch(messages, found.known);
  const firstSeq = messages.length > 0 ? await takeNumbers(tx, ws, 'identity', messages.length) : 0;
  const instants = messages.map((message) => message.receivedAt);
  const now = instants.reduce((latest, at) => Math.max(latest, at), 0);
  const steps = await takeSteps(tx, ws, { decisions, instants, people, firstSeq });
  const rows = decisions.map(({ node }) => (node === null ? null : steps.numOf(node)));
  const placed = messages.map((message, i) => ({ message, isPlaced: hasHome(people, rows[i] ?? null) }));
  const { accounts, groups } = await placeInAccounts(desk, tx, ws, placed, now);
  const say = sayOfPeople(people);
  const turns = new Map<number, PersonTurn[]>();
  messages.forEach((message, i) => {
    const row = rows[i] ?? null;
    if (row === null) return;
    const saysMore = say(row, personChangeOf(message), firstSeq + i);
    const movesHome = say(row, homeChange(message, accounts[i] ?? 0), firstSeq + i);
    if (!saysMore && !movesHome) return;
    const turn = { at: message.receivedAt, traits: people.nodes.get(row)!.traits };
    turns.set(row, [...(turns.get(row) ?? []), turn]);
  });
  await insertAliases(tx, ws, steps.aliases, { now });
  await insertMerges(tx, ws, steps.merges);
  const settled = await writePeople(desk, tx, ws, people, { now, source: 'record', turns });
  const shown = new Map([...people.nodes.values(), ...settled.rows].map((row) => [row.num, row]));
  const accountOf = new Map(messages.map((message, i) => [message, accounts[i] ?? 0]));
  const identified = new Set(Array.from(people.nodes.values(), (row) => (row.hasUser ? (settled.standing.get(row.num) ?? row.num) : 0)));
  return {
    aliases: new Map(steps.aliases.map((alias) => [keyOfStored(alias), alias])),
    standing: settled.standing,
    touched: people.touched,
    groups,
    isIdentified: (standing) => identified.has(standing),
    homeOf: (standing) => shown.get(standing)?.shown.homeAccount ?? null,
    accountOf: (message) => accountOf.get(message) ?? 0,
  };
};

/** A group call moves its person; every other sign of an account only fills a gap. */
const homeChange = (message: ResolvableMessage, account: number): TraitChange => {
  if (account === 0) return {};
  const home = { [ACCOUNT_TRAIT]: account };
  return message.kind === 'group' ? { set: home } : { setOnce: home };
};
