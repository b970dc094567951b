import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertWorkspace } from '#platform/access.ts';
import { sql } from '#platform/postgres.ts';
import * as contracts from './contracts.ts';
import { aliasKey } from './domain/alias.ts';
import { canonicalPersons } from './domain/canonical-persons.ts';
import { mergePeople } from './domain/correct-people.ts';
import { type HistoryEntry, ledgerOf, peopleOf, receiveMessages } from './domain/people-history.ts';
import { message, NOW, type OpenIdentity, openIdentity } from './testing/open-identity.ts';

let house: OpenIdentity;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const SIGNED = { actor: 'Ada', at: NOW, reason: '' };
const anyId = (prefix: string) =>
  fc.option(
    fc.integer({ min: 1, max: 3 }).map((n) => `${prefix}${n}`),
    { nil: null },
  );
const anyTraits = fc.dictionary(fc.constantFrom('name', 'title', 'x', 'y'), fc.integer({ min: 1, max: 3 }), { maxKeys: 2 });
const anyMessage = fc.record({
  kind: fc.constantFrom('identify' as const, 'track' as const, 'alias' as const),
  userId: anyId('u'),
  anonymousId: anyId('a'),
  previousId: fc.oneof(anyId('a'), anyId('u')),
  deviceId: anyId('d'),
  traits: fc.record({ set: anyTraits, setOnce: anyTraits }),
});
/** A batch of messages, a merge by hand of two aliases' people, or the undoing of an earlier merge, whoever made it. */
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ messages: fc.array(anyMessage, { minLength: 1, maxLength: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ merge: fc.tuple(fc.nat(5), fc.nat(5)) }) },
  { weight: 2, arbitrary: fc.record({ undo: fc.nat(5) }) },
);

interface Shown {
  readonly aliases: readonly string[];
  readonly traits: unknown;
}

const stored = async (ws: number): Promise<readonly Shown[]> => {
  const { rows } = await sql<{ aliases: string[]; name: string | null; title: string | null; attributes: object }>`
    select person.name, person.title, person.attributes, array_agg(alias.kind || ':' || alias.value order by alias.kind || ':' || alias.value) as aliases
    from person join person member on member.ws = person.ws and coalesce(member.merged_into, member.num) = person.num
    join alias on alias.ws = member.ws and alias.person_num = member.num
    where person.ws = ${ws} and person.merged_into is null group by person.ws, person.num`.execute(house.postgres.db);
  return ordered(
    rows.map(({ aliases, name, title, attributes }) => ({
      aliases: [...aliases].sort(),
      traits: { ...attributes, ...named(name, title) },
    })),
  );
};
const expected = (history: readonly HistoryEntry[]): readonly Shown[] =>
  ordered(
    peopleOf(history)
      .filter((person) => person.aliases.length > 0)
      .map(({ aliases, traits }) => {
        const { name, title, ...rest } = Object.fromEntries(traits);
        return { aliases: aliases.map(aliasKey).sort(), traits: { ...rest, ...named(textOf(name), textOf(title)) } };
      }),
  );
const named = (name: string | null, title: string | null) => ({ ...(name !== null && { name }), ...(title !== null && { title }) });
const textOf = (value: unknown): string | null => (value === undefined ? null : String(value));
const ordered = (people: readonly Shown[]): readonly Shown[] => [...people].sort((a, b) => (a.aliases.join() < b.aliases.join() ? -1 : 1));

describe('the stores', () => {
  it('tell the same of everybody as replaying the whole history does', async () => {
    const settings = { timeZone: 'UTC', currency: 'USD', weekStart: 1, language: 'en' } as const;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 8 }), async (steps) => {
        const workspace = await insertWorkspace(house.postgres.db, house.clock, { name: 'Any', ...settings }, null);
        let history: readonly HistoryEntry[] = [];
        for (const step of steps) {
          if ('messages' in step) {
            await house.resolve(
              step.messages.map((one) => message(one)),
              workspace,
            );
            history = receiveMessages(
              history,
              step.messages.map((one) => ({ ...one, change: one.traits, at: NOW })),
            ).history;
          } else if ('merge' in step) {
            const view = canonicalPersons(ledgerOf(history));
            const aliases = [...view.nodeOf.keys()].sort();
            const [from, into] = step.merge.map((i) => aliases[i % Math.max(1, aliases.length)] ?? '');
            const [fromNode, intoNode] = [view.nodeOf.get(from ?? '') ?? '', view.nodeOf.get(into ?? '') ?? ''];
            const wish = mergePeople(view, {
              merge: `by-hand-${history.length}`,
              from: fromNode,
              into: intoNode,
              force: true,
              signed: SIGNED,
            });
            if (!wish.ok) continue;
            history = [...history, ...wish.entries];
            const [fromId, intoId] = [await rowOf(workspace.ws, from ?? ''), await rowOf(workspace.ws, into ?? '')];
            await house.call(contracts.createMerge, { body: { kind: 'person', fromId, intoId } }, { workspace });
          } else {
            const undone = new Set(history.flatMap((entry) => (entry.do === 'split' ? [entry.merge] : [])));
            const standing = history.flatMap((entry) => (entry.do === 'merge' && !undone.has(entry.merge) ? [entry] : []));
            const merge = standing[step.undo % Math.max(1, standing.length)];
            if (!merge) continue;
            history = [...history, { do: 'split', merge: merge.merge, signed: SIGNED }];
            await house.call(contracts.undoMerge, { params: { id: await mergeOf(workspace.ws, merge.from, merge.into) } }, { workspace });
          }
        }
        expect(await stored(workspace.ws)).toEqual(expected(history));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

const rowOf = async (ws: number, key: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select person.id from alias join person on person.ws = alias.ws and person.num = alias.person_num
    where alias.ws = ${ws} and alias.kind || ':' || alias.value = ${key}`.execute(house.postgres.db);
  return rows[0]?.id ?? '';
};

/** The reference counts people as they are created; so do the stores' numbers. */
const mergeOf = async (ws: number, from: string, into: string): Promise<string> => {
  const [fromNum, intoNum] = [from, into].map((person) => Number(person.replace('person-', '')));
  const { rows } = await sql<{ id: string }>`
    select id from identity_merge where ws = ${ws} and from_num = ${fromNum} and into_num = ${intoNum} and undone_at is null`.execute(
    house.postgres.db,
  );
  return rows[0]?.id ?? '';
};
