-- Accounts. `num` is what facts carry. An account that was merged into another keeps its row; `merged_into` is the one that stands for it
-- now, at the end of all merges, and null for one that stands for itself: lists show those only.
create table account (
  ws integer not null,
  num integer not null,
  id text not null,
  name text not null,
  domain text,
  industry text,
  country text,
  channel text,
  plan text,
  seats integer,
  owner_id text,
  parent_num integer,
  -- How a file names the parent, by name or external id: the parent may come later than its child.
  parent_ref text,
  attributes jsonb not null default '{}',
  merged_into integer,
  -- The import of people that made it in passing, because a row named a company that was not known.
  import_number integer,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (ws, num),
  constraint account_id unique (ws, id)
);
create index account_name on account (ws, lower(name));
create index account_domain on account (ws, domain) where domain is not null;
create index account_merged on account (ws, merged_into) where merged_into is not null;
create index account_parent on account (ws, parent_num) where parent_num is not null;
create index account_waits_for_parent on account (ws) where parent_ref is not null and parent_num is null;

-- The ids of accounts in other systems; `source` is the system, 'group' the tracking API's group call. They stay with the account that
-- they were given for, also when it is merged.
create table account_key (
  ws integer not null,
  source text not null,
  external_id text not null,
  account_num integer not null,
  primary key (ws, source, external_id)
);
create index account_key_account on account_key (ws, account_num);
create index account_key_any_source on account_key (ws, external_id);

-- People. A row is one member of a human's history: members that were merged keep their rows and `traits` (what was said under their own
-- ids, with the order in which it was said), so that a split gives back exactly what each had. The row whose `merged_into` is null stands
-- for all and shows the joint fields; lists show those only.
create table person (
  ws integer not null,
  num integer not null,
  id text not null,
  merged_into integer,
  name text,
  email text,
  title text,
  phone text,
  channel text,
  attributes jsonb not null default '{}',
  -- The account as named, and the account that stands for it now.
  home_account integer,
  account_num integer,
  traits jsonb not null default '{}',
  has_user boolean not null default false,
  has_email boolean not null default false,
  -- The alias under which facts about this row are kept, so that they move with it.
  alias_num integer not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (ws, num),
  constraint person_id unique (ws, id)
);
create index person_merged on person (ws, merged_into) where merged_into is not null;
create index person_account on person (ws, account_num) where account_num is not null and merged_into is null;
create index person_email on person (ws, lower(email)) where email is not null;
create index person_name on person (ws, lower(name)) where name is not null;

-- Every name under which a person is known: user, anonymous, device, email, external ('source:id'), record (made by hand, without any).
create table alias (
  ws integer not null,
  kind text not null,
  value text not null,
  num integer not null,
  person_num integer not null,
  -- The import that linked it, so that its undo takes just these links back.
  import_number integer,
  linked_at timestamptz not null,
  primary key (ws, kind, value),
  constraint alias_num unique (ws, num)
);
create index alias_person on alias (ws, person_num);

-- The ledger of merges, and of the splits that took them back. `from_num` and `into_num` are the rows that it joined, not those that
-- stand for them, so that each merge can be taken back alone. `seq` places it among the traits' changes.
create table identity_merge (
  ws integer not null,
  id text not null,
  kind text not null,
  seq integer not null,
  from_num integer not null,
  into_num integer not null,
  forced boolean not null default false,
  reason text not null,
  actor text not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  -- What a split needs to put back: fields that the merge filled, records that followed.
  details jsonb not null default '{}',
  primary key (ws, id)
);
create index identity_merge_from on identity_merge (ws, kind, from_num);
create index identity_merge_into on identity_merge (ws, kind, into_num);
create index identity_merge_newest on identity_merge (ws, merged_at desc);

create table duplicate_dismissal (
  ws integer not null,
  a text not null,
  b text not null,
  actor text not null,
  dismissed_at timestamptz not null,
  primary key (ws, a, b)
);

-- Waits to be told to the event store: which person an alias belongs to now, which account stands for another. Written with the merge.
create table standing_change (
  version bigint generated always as identity primary key,
  ws integer not null,
  kind text not null,
  raw_num integer not null,
  stands_num integer not null
);
