-- How many facts of each event there are, and which: an answer is remembered until this changes, and asking every row whether it changed took as long as some
-- questions. The sum may count a fact twice after a crash; it need only change whenever facts come or go.
drop view if exists facts_heard_of_events;

alter table facts_heard
  add column if not exists n SimpleAggregateFunction(sum, UInt64) codec(ZSTD(1)),
  add column if not exists ids SimpleAggregateFunction(groupBitXor, UInt64) codec(NONE);

truncate table facts_heard;

insert into facts_heard
select ws, event, toStartOfFifteenMinutes(toDateTime(known, 'UTC')) as quarter, max(known) as latest, count() as n, groupBitXor(id) as ids
from events group by ws, event, quarter;

create materialized view if not exists facts_heard_of_events to facts_heard as
select ws, event, toStartOfFifteenMinutes(toDateTime(known, 'UTC')) as quarter, max(known) as latest, count() as n, groupBitXor(id) as ids
from events group by ws, event, quarter;
