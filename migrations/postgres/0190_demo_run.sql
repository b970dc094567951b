-- The demo company of a workspace: what was asked for, and how far it has come in. `sent` messages were answered by the event door.
create table demo_run (
  ws integer primary key references workspace (ws) on delete cascade,
  id text not null,
  status text not null,
  plan jsonb not null,
  phase text not null,
  done integer not null default 0,
  total integer not null default 0,
  sent integer not null default 0,
  accepted integer not null default 0,
  rejected integer not null default 0,
  error jsonb,
  cancel_asked boolean not null default false,
  created_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
