-- Whose facts a batch holds, so that people are looked at again as accounts are. Only where somebody waits for it: most workspaces keep no segments of people.
alter table fact_batch add column people integer[] not null default '{}';

create table people_watched (
  ws integer primary key
);

create table person_reaction (
  ws integer not null,
  person_num integer not null,
  since timestamptz not null default now(),
  primary key (ws, person_num)
);
create index person_reaction_since on person_reaction (since);
