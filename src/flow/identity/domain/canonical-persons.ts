import { type Alias, aliasKey } from './alias.ts';
import type { LedgerEntry, PersonId } from './ledger.ts';

/** A person after all merges that still hold. */
export type CanonicalPerson = {
  readonly id: PersonId;
  /** The people it consists of, itself included, oldest first. */
  readonly members: readonly PersonId[];
  readonly aliases: readonly Alias[];
  readonly identified: boolean;
  readonly hasEmail: boolean;
  /** Its place in the ledger's order of creation; smaller is older. */
  readonly age: number;
};

/** What a ledger says at its end. */
export type CanonicalPersons = {
  readonly persons: readonly CanonicalPerson[];
  /** Alias key → the person (node) that holds it. */
  readonly nodeOf: ReadonlyMap<string, PersonId>;
  /** Person (node) → its canonical person. */
  readonly canonicalOf: ReadonlyMap<PersonId, PersonId>;
  readonly ageOf: ReadonlyMap<PersonId, number>;
  /** Pairs of people (nodes) whom a human parted: no message joins them again. */
  readonly apart: readonly (readonly [PersonId, PersonId])[];
};

/**
 * Who is who at the end of this ledger? The reference, slow and obviously right: a person is a connected component of people over the
 * merges that no split has taken back; its canonical id is its oldest identified member's, or its oldest member's when none is identified.
 */
export function canonicalPersons(ledger: readonly LedgerEntry[]): CanonicalPersons {
  const { ageOf, holders, marked, edges, apart } = readLedger(ledger);
  const heldBy = Map.groupBy(holders.values(), ({ node }) => node);
  const aliasesOf = (node: PersonId): readonly Alias[] => heldBy.get(node)?.map(({ alias }) => alias) ?? [];
  const identified = (node: PersonId): boolean => marked.has(node) || aliasesOf(node).some(({ kind }) => kind === 'user');
  const persons = components([...ageOf.keys()], [...edges.values()]).map((members): CanonicalPerson => {
    const id = members.find(identified) ?? members[0] ?? '';
    const aliases = members.flatMap(aliasesOf);
    const hasEmail = aliases.some(({ kind }) => kind === 'email');
    return { id, members, aliases, identified: members.some(identified), hasEmail, age: ageOf.get(id) ?? 0 };
  });
  const canonicalOf = new Map(persons.flatMap((person) => person.members.map((member) => [member, person.id] as const)));
  const nodeOf = new Map(Array.from(holders, ([key, { node }]) => [key, node]));
  return { persons, nodeOf, canonicalOf, ageOf, apart };
}

type Read = {
  readonly ageOf: Map<PersonId, number>;
  readonly holders: Map<string, { readonly alias: Alias; readonly node: PersonId }>;
  readonly marked: Set<PersonId>;
  /** Merges that hold, by their id. */
  readonly edges: Map<string, readonly [PersonId, PersonId]>;
  readonly apart: (readonly [PersonId, PersonId])[];
};

function readLedger(ledger: readonly LedgerEntry[]): Read {
  const read: Read = { ageOf: new Map(), holders: new Map(), marked: new Set(), edges: new Map(), apart: [] };
  for (const entry of ledger) readEntry(read, entry);
  return read;
}

function readEntry({ ageOf, holders, marked, edges, apart }: Read, entry: LedgerEntry): void {
  if (entry.do === 'create') ageOf.set(entry.person, ageOf.size);
  else if (entry.do === 'identify') marked.add(entry.person);
  else if (entry.do === 'link') holders.set(aliasKey(entry.alias), { alias: entry.alias, node: entry.person });
  else if (entry.do === 'merge') edges.set(entry.merge, [entry.from, entry.into]);
  else if (entry.do === 'unlink') {
    holders.set(aliasKey(entry.alias), { alias: entry.alias, node: entry.to });
    apart.push([entry.from, entry.to]);
  } else {
    const undone = edges.get(entry.merge);
    if (undone && edges.delete(entry.merge)) apart.push(undone);
  }
}

/** The connected components of an undirected graph, each in the order of `nodes`. */
function components(nodes: readonly PersonId[], edges: readonly (readonly [PersonId, PersonId])[]): readonly (readonly PersonId[])[] {
  const groupOf = new Map(nodes.map((node) => [node, new Set([node])]));
  for (const [a, b] of edges) {
    const left = groupOf.get(a);
    const right = groupOf.get(b);
    if (!left || !right || left === right) continue;
    for (const node of right) groupOf.set(node, left.add(node));
  }
  const seen = new Set<ReadonlySet<PersonId>>();
  return nodes.flatMap((node) => {
    const group = groupOf.get(node);
    if (!group || seen.has(group)) return [];
    seen.add(group);
    return [nodes.filter((member) => group.has(member))];
  });
}
