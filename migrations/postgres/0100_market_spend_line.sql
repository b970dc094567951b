-- What reaching customers costs: one line for a channel, a campaign, a kind and a period. `from_on` is inside the period, `to_on` is its last day.
create table spend_line (
  ws integer not null,
  id text not null,
  source text not null,
  external_id text,
  from_on date not null,
  to_on date not null,
  channel text not null,
  campaign text,
  kind text,
  amount_minor bigint not null,
  currency text not null,
  attributes jsonb not null default '{}',
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (ws, id),
  unique (ws, source, external_id)
);
create index spend_line_period on spend_line (ws, from_on, channel);
