-- Fixed rates: units of the workspace's currency (`into_currency`) for one unit of another. They hold for the currency for which they were given.
create table exchange_rate (
  ws integer not null references workspace (ws) on delete cascade,
  into_currency text not null,
  currency text not null,
  rate numeric(30, 12) not null check (rate > 0),
  primary key (ws, into_currency, currency)
);
