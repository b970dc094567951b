import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasKey, type IdentityMessage } from './alias.ts';
import { type CanonicalPersons, canonicalPersons } from './canonical-persons.ts';
import { detachAlias, mergePeople, undoMerge } from './correct-people.ts';
import type { IdConvention } from './junk-ids.ts';
import type { LedgerEntry } from './ledger.ts';
import { type HistoryEntry, ledgerOf, peopleOf, receiveMessages } from './people-history.ts';

const SIGNED = { actor: 'mbr_1', at: 5, reason: 'same human' };
const CONVENTIONS: readonly IdConvention[] = ['aliases', 'distinct_ids'];

const anyId = (prefix: string): fc.Arbitrary<string | undefined> =>
  fc.option(
    fc.integer({ min: 1, max: 4 }).map((n) => `${prefix}${n}`),
    { nil: undefined },
  );
const anyMessage: fc.Arbitrary<IdentityMessage> = fc.record({
  kind: fc.constantFrom('identify', 'track', 'alias'),
  userId: anyId('u'),
  anonymousId: anyId('a'),
  previousId: fc.oneof(anyId('a'), anyId('u')),
  deviceId: anyId('d'),
  email: anyId('e').map((local) => local && `${local}@acme.com`),
});
const anyMessages = fc.array(anyMessage, { maxLength: 25 });
/** Messages of people who each have one user id and one address: nothing contradicts anything. */
const consistentMessages = fc.array(
  fc.record({
    human: fc.integer({ min: 1, max: 4 }),
    user: fc.boolean(),
    email: fc.boolean(),
    browser: fc.option(fc.integer({ min: 1, max: 3 })),
  }),
  { maxLength: 14 },
);

function received(messages: readonly IdentityMessage[], convention: IdConvention = 'aliases', cuts = 1): readonly HistoryEntry[] {
  let history: readonly HistoryEntry[] = [];
  for (let at = 0; at < messages.length; at += cuts) {
    const batch = messages.slice(at, at + cuts).map((message, i) => ({ ...message, at: at + i }));
    history = receiveMessages(history, batch, convention).history;
  }
  return history;
}

/** Who is together, without the names of the people. */
function partition(view: CanonicalPersons): readonly string[] {
  return view.persons
    .filter(({ aliases }) => aliases.length > 0)
    .map(({ aliases }) => aliases.map(aliasKey).sort().join(' '))
    .sort();
}

const whoIsWho = (history: readonly HistoryEntry[]): readonly string[] => partition(canonicalPersons(ledgerOf(history)));

