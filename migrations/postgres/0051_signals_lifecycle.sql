-- The stages of the lifecycle in the order of the river; four bytes each, since the river counts every move.
create type life_stage as enum (
  'reached', 'captured', 'interested', 'qualified', 'opportunity', 'onboarding', 'active', 'expanded', 'renewing', 'churned'
);

-- The ledger: which account entered which stage when, and from when until when that was believed (`known_to` null: still is).
-- `from_stage`, `to_stage` and `left_at` follow from the moves around it that are believed now; for an earlier time they are read from the moves
-- that were believed then. The dates are local to the workspace.
create table lifecycle_move (
  ws integer not null,
  account_num integer not null,
  n integer not null,
  stage life_stage not null,
  from_stage life_stage,
  to_stage life_stage,
  rule_version integer not null,
  entered_on date not null,
  left_on date,
  entered_at timestamptz not null,
  left_at timestamptz,
  known_from timestamptz not null,
  known_to timestamptz,
  -- The larger of what the account paid a month just before the move and from then on.
  mrr_minor bigint not null,
  primary key (ws, account_num, n)
);
-- The believed ones, compact, for the river.
create index lifecycle_move_believed on lifecycle_move (ws, entered_at)
  include (stage, from_stage, to_stage, entered_on, left_on, left_at, mrr_minor, account_num) where known_to is null;
create index lifecycle_move_left on lifecycle_move (ws, left_at)
  include (stage, from_stage, to_stage, entered_on, left_on, entered_at, mrr_minor, account_num) where known_to is null;

-- Why it moved: beside the ledger, since only one account's page and the lists read it.
create table lifecycle_cause (
  ws integer not null,
  account_num integer not null,
  n integer not null,
  cause text not null,
  known_at timestamptz not null,
  evidence jsonb not null,
  primary key (ws, account_num, n)
);

-- What each account paid from when on, in the workspace's currency; believed from `known_from` until `known_to`. `to_at` as believed now.
create table account_mrr (
  ws integer not null,
  account_num integer not null,
  n integer not null,
  from_at timestamptz not null,
  to_at timestamptz,
  known_from timestamptz not null,
  known_to timestamptz,
  mrr_minor bigint not null,
  primary key (ws, account_num, n)
);

-- What is paid now, and until when what was paid lasted.
create index account_mrr_until on account_mrr (ws, to_at) include (from_at, account_num, mrr_minor) where known_to is null;

-- The rules of a workspace, by version; without a row the shipped ones, which are version 1. A version reaches through history, or only to what
-- happens after it was saved.
create table lifecycle_rule_set (
  ws integer not null,
  version integer not null,
  rules jsonb not null,
  reach text not null check (reach in ('history', 'future')),
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (ws, version)
);

-- How far the work on a workspace's whole history is: the nights and the recomputations asked for.
create table signals_progress (
  ws integer not null,
  task text not null,
  done integer not null,
  total integer not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (ws, task)
);
