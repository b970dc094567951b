-- A file that came in: what it is, how it is read, how far it is, what was found in it. `number` is its dense number in the workspace:
-- every fact that it makes carries it, so that an undo finds them.
create table import (
  ws integer not null references workspace (ws) on delete cascade,
  id text not null,
  number integer not null,
  batch text,
  kind text,
  source text not null,
  file_name text not null,
  file_size bigint not null,
  -- Name within the folder of uploads.
  stored_as text not null,
  status text not null,
  -- How the file is read, as shown and confirmed; `reading` is the same for the reader, with what the contract does not show.
  format jsonb not null,
  reading jsonb not null,
  -- One entry per column: its name, samples, what its values are, where it goes and why.
  columns jsonb not null,
  preview jsonb not null,
  rows_total integer not null,
  -- Rows of the file whose fate is settled; a run that was cut off goes on behind them.
  rows_read integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  failed integer not null default 0,
  findings jsonb not null default '[]',
  cancel_asked boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  queued_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (ws, id),
  unique (ws, number)
);
create index import_unfinished on import (ws) where status in ('checking', 'queued', 'running', 'undoing');

-- What an import changed, in the order in which it did: an undo goes backwards through them and takes each out as it takes it back.
create table import_change (
  ws integer not null,
  seq bigint generated always as identity,
  import_number integer not null,
  record_id text not null,
  -- The record before the change; null when the import made it.
  before jsonb,
  primary key (ws, import_number, seq)
);
create index import_change_record on import_change (ws, record_id, seq);

-- Accounts that rows of an import refer to: an account that another import made is not taken away under them.
create table import_reference (
  ws integer not null,
  record_id text not null,
  import_number integer not null,
  primary key (ws, record_id, import_number)
);
create index import_reference_import on import_reference (ws, import_number);

-- The rows that failed, as they stood in the file.
create table import_error (
  ws integer not null,
  import_number integer not null,
  position integer not null,
  line integer not null,
  field text,
  message text not null,
  remedy text not null,
  cells text[] not null,
  primary key (ws, import_number, position)
);

-- Where the columns of files like this one went last time.
create table import_mapping (
  ws integer not null references workspace (ws) on delete cascade,
  kind text not null,
  -- The names of the columns, in order, hashed.
  columns_hash text not null,
  targets jsonb not null,
  format jsonb not null,
  saved_at timestamptz not null,
  primary key (ws, kind, columns_hash)
);
