-- The outbox: facts wait here, in the transaction that made them, until the event store has them.
-- `shipment` groups rows that travel as one insert under one deduplication token; a retry sends the same rows under the same token.
create table fact_batch (
  seq bigint generated always as identity primary key,
  ws integer not null,
  lines text not null,
  rows integer not null,
  accounts integer[] not null default '{}',
  shipment uuid,
  created_at timestamptz not null default now()
);
create index fact_batch_unshipped on fact_batch (seq) where shipment is null;
create index fact_batch_shipment on fact_batch (shipment, seq) where shipment is not null;

-- Accounts about which something new is known and that wait for their lifecycle, signals and plays.
create table account_reaction (
  ws integer not null,
  account_num integer not null,
  since timestamptz not null default now(),
  primary key (ws, account_num)
);