describe('identity as messages arrive', () => {
  it('knows an anonymous visitor by the user id that comes later, and the other way round', () => {
    const visit: IdentityMessage = { kind: 'page', anonymousId: 'a1' };
    const login: IdentityMessage = { kind: 'identify', anonymousId: 'a1', userId: 'u1' };
    expect(whoIsWho(received([visit, login]))).toEqual(['anonymous:a1 user:u1']);
    expect(whoIsWho(received([login, visit]))).toEqual(['anonymous:a1 user:u1']);
  });

  it('does not join two users who share a browser', () => {
    const history = received([
      { kind: 'identify', anonymousId: 'a1', userId: 'u1' },
      { kind: 'identify', anonymousId: 'a1', userId: 'u2' },
    ]);
    expect(whoIsWho(history)).toEqual(['anonymous:a1 user:u1', 'user:u2']);
  });

  it('does not make one person of all who fill in a form on one tablet', () => {
    const history = received([
      { kind: 'identify', anonymousId: 'tablet', email: 'ann@acme.com' },
      { kind: 'identify', anonymousId: 'tablet', email: 'ben@globex.com' },
    ]);
    expect(whoIsWho(history)).toEqual(['anonymous:tablet email:ann@acme.com', 'email:ben@globex.com']);
  });

  it('joins a lead with the user who signs in under the same address', () => {
    const history = received([
      { kind: 'identify', anonymousId: 'a1', email: 'Ann@Acme.com' },
      { kind: 'identify', anonymousId: 'a2', userId: 'u1' },
      { kind: 'identify', userId: 'u1', email: 'ann@acme.com ' },
    ]);
    expect(whoIsWho(history)).toEqual(['anonymous:a1 anonymous:a2 email:ann@acme.com user:u1']);
  });

  it('never links by junk, by a shared mailbox or by a device', () => {
    const history = received([
      { kind: 'identify', userId: 'u1', anonymousId: 'undefined', email: 'info@acme.com', deviceId: 'd1' },
      { kind: 'identify', userId: 'u2', anonymousId: 'undefined', email: 'info@acme.com', deviceId: 'd1' },
      { kind: 'track', anonymousId: 'a3', deviceId: 'd1' },
      { kind: 'track', userId: 'null' },
    ]);
    expect(whoIsWho(history)).toEqual(['anonymous:a3', 'device:d1 user:u1', 'user:u2']);
  });

  it('gives a person to a device, or to a shared mailbox, that comes alone', () => {
    const history = received([
      { kind: 'track', deviceId: 'd1' },
      { kind: 'identify', email: 'info@acme.com' },
    ]);
    expect(whoIsWho(history)).toEqual(['device:d1', 'email:info@acme.com']);
  });

  it('refuses an alias call between two users', () => {
    const history = received([
      { kind: 'track', userId: 'u1' },
      { kind: 'alias', userId: 'u2', previousId: 'u1' },
    ]);
    expect(whoIsWho(history)).toEqual(['user:u1', 'user:u2']);
  });

  it.each(CONVENTIONS)('gives the same people wherever a stream is cut into batches (%s)', (convention) => {
    fc.assert(
      fc.property(anyMessages, fc.integer({ min: 1, max: 6 }), (messages, cuts) => {
        const whole = canonicalPersons(ledgerOf(received(messages, convention, messages.length || 1)));
        const pieces = canonicalPersons(ledgerOf(received(messages, convention, cuts)));
        expect(pieces.persons).toEqual(whole.persons);
      }),
    );
  });

  it.each(CONVENTIONS)('names the same canonical person in a batch as the ledger does afterwards (%s)', (convention) => {
    fc.assert(
      fc.property(anyMessages, anyMessages, (first, second) => {
        const before = received(first, convention);
        const { history, decisions } = receiveMessages(
          before,
          second.map((message) => ({ ...message, at: 0 })),
          convention,
        );
        const view = canonicalPersons(ledgerOf(history));
        const known = before.filter((entry) => entry.do === 'create').length;
        const real = (person: string | null): string | undefined => person?.replace(/^new:(\d+)$/, (_, n) => `person-${known + Number(n)}`);
        for (const { main, person } of decisions) {
          if (main) expect(real(person)).toBe(view.canonicalOf.get(view.nodeOf.get(aliasKey(main)) ?? ''));
        }
      }),
    );
  });

  it('finds the same people in any order of arrival when nothing contradicts', () => {
    fc.assert(
      fc.property(consistentMessages, fc.infiniteStream(fc.nat()), (facts, keys) => {
        const messages = facts.map(({ human, user, email, browser }): IdentityMessage => {
          const ids = { userId: user ? `u${human}` : null, email: email ? `h${human}@acme.com` : null };
          return { kind: 'identify', ...ids, anonymousId: browser ? `h${human}-b${browser}` : null };
        });
        const shuffled = messages.map((message) => ({ message, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        expect(whoIsWho(received(shuffled.map(({ message }) => message)))).toEqual(whoIsWho(received(messages)));
      }),
    );
  });

  it('never has two user ids in one person', () => {
    fc.assert(
      fc.property(anyMessages, (messages) => {
        for (const person of canonicalPersons(ledgerOf(received(messages))).persons) {
          expect(person.aliases.filter(({ kind }) => kind === 'user').length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('corrections by hand', () => {
  const twoUsers = ledgerOf(
    received([
      { kind: 'track', userId: 'u1' },
      { kind: 'track', userId: 'u2' },
    ]),
  );

  it('joins two people with a user id each only by force, and says who did', () => {
    const view = canonicalPersons(twoUsers);
    const request = { merge: 'm', from: 'person-2', into: 'person-1', signed: SIGNED };
    expect(mergePeople(view, request)).toEqual({ ok: false, reason: 'both_have_user_ids' });
    const forced = mergePeople(view, { ...request, force: true });
    expect(forced).toEqual({
      ok: true,
      entries: [{ do: 'merge', merge: 'm', from: 'person-2', into: 'person-1', forced: true, signed: SIGNED }],
    });
  });

  it('refuses what makes no sense', () => {
    const view = canonicalPersons(twoUsers);
    expect(mergePeople(view, { merge: 'm', from: 'person-1', into: 'person-1', signed: SIGNED })).toMatchObject({ reason: 'same_person' });
    expect(mergePeople(view, { merge: 'm', from: 'person-9', into: 'person-1', signed: SIGNED })).toMatchObject({
      reason: 'unknown_person',
    });
    expect(undoMerge(twoUsers, 'm', SIGNED)).toMatchObject({ reason: 'unknown_merge' });
    expect(detachAlias(view, { alias: { kind: 'user', value: 'u1' }, to: 'x', signed: SIGNED })).toMatchObject({ reason: 'only_alias' });
    expect(detachAlias(view, { alias: { kind: 'user', value: 'u7' }, to: 'x', signed: SIGNED })).toMatchObject({ reason: 'unknown_alias' });
  });

  it('prefers the identified person, then the oldest', () => {
    const ledger = ledgerOf(
      received([
        { kind: 'track', anonymousId: 'a1' },
        { kind: 'track', anonymousId: 'a2' },
        { kind: 'track', userId: 'u1' },
      ]),
    );
    const first = append(
      ledger,
      mergePeople(canonicalPersons(ledger), { merge: 'm1', from: 'person-1', into: 'person-2', signed: SIGNED }),
    );
    expect(canonicalPersons(first).canonicalOf.get('person-2')).toBe('person-1');
    const second = append(first, mergePeople(canonicalPersons(first), { merge: 'm2', from: 'person-3', into: 'person-2', signed: SIGNED }));
    expect(canonicalPersons(second).canonicalOf.get('person-1')).toBe('person-3');
  });

  it('takes back an older merge while later ones stand, and leaves later evidence on its side', () => {
    const visits = ledgerOf(
      received([
        { kind: 'track', anonymousId: 'a1' },
        { kind: 'track', anonymousId: 'a2' },
      ]),
    );
    const merged = append(
      visits,
      mergePeople(canonicalPersons(visits), { merge: 'm1', from: 'person-2', into: 'person-1', signed: SIGNED }),
    );
    const later = receiveMessages(merged, [{ kind: 'identify', anonymousId: 'a2', userId: 'u2', at: 9 }]).history;
    expect(whoIsWho(later)).toEqual(['anonymous:a1 anonymous:a2 user:u2']);
    expect(canonicalPersons(ledgerOf(later)).canonicalOf.get('person-1')).toBe('person-2');
    const undone = append(ledgerOf(later), undoMerge(ledgerOf(later), 'm1', SIGNED));
    expect(partition(canonicalPersons(undone))).toEqual(['anonymous:a1', 'anonymous:a2 user:u2']);
    expect(undoMerge(undone, 'm1', SIGNED)).toEqual({ ok: false, reason: 'already_undone' });
  });

  it('does not join again by messages what a human has parted', () => {
    const joined = received([
      { kind: 'track', anonymousId: 'a1' },
      { kind: 'track', userId: 'u1' },
      { kind: 'identify', anonymousId: 'a1', userId: 'u1' },
    ]);
    const merge = ledgerOf(joined).find((entry) => entry.do === 'merge');
    const parted = [...joined, ...entries(undoMerge(ledgerOf(joined), merge?.merge ?? '', SIGNED))];
    const { history, decisions } = receiveMessages(parted, [{ kind: 'track', anonymousId: 'a1', userId: 'u1', at: 9 }]);
    expect(whoIsWho(history)).toEqual(['anonymous:a1', 'user:u1']);
    expect(decisions[0]?.steps).toMatchObject([{ do: 'refuse', reason: 'kept_apart' }]);
  });

  it('detaches one alias with what was learned through it', () => {
    const set = (name: string): { readonly set: Readonly<Record<string, unknown>> } => ({ set: { [name]: true } });
    const { history } = receiveMessages(
      [],
      [
        { kind: 'identify', userId: 'u1', anonymousId: 'a1', at: 1, change: set('from_user') },
        { kind: 'identify', anonymousId: 'a1', at: 2, change: set('from_browser') },
      ],
    );
    const view = canonicalPersons(ledgerOf(history));
    const detached = [
      ...history,
      ...entries(detachAlias(view, { alias: { kind: 'anonymous', value: 'a1' }, to: 'person-2', signed: SIGNED })),
    ];
    expect(peopleOf(detached).map(({ traits }) => [...traits.keys()])).toEqual([['from_user'], ['from_browser']]);
    const again = receiveMessages(detached, [{ kind: 'track', userId: 'u1', anonymousId: 'a1', at: 3 }]).history;
    expect(whoIsWho(again)).toEqual(['anonymous:a1', 'user:u1']);
  });

  it('undoing a merge restores exactly who was who, and what was known of them', () => {
    fc.assert(
      fc.property(anyMessages, fc.nat(), fc.nat(), (messages, i, j) => {
        const before = received(messages);
        const view = canonicalPersons(ledgerOf(before));
        const [from, into] = [view.persons[i % (view.persons.length || 1)], view.persons[j % (view.persons.length || 1)]];
        fc.pre(from !== undefined && into !== undefined && from !== into);
        const merged = [
          ...before,
          ...entries(mergePeople(view, { merge: 'm', from: from.id, into: into.id, force: true, signed: SIGNED })),
        ];
        expect(whoIsWho(merged).length).toBeLessThanOrEqual(whoIsWho(before).length);
        const undone = [...merged, ...entries(undoMerge(ledgerOf(merged), 'm', SIGNED))];
        expect(canonicalPersons(ledgerOf(undone)).persons).toEqual(view.persons);
        expect(peopleOf(undone)).toEqual(peopleOf(before));
      }),
    );
  });

  it('does not depend on the order of merges that do not depend on each other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)).map(([a, b]) => `${a}:${b}`)),
        fc.infiniteStream(fc.nat()),
        (pairs, keys) => {
          const people = Array.from({ length: 6 }, (_, i) => ({ kind: 'track', anonymousId: `a${i}` }) as const);
          const merges = pairs.map((pair, i): LedgerEntry => {
            const [from, into] = pair.split(':').map((n) => `person-${Number(n) + 1}`);
            return { do: 'merge', merge: `m${i}`, from: from ?? '', into: into ?? '', forced: false };
          });
          const shuffled = merges.map((entry) => ({ entry, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
          const start = ledgerOf(received(people));
          const one = canonicalPersons([...start, ...merges]);
          const other = canonicalPersons([...start, ...shuffled.map(({ entry }) => entry)]);
          expect(other.persons).toEqual(one.persons);
        },
      ),
    );
  });
});

function entries(correction: ReturnType<typeof mergePeople>): readonly LedgerEntry[] {
  if (!correction.ok) throw new Error(`Not allowed: ${correction.reason}`);
  return correction.entries;
}

function append(ledger: readonly LedgerEntry[], correction: ReturnType<typeof mergePeople>): readonly LedgerEntry[] {
  return [...ledger, ...entries(correction)];
}
