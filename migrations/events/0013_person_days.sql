-- Who did how much on which day of UTC, of whatever people do, with the hours of that day as bits: the table by hours (0011) in fewer rows. A local day of a
-- zone whose offset is whole hours is the last hours of one such day and the first of the next. How many facts came before an hour stands in numbers of 32 bits, eight
-- in each of three columns: the nth of `night` counts those before hour n, of `morning` those before hour 8 + n, of `evening` those before 16 + n. They add up
-- like any number. `latest` is the last fact's ms within the day. The raw id stays, so that merged people and accounts are followed as in the facts.
drop view if exists person_hours_of_events;

drop table if exists person_hours;

drop view if exists person_days_of_events;

create table if not exists person_days (
  ws UInt32,
  person UInt32 codec(Delta, ZSTD(1)),
  alias UInt32 codec(Delta, ZSTD(1)),
  account UInt32 codec(Delta, ZSTD(1)),
  day Int32 codec(Delta, ZSTD(1)),
  hours SimpleAggregateFunction(groupBitOr, UInt32) codec(ZSTD(1)),
  n SimpleAggregateFunction(sum, UInt64) codec(ZSTD(1)),
  latest SimpleAggregateFunction(max, UInt32) codec(ZSTD(1)),
  night SimpleAggregateFunction(sum, UInt256) codec(ZSTD(1)),
  morning SimpleAggregateFunction(sum, UInt256) codec(ZSTD(1)),
  evening SimpleAggregateFunction(sum, UInt256) codec(ZSTD(1))
) engine = AggregatingMergeTree
order by (ws, intDiv(day, 30), person, alias, account, day)
settings non_replicated_deduplication_window = 10000;

truncate table person_days;

-- Event by event: the table adds them up as it takes them in, block by block, so that little is held at once however many there are.
insert into person_days
with toHour(at) as hour, toUInt256('26959946673427741531515197488526605382048662297355296634326893985793') as each_hour
select ws, person, alias, account, toInt32(toDate32(at)) as day, bitShiftLeft(toUInt32(1), hour) as hours, 1 as n,
  toUInt32(toUnixTimestamp64Milli(at) - toInt64(day) * 86400000) as latest,
  bitShiftLeft(each_hour, toUInt16(32 * least(hour, 8))) as night, bitShiftLeft(each_hour, toUInt16(32 * (least(greatest(hour, 8), 16) - 8))) as morning, bitShiftLeft(each_hour, toUInt16(32 * (greatest(hour, 16) - 16))) as evening
from events where not match(event, '^(subscription_|churn_|ticket_|deal_|account_|person_|group_|spend_|note_|task_|play_|stage_|import_|segment_entered|segment_left)')
settings min_insert_block_size_rows = 250000, max_block_size = 60000;

create materialized view if not exists person_days_of_events to person_days as
with toHour(at) as hour, toUInt256('26959946673427741531515197488526605382048662297355296634326893985793') as each_hour
select ws, person, alias, account, toInt32(toDate32(at)) as day, groupBitOr(bitShiftLeft(toUInt32(1), hour)) as hours, count() as n,
  toUInt32(toUnixTimestamp64Milli(max(at)) - toInt64(day) * 86400000) as latest,
  sum(bitShiftLeft(each_hour, toUInt16(32 * least(hour, 8)))) as night, sum(bitShiftLeft(each_hour, toUInt16(32 * (least(greatest(hour, 8), 16) - 8)))) as morning, sum(bitShiftLeft(each_hour, toUInt16(32 * (greatest(hour, 16) - 16)))) as evening
from events where not match(event, '^(subscription_|churn_|ticket_|deal_|account_|person_|group_|spend_|note_|task_|play_|stage_|import_|segment_entered|segment_left)')
group by ws, person, alias, account, day;
