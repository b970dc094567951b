import type { Identity } from '#flow/identity/index.ts';
import type { AccountsByName } from '#flow/intake/index.ts';
import type { MergedNames } from '#flow/measures/index.ts';
import type { Condition } from '#kernel/condition.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Db } from '#platform/postgres.ts';

/** An account as suggestions need it. */
export interface KnownAccount {
  readonly num: number;
  readonly id: string;
  readonly name: string;
  readonly plan: string | null;
  readonly industry: string | null;
  readonly seats: number | null;
}

/** What this stage needs of the river and of others; given by the composition root. */
export interface EngageDeps {
  readonly appendFacts: AppendFacts<Db>;
  readonly accountsByName: AccountsByName;
  /** Who the people of a file are; new ones are made. */
  readonly resolveMessages: Identity['resolveMessages'];
  /** From when to when subscriptions ran, by the ids that a source gives them. */
  subscriptionSpans(
    tx: Db,
    ws: number,
    source: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly startedOn: string; readonly endedOn: string | null }>>;
}

/** What suggestions of features need. */
export interface SuggestionDeps {
  readonly clickhouse: ClickHouse;
  /** The accounts that meet a condition now, in pages. */
  accountsWhere(
    workspace: { readonly ws: number; readonly timeZone: string },
    condition: Condition,
  ): AsyncIterable<readonly KnownAccount[]>;
  accountsByNums(ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, KnownAccount>>;
  /** Which role people have, by their numbers; those without are left out. */
  rolesOfPeople(workspace: { readonly ws: number; readonly timeZone: string }, now: number): Promise<ReadonlyMap<number, string>>;
  peopleOfAccounts(ws: number, accounts: readonly number[]): Promise<readonly number[]>;
  accountNum(ws: number, id: string): Promise<number | null>;
  /** The accounts of people, by the number of the person. */
  accountsOfPersons(ws: number, people: readonly number[]): Promise<ReadonlyMap<number, number>>;
  personNum(ws: number, id: string): Promise<number | null>;
  /** Names that the tracking plan counts as others. */
  mergedNamesOf(ws: number): Promise<MergedNames>;
}
