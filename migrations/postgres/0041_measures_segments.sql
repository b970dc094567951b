-- Who belongs together: by a condition that is looked at again whenever something new is known, or put in by hand.
create table segment (
  ws integer not null,
  num integer not null,
  id text not null,
  name text not null,
  note text not null default '',
  unit text not null check (unit in ('account', 'person')),
  -- Null for a list that is kept by hand.
  condition jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  -- When all units were last looked at, and when time alone may change who is in.
  looked_at timestamptz,
  due_at timestamptz,
  primary key (ws, num),
  unique (ws, id)
);

create table segment_version (
  ws integer not null,
  segment_num integer not null,
  version integer not null,
  condition jsonb,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (ws, segment_num, version)
);

-- From when to when an account or person was in a segment; as of an instant, those that had begun and not ended.
create table segment_stay (
  ws integer not null,
  segment_num integer not null,
  unit_num integer not null,
  entered_at timestamptz not null,
  entered_by text not null,
  left_at timestamptz,
  left_by text,
  primary key (ws, segment_num, unit_num, entered_at)
);
-- Nobody is in a segment twice, whoever looks.
create unique index segment_stay_now on segment_stay (ws, segment_num, unit_num) where left_at is null;
create index segment_stay_entered on segment_stay (ws, segment_num, entered_at, unit_num);
create index segment_stay_left on segment_stay (ws, segment_num, left_at, unit_num) where left_at is not null;
create index segment_stay_unit on segment_stay (ws, unit_num, segment_num);

-- What each night found: members that were kept and should not have been, or the other way round.
create table segment_check (
  ws integer not null,
  segment_num integer not null,
  checked_at timestamptz not null,
  members integer not null,
  by_time integer not null,
  missing integer not null,
  extra integer not null,
  took_ms integer not null,
  primary key (ws, segment_num, checked_at)
);
