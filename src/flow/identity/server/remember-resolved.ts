import { aliasesToLookUp, aliasKey, namingOf } from '../domain/alias.ts';
import type { ChangedByMessages } from './changed-by-messages.ts';
import type { FoundBehindAliases } from './look-up-people.ts';
import type { ResolutionCache } from './resolution-cache.ts';
import { personChangeOf, type ResolvableMessage, sayingOf } from './resolved-message.ts';

export interface Resolved {
  readonly messages: readonly ResolvableMessage[];
  readonly found: FoundBehindAliases;
  readonly changed: ChangedByMessages;
}

/**
 * Remembers what was there before this transaction and that it leaves as it is. What it wrote itself may yet be rolled back: that is read from
 * the stores, and remembered, when it is named the next time.
 */
export const rememberResolved = (cache: ResolutionCache, ws: number, { messages, found, changed }: Resolved): void => {
  const unsettled = new Set(Array.from(changed.touched, (row) => changed.standing.get(row)));
  const said = new Map(messages.map((message) => [mainKey(message), sayingOf(personChangeOf(message))]));
  for (const alias of aliasesToLookUp(messages)) {
    const key = aliasKey(alias);
    const stored = found.aliases.get(key);
    if (!stored) continue;
    const row = stored.personNum;
    const standing = changed.standing.get(row) ?? row;
    if (unsettled.has(standing)) continue;
    cache.putAlias(ws, key, stored);
    const saidNow = said.get(key) ?? cache.person(ws, row)?.said ?? null;
    cache.putPerson(ws, row, {
      standing,
      identified: changed.isIdentified(standing),
      account: changed.homeOf(standing) ?? 0,
      said: saidNow,
    });
  }
  for (const [id, group] of changed.groups) cache.putGroup(ws, id, group);
};

const mainKey = (message: ResolvableMessage): string | null => {
  const { main } = namingOf(message);
  return main === null ? null : aliasKey(main);
};
