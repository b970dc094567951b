-- Which segment took the place of another, where, and by whom. The other may be removed afterwards, so it is kept by its name.
create table segment_replacement (
  ws integer not null references workspace (ws) on delete cascade,
  segment_id text not null,
  replaced_id text not null,
  replaced_name text not null,
  at timestamptz not null,
  by_name text not null,
  uses jsonb not null,
  primary key (ws, segment_id, at, replaced_id)
);
