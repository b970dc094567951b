-- What accounts pay for. `phases` is the whole life as believed now: [{from, to, mrrMinor, plan, seats, trial}], `to` exclusive.
-- `known_at` is when the newest fact about it was known: the next one must not be older, or it would not replace the belief.
-- `account_num` is the account it was sold to; a merge does not rewrite it, the reader asks for all numbers of an account.
create table subscription (
  ws integer not null,
  id text not null,
  account_id text not null,
  account_num integer not null,
  source text not null,
  external_id text,
  plan text not null,
  seats integer,
  currency text not null,
  billing_interval text not null check (billing_interval in ('month', 'quarter', 'year')),
  phases jsonb not null,
  auto_renew boolean,
  started_on date not null,
  ended_on date,
  end_reason text,
  -- What the source says beside: its flags and custom columns.
  attributes jsonb not null default '{}',
  version integer not null,
  known_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (ws, id),
  unique (ws, source, external_id)
);
create index subscription_account on subscription (ws, account_num);
