-- What people wrote down about an account.
create table note (
  ws integer not null,
  id text not null,
  account_num integer not null,
  author_id text,
  author_name text,
  text text not null,
  written_at timestamptz not null,
  primary key (ws, id)
);
create index note_account on note (ws, account_num, written_at desc);
