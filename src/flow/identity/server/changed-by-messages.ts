import type { RememberedGroup } from './resolution-cache.ts';
import type { ResolvableMessage } from './resolved-message.ts';

/** What a batch changed, as far as the answers need it. */
export interface ChangedByMessages {
  readonly aliases: ReadonlyMap<string, { readonly num: number; readonly personNum: number }>;
  readonly standing: ReadonlyMap<number, number>;
  readonly touched: ReadonlySet<number>;
  readonly groups: ReadonlyMap<string, RememberedGroup>;
  /** Has any row of this person a user id? */
  isIdentified(standing: number): boolean;
  /** The account of this person; null for none. */
  homeOf(standing: number): number | null;
  /** The account that a message names itself; 0 for none. */
  accountOf(message: ResolvableMessage): number;
}
