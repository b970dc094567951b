-- What events should be: description, owner, status, properties, whether hidden or counted as another. Written and read whole.
create table planned_event (
  ws integer not null references workspace (ws) on delete cascade,
  name text not null,
  definition jsonb not null,
  primary key (ws, name)
);

-- Findings about tracking that nobody wants to hear of again.
create table ignored_finding (
  ws integer not null references workspace (ws) on delete cascade,
  key text not null,
  primary key (ws, key)
);
