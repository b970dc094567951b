-- How often each event happened in which hour, and who did it: sets of people and accounts by their dense numbers, which join exactly. Days of
-- whole-hour zones are unions of them. Hours as in 0011.
drop view if exists event_hours_of_events;

create table if not exists event_hours (
  ws UInt32,
  event LowCardinality(String),
  hour Int32 codec(Delta, ZSTD(1)),
  n SimpleAggregateFunction(sum, UInt64) codec(ZSTD(1)),
  people AggregateFunction(groupBitmap, UInt32) codec(ZSTD(3)),
  accounts AggregateFunction(groupBitmap, UInt32) codec(ZSTD(3))
) engine = AggregatingMergeTree
order by (ws, event, hour)
settings non_replicated_deduplication_window = 10000;

truncate table event_hours;

-- Event by event, as in 0011; sets take room, so blocks are small.
insert into event_hours
select ws, event, toInt32(floor(toUnixTimestamp64Milli(at) / 3600000)) as hour, 1 as n,
  arrayReduce('groupBitmapState', [person]) as people, arrayReduce('groupBitmapState', [account]) as accounts
from events settings min_insert_block_size_rows = 100000, max_block_size = 50000;

create materialized view if not exists event_hours_of_events to event_hours as
select ws, event, toInt32(floor(toUnixTimestamp64Milli(at) / 3600000)) as hour, count() as n,
  groupBitmapState(person) as people, groupBitmapState(account) as accounts
from events group by ws, event, hour;
