-- Tickets, each with the instants that its facts told. `subject` is its title. `account_num` is the account it came from; a merge does not
-- rewrite it, the reader asks for all numbers of an account.
create table ticket (
  ws integer not null,
  id text not null,
  account_id text not null,
  account_num integer not null,
  source text not null,
  external_id text,
  subject text,
  priority text not null check (priority in ('low', 'medium', 'high', 'urgent')),
  escalated boolean not null,
  opened_at timestamptz not null,
  first_response_at timestamptz,
  closed_at timestamptz,
  satisfaction smallint,
  attributes jsonb not null default '{}',
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (ws, id),
  unique (ws, source, external_id)
);
create index ticket_account on ticket (ws, account_num, opened_at desc);
