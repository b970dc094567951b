-- A message is remembered from the day on which it came: history is known long before that, and its ids would have been forgotten at once,
-- in a partition for each of its days.
drop view if exists message_ids_of_events;

create materialized view if not exists message_ids_of_events to message_ids as
select ws, id, toDate(now('UTC')) as received from events where source in ('web', 'server');
