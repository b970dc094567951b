-- Everything that happened, event first: a question names its events, so the key skips the rest.
-- `at` is when it happened, `known` when we learned of it; `alias` is the raw id it came under, so that a split reverses a merge.
create table if not exists events (
  ws UInt32,
  event LowCardinality(String),
  person UInt32,
  account UInt32 codec(Delta, ZSTD(1)),
  alias UInt32 codec(Delta, ZSTD(1)),
  at DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  known DateTime64(3, 'UTC') codec(Delta, ZSTD(1)),
  id UInt64 codec(NONE),
  session UInt64 codec(ZSTD(1)),
  source LowCardinality(String),
  subject String codec(ZSTD(1)),
  import UInt32 codec(ZSTD(1)),
  amount Int64 codec(ZSTD(1)),
  feature LowCardinality(String),
  path LowCardinality(String),
  channel LowCardinality(String),
  props Map(LowCardinality(String), String) codec(ZSTD(1))
) engine = MergeTree
partition by toYYYYMM(at)
order by (ws, event, person, at)
settings non_replicated_deduplication_window = 10000;

-- Message ids of the last days, for the exact look-up behind the duplicate filter.
create table if not exists message_ids (
  ws UInt32,
  id UInt64,
  received Date
) engine = MergeTree
partition by received
order by (ws, id)
ttl received + interval 9 day
settings non_replicated_deduplication_window = 10000;

create materialized view if not exists message_ids_of_events to message_ids as
select ws, id, toDate(known) as received from events where source in ('web', 'server');

-- Whom a raw id belongs to now, where that differs from the person its events were stored under.
create table if not exists alias_person (
  ws UInt32,
  alias UInt32,
  person UInt32,
  version UInt64
) engine = ReplacingMergeTree(version)
order by (ws, alias);
