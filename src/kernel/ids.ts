import { z } from 'zod';

/** The kinds of record that have an id of their own, by prefix. */
const ID_PREFIXES = {
  workspace: 'wsp',
  user: 'usr',
  key: 'key',
  invitation: 'inv',
  account: 'acc',
  person: 'per',
  import: 'imp',
  subscription: 'sub',
  ticket: 'tkt',
  deal: 'dea',
  spend: 'spd',
  churn: 'chu',
  note: 'not',
  task: 'tsk',
  play: 'ply',
  run: 'run',
  view: 'viw',
  merge: 'mrg',
  segment: 'sgm',
  invoice: 'inv',
  question: 'que',
  comment: 'com',
  board: 'brd',
  annotation: 'ann',
  idea: 'ide',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes an id that sorts by time: prefix, 9 characters of UTC milliseconds, 12 of entropy (60 bits), all Crockford base 32. */
export const makeId = (kind: IdKind, now: number, entropy: Uint8Array): string => {
  let time = '';
  for (let rest = now, i = 0; i < 9; i += 1) {
    time = ALPHABET[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  let random = '';
  for (let i = 0; i < 12; i += 1) random += ALPHABET[(entropy[i] ?? 0) & 31];
  return `${ID_PREFIXES[kind]}_${time}${random}`;
};

/** The zod shape of an id of one kind. */
export const idOf = (kind: IdKind) =>
  z.string().regex(new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-z]{6,40}$`), `an id that begins with ${ID_PREFIXES[kind]}_`);
