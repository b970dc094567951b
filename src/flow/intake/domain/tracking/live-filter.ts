/** What of the arrivals is wanted; what is left out narrows nothing. */
export interface LiveFilter {
  readonly event?: string | undefined;
  readonly person?: string | undefined;
  readonly account?: string | undefined;
  readonly source?: string | undefined;
  /** Looked for in names, ids and values, in any case. */
  readonly text?: string | undefined;
  readonly only?: 'refused' | 'remarked' | 'duplicate' | undefined;
}

/** An arrival as filters read it. */
export interface Filtered {
  readonly event: string;
  readonly type: string;
  readonly outcome: 'taken' | 'duplicate' | 'refused';
  readonly personId: string | null;
  readonly personName: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly rawId: string;
  readonly source: string;
  readonly lateMs: number | null;
  readonly warnings: readonly unknown[];
  readonly props: Readonly<Record<string, string>>;
}

/** An event is late when it comes so much after it happened: figures of a period that was over change by it. */
const LATE_MS = 3_600_000;

/** How late did an event come (ms)? Null when it came in time. */
export const lateness = (at: number, receivedAt: number): number | null => (receivedAt - at > LATE_MS ? receivedAt - at : null);

/** Is this arrival among those that are wanted? */
export const isWanted = (row: Filtered, { event, person, account, source, text, only }: LiveFilter): boolean =>
  (event === undefined || row.event === event) &&
  (person === undefined || row.personId === person) &&
  (account === undefined || row.accountId === account) &&
  (source === undefined || row.source === source) &&
  isOnly(row, only) &&
  (text === undefined || contains(row, text.trim().toLowerCase()));

const isOnly = ({ outcome, warnings, lateMs }: Filtered, only: LiveFilter['only']): boolean =>
  only === undefined || (only === 'remarked' ? outcome === 'taken' && (warnings.length > 0 || lateMs !== null) : outcome === only);

const contains = ({ event, type, personName, accountName, rawId, source, props }: Filtered, text: string): boolean =>
  [event, type, personName, accountName, rawId, source, ...Object.keys(props), ...Object.values(props)].some(
    (part) => part?.toLowerCase().includes(text) === true,
  );
