import { jointPeople, type PersonEdge, type PersonFields, type PersonNode, personFields } from './person-record.ts';

/** What rows become once it is clear who is one human. */
export type SettledPeople = {
  /** Rows that differ from what they were, new ones included. */
  readonly rows: readonly PersonNode[];
  /** Those of them that show something new, or stand for themselves again: their change is told as a fact. */
  readonly told: ReadonlySet<number>;
  /** Row → who stands for it now, for every row looked at. */
  readonly standing: ReadonlyMap<number, number>;
  /** Earlier rows for which somebody else stands now than before. */
  readonly moved: readonly { readonly raw: number; readonly stands: number }[];
};

export type UnsettledPeople = {
  readonly nodes: ReadonlyMap<number, PersonNode>;
  /** The merges that stand among these rows. */
  readonly edges: readonly PersonEdge[];
  /** Rows that say something new, that were joined or that were parted. */
  readonly touched: ReadonlySet<number>;
  readonly created: ReadonlySet<number>;
};

/** Who stands for whom among these rows, and what do those show? Groups without a touched row stay as they are. */
export function settlePeople({ nodes, edges, touched, created }: UnsettledPeople): SettledPeople {
  const rows: PersonNode[] = [];
  const told = new Set<number>();
  const standing = new Map<number, number>();
  for (const group of groupsOf(nodes, edges)) {
    const isTouched = group.nodes.some(({ num }) => touched.has(num));
    const joint = isTouched ? jointPeople(group.nodes, group.edges)[0] : undefined;
    for (const node of group.nodes) {
      standing.set(node.num, joint?.num ?? node.mergedInto ?? node.num);
      if (!joint) continue;
      const mergedInto = joint.num === node.num ? null : joint.num;
      const shown = mergedInto === null ? personFields(joint.traits) : node.shown;
      const showsNew = mergedInto === null && (node.mergedInto !== null || created.has(node.num) || !sameFields(shown, node.shown));
      if (showsNew) told.add(node.num);
      const version = showsNew && !created.has(node.num) ? node.version + 1 : node.version;
      if (showsNew || touched.has(node.num) || mergedInto !== node.mergedInto) rows.push({ ...node, mergedInto, shown, version });
    }
  }
  const moved = Array.from(standing, ([raw, stands]) => ({ raw, stands, was: nodes.get(raw)?.mergedInto ?? raw }))
    .filter(({ raw, stands, was }) => stands !== was && !created.has(raw))
    .map(({ raw, stands }) => ({ raw, stands }));
  return { rows, told, standing, moved };
}

/** Rows that are one human, with the merges that make them so. */
export type PeopleGroup = { readonly nodes: readonly PersonNode[]; readonly edges: readonly PersonEdge[] };

/** Which of these rows are one human by these merges? */
export function groupsOf(nodes: ReadonlyMap<number, PersonNode>, edges: readonly PersonEdge[]): readonly PeopleGroup[] {
  const lead = new Map<number, number>();
  const leadOf = (num: number): number => {
    let at = num;
    for (let next = lead.get(at); next !== undefined; next = lead.get(at)) at = next;
    return at;
  };
  for (const { from, into } of edges) {
    const [a, b] = [leadOf(from), leadOf(into)];
    if (a !== b) lead.set(Math.max(a, b), Math.min(a, b));
  }
  const edgesByLead = Map.groupBy(edges, (edge) => leadOf(edge.into));
  return Array.from(
    Map.groupBy(nodes.values(), (node) => leadOf(node.num)),
    ([first, members]) => ({
      nodes: members,
      edges: edgesByLead.get(first) ?? [],
    }),
  );
}

function sameFields(a: PersonFields, b: PersonFields): boolean {
  return (
    a.name === b.name &&
    a.email === b.email &&
    a.title === b.title &&
    a.phone === b.phone &&
    a.channel === b.channel &&
    a.homeAccount === b.homeAccount &&
    sameEntries(a.attributes, b.attributes)
  );
}

function sameEntries(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}
