-- Deals. `account_num` is the account it was made with, 0 for none; a merge does not rewrite it. `stage` is the source's own word for where
-- the deal stands, `status` what that comes to. `amount_minor` is the value won, or hoped for while open.
create table deal (
  ws integer not null,
  id text not null,
  account_num integer not null default 0,
  source text not null,
  external_id text,
  name text not null,
  product text,
  rep text,
  team text,
  stage text not null,
  status text not null check (status in ('open', 'won', 'lost')),
  amount_minor bigint,
  currency text not null,
  opened_on date,
  closed_on date,
  attributes jsonb not null default '{}',
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (ws, id),
  unique (ws, source, external_id)
);
create index deal_account on deal (ws, account_num) where account_num > 0;
create index deal_opened on deal (ws, opened_on desc nulls last, id);
create index deal_rep on deal (ws, rep);
