-- What the health of each account was judged from when it was looked at last, by the instant and version of the formula: an account's page answers
-- with the reasons from here instead of counting its facts again. `inputs` is null where there was nothing to judge; else of each input its value, its
-- usual value and how far its source had been heard of (UTC ms).
create table account_health (
  ws integer not null,
  account_num integer not null,
  judged_at timestamptz not null,
  version integer not null,
  inputs json,
  primary key (ws, account_num)
);
