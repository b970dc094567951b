-- What happened on a day that explains a chart: a release, a change of price, a campaign.
create table annotation (
  ws integer not null references workspace (ws) on delete cascade,
  id text not null,
  day date not null,
  kind text not null,
  text text not null,
  author_name text not null,
  primary key (ws, id)
);
create index annotation_by_day on annotation (ws, day);
