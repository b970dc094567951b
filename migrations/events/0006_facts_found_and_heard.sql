-- One account's facts lie among everybody's, as the key begins with the event and the person. Small notes beside each 8,192 rows say which accounts they
-- hold: the range finds the neighbours that came together, the filter one account among many.
alter table events add index if not exists account_range account type minmax granularity 1;

alter table events add index if not exists account_named account type bloom_filter(0.01) granularity 1;

alter table events materialize index account_range settings mutations_sync = 1;

alter table events materialize index account_named settings mutations_sync = 1;

-- When each event was last heard of, by quarters of an hour, which every time zone's days are made of. How fresh knowledge is would else be asked of
-- every row. The latest of a repeated shipment is the same.
create table if not exists facts_heard (
  ws UInt32,
  event LowCardinality(String),
  quarter DateTime('UTC') codec(Delta, ZSTD(1)),
  latest SimpleAggregateFunction(max, DateTime64(3, 'UTC')) codec(Delta, ZSTD(1))
) engine = AggregatingMergeTree
order by (ws, event, quarter);

insert into facts_heard
select ws, event, toStartOfFifteenMinutes(toDateTime(known, 'UTC')) as quarter, max(known) as latest from events group by ws, event, quarter;

create materialized view if not exists facts_heard_of_events to facts_heard as
select ws, event, toStartOfFifteenMinutes(toDateTime(known, 'UTC')) as quarter, max(known) as latest from events group by ws, event, quarter;
