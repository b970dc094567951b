-- Who did how much in which hour, of whatever people do: a tenth of the rows, and enough for every question about days, weeks and months of any activity. An
-- hour is whole in UTC, counted from 1970; days of a zone whose offset is whole hours are made of them, so nothing is written anew when a zone or a change
-- of its clocks does. The raw id stays, so that merged people and accounts are followed as in the facts. `latest` is the last fact's ms within the hour.
drop view if exists person_hours_of_events;

create table if not exists person_hours (
  ws UInt32,
  person UInt32 codec(Delta, ZSTD(1)),
  alias UInt32 codec(Delta, ZSTD(1)),
  account UInt32 codec(Delta, ZSTD(1)),
  hour Int32 codec(Delta, ZSTD(1)),
  n SimpleAggregateFunction(sum, UInt64) codec(ZSTD(1)),
  latest SimpleAggregateFunction(max, UInt32) codec(ZSTD(1))
) engine = AggregatingMergeTree
order by (ws, intDiv(hour, 720), person, alias, account, hour)
settings non_replicated_deduplication_window = 10000;

truncate table person_hours;

-- Event by event: the table adds them up as it takes them in, block by block, so that little is held at once however many there are.
insert into person_hours
select ws, person, alias, account, toInt32(floor(toUnixTimestamp64Milli(at) / 3600000)) as hour, 1 as n,
  toUInt32(toUnixTimestamp64Milli(at) - toInt64(hour) * 3600000) as latest
from events where not match(event, '^(subscription_|churn_|ticket_|deal_|account_|person_|group_|spend_|note_|task_|play_|stage_|import_|segment_entered|segment_left)');

create materialized view if not exists person_hours_of_events to person_hours as
select ws, person, alias, account, toInt32(floor(toUnixTimestamp64Milli(at) / 3600000)) as hour, count() as n,
  max(toUInt32(toUnixTimestamp64Milli(at) - toInt64(hour) * 3600000)) as latest
from events where not match(event, '^(subscription_|churn_|ticket_|deal_|account_|person_|group_|spend_|note_|task_|play_|stage_|import_|segment_entered|segment_left)')
group by ws, person, alias, account, hour;
