-- What was written down when a customer left: the reason, in their words. Subscriptions end on their own; the two are compared.
create table churn_record (
  ws integer not null,
  id text not null,
  account_id text not null,
  account_num integer not null,
  source text not null,
  external_id text,
  churned_on date not null,
  reason text,
  refund_minor bigint,
  currency text not null,
  reactivation boolean,
  feedback text,
  attributes jsonb not null default '{}',
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (ws, id),
  unique (ws, source, external_id)
);
create index churn_record_account on churn_record (ws, account_num);
