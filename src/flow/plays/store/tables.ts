import type { Condition } from '#kernel/condition.ts';
import type { PlayTrigger } from '#kernel/play.ts';
import type { Words } from '#kernel/words.ts';
import type { Db } from '#platform/postgres.ts';
import type { Evidence, TaskStatus } from '../contracts.ts';
import type { RunArm } from '../domain/plan-runs.ts';

type Tables = {
  play_state: {
    ws: number;
    play_id: string;
    is_on: boolean;
    hold_out_percent: number | null;
    audience: Condition | null;
    due_in_days: number | null;
    version: number;
    changed_at: Date;
    changed_by: string;
  };
  play_trigger: { ws: number; play_id: string; trigger: PlayTrigger };
  play_run: {
    ws: number;
    id: string;
    play_id: string;
    version: number;
    account_num: number;
    account_id: string;
    cause_key: string;
    cause_at: Date;
    arm: RunArm;
    at: Date;
    evidence: readonly Evidence[];
    goal_by: Date | null;
    held_at_start: boolean;
    goal_reached_at: Date | null;
    settled_at: Date | null;
  };
  task: TaskRow;
  play_sweep: { ws: number; swept_on: string };
};

export type TaskRow = {
  ws: number;
  id: string;
  play_id: string | null;
  run_id: string | null;
  step: number;
  account_num: number | null;
  account_id: string | null;
  owner_id: string | null;
  title: Words;
  advice: Words | null;
  evidence: readonly Evidence[];
  status: TaskStatus;
  due_on: string;
  snoozed_until: string | null;
  value_minor: number;
  created_at: Date;
  done_at: Date | null;
  outcome: string | null;
  version: number;
};

/** The tables of this room. */
export const playTables = (db: Db) => db.withTables<Tables>();
