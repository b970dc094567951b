import { factOfMessage, type KeepMessages, type KeptMessage, type MessageOwner } from '#flow/intake/index.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import type { WorkspaceContext } from '#platform/http.ts';

/** What the first half of the river needs of its rooms; `Tx` is a transaction of the records' store. */
export interface IngestDeps<Tx> {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Where facts go that change nothing else: no transaction is needed for one statement. */
  readonly db: Tx;
  /** Identity, from memory: whose messages are these? Null unless it is certain of all of them, and that they change nothing. */
  ownersInMemory(workspace: WorkspaceContext, messages: readonly KeptMessage[]): readonly MessageOwner[] | null;
  /** Identity: whose message is each? New people, aliases and traits are written on the way. */
  resolveMessages(tx: Tx, workspace: WorkspaceContext, messages: readonly KeptMessage[]): Promise<readonly MessageOwner[]>;
  appendFacts: AppendFacts<Tx>;
  /** Facts wait in the outbox: ship them soon. */
  kickShipper(): void;
}

/** The first half of the river: messages become facts about known people, all or none. The second half begins when they were shipped. */
export const createIngest =
  <Tx>(deps: IngestDeps<Tx>): KeepMessages =>
  async (workspace, messages) => {
    const append = async (tx: Tx, owners: readonly MessageOwner[]): Promise<readonly MessageOwner[]> => {
      const facts = messages.map((message, i) => factOfMessage(message, owners[i] ?? NOBODY));
      await deps.appendFacts(tx, workspace.ws, facts);
      return owners;
    };
    const remembered = deps.ownersInMemory(workspace, messages);
    const owners = remembered
      ? await append(deps.db, remembered)
      : await deps.transaction(async (tx) => append(tx, await deps.resolveMessages(tx, workspace, messages)));
    deps.kickShipper();
    return owners;
  };

const NOBODY: MessageOwner = { person: 0, account: 0, alias: 0 };
