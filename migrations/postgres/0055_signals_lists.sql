-- Lists are sorted by the first 48 letters of a name: so much fits into a cursor.
create index account_list_name on account (ws, left(lower(name), 48), num) where merged_into is null;
create index account_list_created on account (ws, created_at, num) where merged_into is null;
create index person_list_name on person (ws, left(lower(name), 48), num) where merged_into is null;
create index person_list_created on person (ws, created_at, num) where merged_into is null;

-- A list as somebody wants to see it again: filter, sort, columns.
create table saved_view (
  ws integer not null,
  id text not null,
  list text not null,
  name text not null,
  state jsonb not null,
  shared boolean not null,
  owner_id text not null,
  created_at timestamptz not null,
  primary key (ws, id)
);
create unique index saved_view_name on saved_view (ws, list, owner_id, lower(name));
