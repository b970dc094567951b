-- Which events of files are in, so that a file that comes again counts nothing twice. The events themselves are facts only.
-- `external_id` is the id that the source gives, else all that tells the event apart; sources use an id twice for different events, so
-- `apart` (a hash of whose, when and what) belongs to the key. `digest` is a hash of the rest: of how often, how long.
create table imported_event (
  ws integer not null,
  source text not null,
  kind text not null,
  external_id text not null,
  apart bigint not null,
  digest bigint not null,
  import_number integer not null,
  primary key (ws, source, kind, external_id, apart)
);
create index imported_event_import on imported_event (ws, import_number);
