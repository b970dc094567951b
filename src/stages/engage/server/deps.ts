import type { Identity } from '#flow/identity/index.ts';
import type { AccountsByName } from '#flow/intake/index.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import type { Db } from '#platform/postgres.ts';

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
