import { type Alias, type IdentityMessage, namingOf } from './alias.ts';
import type { IdConvention } from './junk-ids.ts';
import type { KnownPeople } from './known-people.ts';
import type { LedgerStep, MergeReason, PersonId, Refusal } from './ledger.ts';
import {
  canonicalOf,
  factsOf,
  isKeptApart,
  movedPeople,
  nextPerson,
  nodeOf,
  takeStep,
  type WorkingPeople,
  workingPeople,
} from './working-people.ts';

/** Whose message it is, and what it adds to the ledger. */
export type IdentityDecision = {
  /** The message's strongest usable id: traits and events belong to whoever holds it, also after a split. */
  readonly main: Alias | null;
  /** The person (node) that holds the message's strongest id; null when it names none that can be used. */
  readonly node: PersonId | null;
  /** The canonical person once the whole batch is known; null as above. */
  readonly person: PersonId | null;
  readonly steps: readonly LedgerStep[];
};

/** The decisions of a batch, one per message in its order. */
export type ResolvedBatch = {
  readonly decisions: readonly IdentityDecision[];
  /** Canonical persons that lost their place in this batch → those that stand for them now. */
  readonly moved: ReadonlyMap<PersonId, PersonId>;
};

/**
 * Who sent each of these messages, and what follows for the ledger? Messages are taken in their order, so that cutting a stream into
 * batches anywhere gives the same people. New people have temporary ids `new:1`, `new:2` …
 */
export function resolveBatch(
  messages: readonly IdentityMessage[],
  known: KnownPeople,
  convention: IdConvention = 'aliases',
): ResolvedBatch {
  const people = workingPeople(known);
  const decided = messages.map((message) => decide(message, people, convention));
  const decisions = decided.map((one) => ({ ...one, person: one.node === null ? null : canonicalOf(people, one.node) }));
  return { decisions, moved: movedPeople(people) };
}

type Desk = {
  readonly people: WorkingPeople;
  readonly convention: IdConvention;
  readonly forced: boolean;
  readonly reason: MergeReason;
  readonly main: Alias;
  readonly write: (step: LedgerStep) => void;
};

function decide(message: IdentityMessage, people: WorkingPeople, convention: IdConvention): Omit<IdentityDecision, 'person'> {
  const { main, others, previous, weak, problems, joins, forced } = namingOf(message, convention);
  const steps: LedgerStep[] = problems.map(
    (problem): Refusal => ({ do: 'refuse', reason: problem.problem, kind: problem.kind, raw: problem.raw }),
  );
  if (main === null) return { main, node: null, steps };
  const write = (step: LedgerStep): void => {
    steps.push(step);
    takeStep(people, step);
  };
  const reason = forced ? 'forced_by_tool' : message.kind === 'alias' ? 'alias_call' : 'same_message';
  const desk: Desk = { people, convention, forced, reason, main, write };
  const earlier = previous.find((alias) => nodeOf(people, alias) !== undefined) ?? previous.at(-1);
  const same = earlier ? [...others, earlier] : others;
  const node = nodeOf(people, main) ?? placeNewcomer(desk, same);
  if (joins && !factsOf(people, canonicalOf(people, node)).identified) write({ do: 'identify', person: node });
  for (const other of same) join(desk, node, other);
  if (weak && nodeOf(people, weak) === undefined) write({ do: 'link', alias: weak, person: node });
  return { main, node, steps };
}

/** An unknown main id belongs to the first known person of the message who may take it, else to a new person. */
function placeNewcomer({ people, convention, main, write }: Desk, others: readonly Alias[]): PersonId {
  for (const other of others) {
    const node = nodeOf(people, other);
    if (node === undefined) continue;
    const { identified, hasEmail } = factsOf(people, canonicalOf(people, node));
    const taken = convention === 'aliases' && ((main.kind === 'user' && identified) || (main.kind === 'email' && hasEmail));
    if (taken) continue;
    write({ do: 'link', alias: main, person: node });
    return node;
  }
  const person = nextPerson(people);
  write({ do: 'create', person });
  write({ do: 'link', alias: main, person });
  return person;
}

function join(desk: Desk, node: PersonId, other: Alias): void {
  const { people, main, write } = desk;
  const otherNode = nodeOf(people, other);
  if (otherNode === undefined) {
    write({ do: 'link', alias: other, person: node });
    return;
  }
  const mine = canonicalOf(people, node);
  const theirs = canonicalOf(people, otherNode);
  if (mine === theirs) return;
  const refused = refusal(desk, mine, theirs);
  if (refused) {
    write({ do: 'refuse', reason: refused, alias: other, with: main });
    return;
  }
  const [survivor, absorbed] = standsFor(people, mine, theirs) ? [mine, theirs] : [theirs, mine];
  // Our rule: the identified person's traits stand. The tools' rule: those of the main id.
  const mineStands = desk.convention === 'distinct_ids' || survivor === mine;
  const [from, into] = mineStands ? [otherNode, node] : [node, otherNode];
  write({ do: 'merge', from, into, survivor, absorbed, reason: desk.reason });
}

function refusal(
  { people, convention, forced, main }: Desk,
  mine: PersonId,
  theirs: PersonId,
): 'both_have_user_ids' | 'another_email' | 'kept_apart' | null {
  if (forced) return null;
  if (isKeptApart(people, mine, theirs)) return 'kept_apart';
  const [left, right] = [factsOf(people, mine), factsOf(people, theirs)];
  if (convention === 'distinct_ids') return right.identified ? 'both_have_user_ids' : null;
  if (left.identified && right.identified) return 'both_have_user_ids';
  // A form filled in by many on one device (a stand's tablet) must not make them one person; a signed-in user may well have two addresses.
  return main.kind === 'email' && left.hasEmail && right.hasEmail ? 'another_email' : null;
}

/** Does `a` stand for both after a merge? An identified person before an unidentified one, then the older. */
function standsFor(people: WorkingPeople, a: PersonId, b: PersonId): boolean {
  const [left, right] = [factsOf(people, a), factsOf(people, b)];
  return left.identified === right.identified ? left.age < right.age : left.identified;
}
