-- From which day on facts of the past tell something new about an account: beside each account of a batch, and of an account that waits to be looked at the
-- earliest. Days since 1 January 1970, in UTC. Null: what is told happened now, and says nothing of days gone by.
alter table fact_batch add column told_from integer[];
alter table account_reaction add column past_from integer;

-- Accounts whose health of days gone by is still to be judged, from a local day on.
create table history_due (
  ws integer not null,
  account_num integer not null,
  from_day date not null,
  primary key (ws, account_num)
);

-- On which local days the health of all accounts had fresh data for which factor, when days gone by were last judged by it.
create table signals_heard (
  ws integer primary key,
  noted jsonb not null
);
