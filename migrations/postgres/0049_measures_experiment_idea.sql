-- What people think would help, and how they would know: an idea of an experiment, from a finding or by hand, until it is planned, running and done.
create table experiment_idea (
  ws integer not null references workspace (ws) on delete cascade,
  id text not null,
  name text not null,
  hypothesis text not null,
  behaviour jsonb not null,
  effect jsonb not null,
  unit text not null,
  audience text not null,
  metric text not null,
  status text not null,
  origin text,
  owner_id text not null,
  owner_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (ws, id)
);
