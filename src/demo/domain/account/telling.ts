import type { World } from '../company/world.ts';
import type { FileRow } from '../deliveries.ts';
import type { Outbox } from '../outbox.ts';
import type { Random } from '../random.ts';
import type { Life } from './life.ts';
import type { Person } from './people.ts';
import type { Pipeline } from './pipeline.ts';
import type { Profile } from './profile.ts';

/** What happened to an account, and where its rows and messages are put. */
export interface Telling {
  readonly world: World;
  readonly profile: Profile;
  readonly pipeline: Pipeline;
  readonly lives: readonly Life[];
  readonly people: readonly Person[];
  readonly outbox: Outbox;
  readonly rows: FileRow[];
  readonly random: Random;
}

/** An instant in the working time of the account's country. */
export const instantThere = ({ world, profile }: Telling, day: number, minute: number): number =>
  world.days.instantOf(day, minute, profile.country.zone);

/** Under which ids is this person known on that day: the user id once signed in, before it the browser's. */
export const idsOf = (person: Person, day: number): { readonly userId: string } | { readonly anonymousId: string } =>
  person.userId !== null && person.joinDay !== null && day >= person.joinDay
    ? { userId: person.userId }
    : { anonymousId: person.anonymousId };

/** Who speaks for the account on this day: the first of its people in the product, or else who asked first. */
export const speakerOn = ({ people }: Telling, day: number): Person =>
  people.find(({ joinDay, leaveDay }) => joinDay !== null && joinDay <= day && (leaveDay === null || day < leaveDay)) ?? people[0]!;

/** Adds a row of a file; blank values are left out, as a field that is not named says nothing. */
export const addRow = (rows: FileRow[], file: string, kind: string, values: Readonly<Record<string, string | null>>): void => {
  const filled = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '');
  rows.push({ file, kind, values: Object.fromEntries(filled) });
};
