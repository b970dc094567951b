import { type Db, sql } from '#platform/postgres.ts';
import type { SignalId } from '../contracts.ts';
import { defaultHealthDefinition } from '../domain/health/default-health.ts';
import { HealthDefinition } from '../domain/health/health-definition.ts';
import { defaultLeadDefinition } from '../domain/lead-score/default-lead-score.ts';
import { LeadDefinition } from '../domain/lead-score/lead-definition.ts';

/** A version of a signal's formula; the shipped one was never saved. */
export interface SignalVersion {
  readonly version: number;
  readonly definition: unknown;
  readonly savedAt: number | null;
  readonly savedBy: string;
}

/** Every version of a signal's formula, the oldest first. */
export const signalVersions = async (db: Db, ws: number, signal: SignalId): Promise<readonly SignalVersion[]> => {
  const { rows } = await sql<{ version: number; definition: unknown; saved_at: Date; saved_by: string }>`
    select version, definition, saved_at, saved_by from signal_version where ws = ${ws} and signal = ${signal} order by version`.execute(
    db,
  );
  const shipped = signal === 'health' ? defaultHealthDefinition() : defaultLeadDefinition();
  return [
    { version: 1, definition: shipped, savedAt: null, savedBy: '' },
    ...rows.map((row) => ({ version: row.version, definition: row.definition, savedAt: row.saved_at.getTime(), savedBy: row.saved_by })),
  ];
};

/** The formula of health that rules at an instant (UTC ms); the newest when none is given. */
export const healthDefinition = async (db: Db, ws: number, asOf = Number.POSITIVE_INFINITY): Promise<HealthDefinition> =>
  HealthDefinition.parse(rulingAt(await signalVersions(db, ws, 'health'), asOf).definition);

/** The formula of the lead score that rules at an instant (UTC ms); the newest when none is given. */
export const leadDefinition = async (db: Db, ws: number, asOf = Number.POSITIVE_INFINITY): Promise<LeadDefinition> =>
  LeadDefinition.parse(rulingAt(await signalVersions(db, ws, 'lead_score'), asOf).definition);

/** Keeps a new version of a formula, whose number is inside it. */
export const saveSignalVersion = async (
  tx: Db,
  ws: number,
  saved: {
    readonly signal: SignalId;
    readonly definition: { readonly version: number };
    readonly savedAt: number;
    readonly savedBy: string;
  },
): Promise<void> => {
  await sql`insert into signal_version (ws, signal, version, definition, saved_at, saved_by) values
    (${ws}, ${saved.signal}, ${saved.definition.version}, ${JSON.stringify(saved.definition)}::jsonb, ${new Date(saved.savedAt)}, ${saved.savedBy})`.execute(
    tx,
  );
};

const rulingAt = (versions: readonly SignalVersion[], asOf: number): SignalVersion =>
  versions.findLast((one) => one.savedAt === null || one.savedAt <= asOf)!;
