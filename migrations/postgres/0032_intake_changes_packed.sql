-- What an import changed is only read when it is undone, or when another one is: a row for each chunk holds it, instead of one for each record with two entries of
-- indexes. That was a quarter of what a row of a file cost the database, and most of the room that a long import left behind.
alter table import_change rename to import_change_single;
alter table import_change_single rename constraint import_change_pkey to import_change_single_pkey;
alter index import_change_record rename to import_change_single_record;

create table import_change (
  ws integer not null,
  seq bigint generated always as identity,
  import_number integer not null,
  -- What was changed, in the order in which it was.
  record_ids text[] not null,
  -- The records before the change, in the same order, null where the import made one; null altogether when it made them all.
  befores jsonb,
  primary key (ws, import_number, seq)
);

-- Written often and read seldom: the quickest compression is the best one, where the server was built with it.
do $$ begin
  alter table import_change alter column record_ids set compression lz4, alter column befores set compression lz4;
exception when feature_not_supported then null;
end $$;

insert into import_change (ws, import_number, record_ids, befores)
select ws, import_number, array_agg(record_id order by seq), case when count(before) > 0 then jsonb_agg(before order by seq) end
from (select *, (row_number() over (partition by ws, import_number order by seq) - 1) / 5000 as part from import_change_single) as numbered
group by ws, import_number, part order by min(seq);

drop table import_change_single;
