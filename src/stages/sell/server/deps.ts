import type { AccountsByName } from '#flow/intake/index.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import type { Db, Postgres } from '#platform/postgres.ts';

/** What this stage needs of the river; given by the composition root. */
export interface SellDeps {
  readonly postgres: Postgres;
  readonly appendFacts: AppendFacts<Db>;
  readonly accountsByName: AccountsByName;
  /** The dense number of one account itself; null when there is no such account. */
  accountNum(ws: number, accountId: string): Promise<number | null>;
  /** The dense numbers under which an account is kept, its own and those of accounts merged into it; null when there is no such account. */
  accountNums(ws: number, accountId: string): Promise<readonly number[] | null>;
}
