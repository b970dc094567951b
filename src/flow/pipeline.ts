import { factOfMessage, type KeepMessages, type KeptMessage, type MessageOwner } from '#flow/intake/index.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import type { WorkspaceContext } from '#platform/http.ts';

/** What the first half of the river needs of its rooms; `Tx` is a transaction of the records' store. */
export interface IngestDeps<Tx> {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Identity: whose message is each? New people, aliases and traits are written on the way. */
  resolveMessages(tx: Tx, workspace: WorkspaceContext, messages: readonly KeptMessage[]): Promise<readonly MessageOwner[]>;
  appendFacts: AppendFacts<Tx>;
  /** Facts wait in the outbox: ship them soon. */
  kickShipper(): void;
}

/** The first half of the river: messages become facts about known people, in one transaction. The second half begins when they were shipped. */
export const createIngest =
  <Tx>(deps: IngestDeps<Tx>): KeepMessages =>
  async (workspace, messages) => {
    const owners = await deps.transaction(async (tx) => {
      const known = await deps.resolveMessages(tx, workspace, messages);
      const facts = messages.map((message, i) => factOfMessage(message, known[i] ?? NOBODY));
      await deps.appendFacts(tx, workspace.ws, facts);
      return known;
    });
    deps.kickShipper();
    return owners;
  };

const NOBODY: MessageOwner = { person: 0, account: 0, alias: 0 };
