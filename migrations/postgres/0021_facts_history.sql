-- Facts of an import. While one runs, an account is told of in chunk after chunk: it is looked at once, when that has become quiet.
alter table fact_batch add column is_history boolean not null default false;

-- The lines are written, read once and deleted: the quickest compression is the best one, where the server was built with it.
do $$ begin
  alter table fact_batch alter column lines set compression lz4;
exception when feature_not_supported then null;
end $$;
