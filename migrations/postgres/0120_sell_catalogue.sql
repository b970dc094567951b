-- What is sold, by the name that a source gives it.
create table product (
  ws integer not null,
  source text not null,
  name text not null,
  series text,
  list_price_minor bigint,
  currency text not null,
  attributes jsonb not null default '{}',
  updated_at timestamptz not null,
  primary key (ws, source, name)
);

-- Who sells, by the name that a source gives them; with a manager and an office they make a team.
create table sales_rep (
  ws integer not null,
  source text not null,
  name text not null,
  manager text,
  office text,
  attributes jsonb not null default '{}',
  updated_at timestamptz not null,
  primary key (ws, source, name)
);
