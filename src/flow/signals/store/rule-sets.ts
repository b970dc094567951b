import { type Db, sql } from '#platform/postgres.ts';
import type { StageRule } from '../contracts.ts';
import { defaultLifecycleRules } from '../domain/lifecycle/default-rules.ts';
import type { RuleVersion } from '../domain/lifecycle/rule-history.ts';

/** A version of the rules with who saved it. */
export interface SavedRules extends RuleVersion {
  readonly savedBy: string;
}

/** Every version of a workspace's rules, the oldest first: the shipped ones, then what was saved. */
export const ruleVersions = async (db: Db, ws: number): Promise<readonly SavedRules[]> => {
  const { rows } = await sql<{
    version: number;
    rules: readonly StageRule[];
    reach: 'history' | 'future';
    saved_at: Date;
    saved_by: string;
  }>`
    select version, rules, reach, saved_at, saved_by from lifecycle_rule_set where ws = ${ws} order by version`.execute(db);
  const shipped: SavedRules = { version: 1, rules: defaultLifecycleRules(), savedAt: 0, reach: 'history', savedBy: '' };
  return [
    shipped,
    ...rows.map((row) => ({
      version: row.version,
      rules: row.rules,
      reach: row.reach,
      savedAt: row.saved_at.getTime(),
      savedBy: row.saved_by,
    })),
  ];
};

/** Keeps the next version of the rules. */
export const saveRules = async (tx: Db, ws: number, saved: Omit<SavedRules, 'version'>): Promise<SavedRules> => {
  const { rows } = await sql<{ version: number }>`
    insert into lifecycle_rule_set (ws, version, rules, reach, saved_at, saved_by)
    select ${ws}, coalesce(max(version), 1) + 1, ${JSON.stringify(saved.rules)}::jsonb, ${saved.reach}, ${new Date(saved.savedAt)}, ${saved.savedBy}
    from lifecycle_rule_set where ws = ${ws} returning version`.execute(tx);
  return { ...saved, version: rows[0]!.version };
};
