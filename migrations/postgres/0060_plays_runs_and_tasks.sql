-- What a workspace changed about a play that a stage ships; null keeps what was shipped. A play without a row is on, as shipped.
create table play_state (
  ws integer not null,
  play_id text not null,
  is_on boolean not null default true,
  hold_out_percent double precision,
  audience jsonb,
  due_in_days integer,
  -- How often it was changed: part of the version that a run notes.
  version integer not null default 0,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (ws, play_id)
);

-- Each decision of a play about an account, made once for each cause: the unique rule is what keeps it so, however many processes decide at once.
create table play_run (
  ws integer not null,
  id text not null,
  play_id text not null,
  version integer not null,
  account_num integer not null,
  account_id text not null,
  cause_key text not null,
  cause_at timestamptz not null,
  -- Acted on, held out for comparison, or passed over because the cause was long past when it was learned.
  arm text not null check (arm in ('act', 'hold', 'old')),
  at timestamptz not null,
  evidence jsonb not null,
  -- Until when the goal may be reached; null for 'old'.
  goal_by timestamptz,
  -- The goal was met already when the play decided: then it counts only if it is still met at the end.
  held_at_start boolean not null,
  goal_reached_at timestamptz,
  -- Since when it is certain whether the goal was reached.
  settled_at timestamptz,
  primary key (ws, id),
  unique (ws, play_id, account_num, cause_key)
);
create index play_run_unsettled on play_run (ws, account_num, id) where settled_at is null;

create table task (
  ws integer not null,
  id text not null,
  -- The play, run and step (from 0) that opened it; null for one written by hand.
  play_id text,
  run_id text,
  step integer not null default 0,
  account_num integer,
  account_id text,
  owner_id text,
  title jsonb not null,
  advice jsonb,
  evidence jsonb not null,
  status text not null check (status in ('open', 'snoozed', 'done', 'dropped')),
  due_on date not null,
  snoozed_until date,
  -- The yearly revenue that hangs on it, in minor units of the workspace's currency.
  value_minor bigint not null,
  created_at timestamptz not null,
  -- When it was done or dropped.
  done_at timestamptz,
  outcome text,
  version integer not null,
  primary key (ws, id)
);
-- A second cause joins the task that still waits instead of opening another one.
create unique index task_one_waiting on task (ws, play_id, step, account_num) where status in ('open', 'snoozed') and play_id is not null;
create index task_of_owner on task (ws, owner_id, status);
create index task_of_account on task (ws, account_num);

-- On which local day the plays of a workspace were last swept.
create table play_sweep (
  ws integer primary key,
  swept_on date not null
);
