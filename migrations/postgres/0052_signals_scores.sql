-- The formulas of a workspace's signals, by version; without a row the shipped one, which is version 1.
create table signal_version (
  ws integer not null,
  signal text not null check (signal in ('health', 'lead_score')),
  version integer not null,
  definition jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (ws, signal, version)
);

-- A signal of an account at the close of a local day, with the formula that made it. `points` are those of the formula's factors in its order, null
-- where there was no fresh data: with the weights they say what was gained and lost. `band` of a lead score is its grade. Days of a lead score on which
-- nothing changed are left out.
create table score_day (
  ws integer not null,
  signal text not null,
  account_num integer not null,
  day date not null,
  score double precision,
  band text not null,
  confidence real not null,
  version integer not null,
  points real[] not null,
  primary key (ws, signal, account_num, day)
);

-- A band that a person set, until the end of a local date; the newest one counts, and none when it was taken back.
create table health_override (
  ws integer not null,
  account_num integer not null,
  set_at timestamptz not null,
  band text,
  author text not null,
  reason text not null,
  expires_on date not null,
  primary key (ws, account_num, set_at)
);
