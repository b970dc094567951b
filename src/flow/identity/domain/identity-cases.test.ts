import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Alias, aliasKey, type CallKind } from './alias.ts';
import { type HistoryEntry, peopleOf, type ReceivedMessage, receiveMessages } from './people-history.ts';

/** Cases from the field's own test suites, restated; they lie beside the project. */
const FILE = new URL('../../../../../shared/cases/identity.json', import.meta.url);

const Person = z.strictObject({
  workspace: z.string().default('w1'),
  distinct_ids: z.array(z.string()),
  properties: z.record(z.string(), z.unknown()).optional(),
  identified: z.boolean().optional(),
  created_at: z.string().optional(),
  events: z.array(z.string()).optional(),
});
const Event = z.strictObject({
  type: z.enum(['event', 'identify', 'alias', 'merge']),
  name: z.string().optional(),
  workspace: z.string().default('w1'),
  distinct_id: z.string(),
  anonymous_id: z.string().optional(),
  alias: z.string().optional(),
  timestamp: z.string().optional(),
  set: z.record(z.string(), z.unknown()).optional(),
  set_once: z.record(z.string(), z.unknown()).optional(),
});
const IdentityCase = z.object({
  id: z.string(),
  kind: z.literal('identity'),
  source: z.object({ test: z.string() }),
  input: z.strictObject({ existing_persons: z.array(Person), events: z.array(Event) }),
  expected: z.strictObject({ person_count: z.number().optional(), persons: z.array(Person).optional() }),
});
const OtherCase = z.object({ kind: z.enum(['event_time', 'client_identity']) });
const Cases = z.object({ cases: z.array(z.union([IdentityCase, OtherCase])) });

type EventOfCase = z.infer<typeof Event>;
type Answer = { workspace: string; distinct_ids: string[]; properties: object; identified: boolean; created_at: string; events: string[] };

const CALLS: Readonly<Record<EventOfCase['type'], CallKind>> = { event: 'track', identify: 'identify', alias: 'alias', merge: 'merge' };

function existing(person: z.infer<typeof Person>, index: number): readonly HistoryEntry[] {
  const id = `person-${index + 1}`;
  const aliases = person.distinct_ids.map((value): Alias => ({ kind: 'distinct', value }));
  return [
    { do: 'create', person: id, at: Date.parse(person.created_at ?? '2020-01-01T00:00:00Z') },
    ...aliases.map((alias) => ({ do: 'link', alias, person: id }) as const),
    ...(person.identified ? [{ do: 'identify', person: id } as const] : []),
    ...aliases.slice(0, 1).map((alias) => ({ do: 'set', alias, change: { set: person.properties ?? {} } }) as const),
  ];
}

function received(event: EventOfCase, index: number): ReceivedMessage {
  const at = event.timestamp ? Date.parse(event.timestamp) : Date.parse('2021-01-01T00:00:00Z') + index;
  const change = { set: event.set, setOnce: event.set_once };
  return { kind: CALLS[event.type], userId: event.distinct_id, anonymousId: event.anonymous_id, previousId: event.alias, change, at };
}

/** Batches of any size must give the same answer, so every case is asked with several. */
function answer(input: z.infer<typeof IdentityCase>['input'], workspace: string, batchSize: number): readonly Answer[] {
  let history: readonly HistoryEntry[] = input.existing_persons.filter((person) => person.workspace === workspace).flatMap(existing);
  const events = input.events.filter((event) => event.workspace === workspace);
  const messages = events.map(received);
  const eventsByAlias: { key: string; name: string; at: number }[] = [];
  for (let start = 0; start < messages.length; start += batchSize) {
    const batch = receiveMessages(history, messages.slice(start, start + batchSize), 'distinct_ids');
    history = batch.history;
    batch.decisions.forEach(({ main }, i) => {
      const event = events[start + i];
      if (main && event) eventsByAlias.push({ key: aliasKey(main), name: event.name ?? event.type, at: messages[start + i]?.at ?? 0 });
    });
  }
  return peopleOf(history).map((person) => {
    const keys = new Set(person.aliases.map(aliasKey));
    const own = eventsByAlias.filter(({ key }) => keys.has(key)).sort((a, b) => a.at - b.at);
    return {
      workspace,
      distinct_ids: person.aliases.map(({ value }) => value).sort(),
      properties: Object.fromEntries(person.traits),
      identified: person.identified,
      created_at: new Date(person.since).toISOString(),
      events: own.map(({ name }) => name),
    };
  });
}

describe('identity cases of the field', () => {
  const all = Cases.parse(JSON.parse(readFileSync(FILE, 'utf8'))).cases;
  const cases = all.filter((one): one is z.infer<typeof IdentityCase> => one.kind === 'identity');

  it('finds the cases', () => expect(cases.length).toBeGreaterThan(20));

  for (const { id, source, input, expected } of cases) {
    it.each([1, 2, 1000])(`${id}: ${source.test} (batches of %i)`, (batchSize) => {
      const workspaces = new Set([...input.existing_persons, ...input.events].map(({ workspace }) => workspace));
      const people = [...workspaces].flatMap((workspace) => answer(input, workspace, batchSize));
      if (expected.person_count !== undefined) expect(people).toHaveLength(expected.person_count);
      for (const person of expected.persons ?? []) {
        const ids = person.distinct_ids.toSorted();
        const named = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
        expect(people).toContainEqual(expect.objectContaining({ ...named, distinct_ids: ids }));
      }
    });
  }
});
