-- How many believed stays of each stage that have ended lasted how many days: what the river reads for "usually". Kept by the ledger's own table, so
-- that it is right whoever writes, instead of counting every stay of history for each river.
create table lifecycle_ended (
  ws integer not null,
  stage life_stage not null,
  days integer not null,
  stays integer not null,
  primary key (ws, stage, days)
);

insert into lifecycle_ended (ws, stage, days, stays)
select ws, stage, left_on - entered_on, count(*) from lifecycle_move where known_to is null and left_at is not null group by 1, 2, 3;

create function count_ended_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into lifecycle_ended as held (ws, stage, days, stays)
    select ws, stage, left_on - entered_on, count(*) from added where known_to is null and left_at is not null group by 1, 2, 3 order by 1, 2, 3
    on conflict (ws, stage, days) do update set stays = held.stays + excluded.stays;
  elsif tg_op = 'DELETE' then
    insert into lifecycle_ended as held (ws, stage, days, stays)
    select ws, stage, left_on - entered_on, -count(*) from removed where known_to is null and left_at is not null group by 1, 2, 3 order by 1, 2, 3
    on conflict (ws, stage, days) do update set stays = held.stays + excluded.stays;
  else
    insert into lifecycle_ended as held (ws, stage, days, stays)
    select ws, stage, days, sum(stays) from (
      select ws, stage, left_on - entered_on as days, 1 as stays from added where known_to is null and left_at is not null
      union all
      select ws, stage, left_on - entered_on, -1 from removed where known_to is null and left_at is not null
    ) as change group by 1, 2, 3 having sum(stays) <> 0 order by 1, 2, 3
    on conflict (ws, stage, days) do update set stays = held.stays + excluded.stays;
  end if;
  return null;
end $$;

create trigger lifecycle_move_added after insert on lifecycle_move
  referencing new table as added for each statement execute function count_ended_stays();
create trigger lifecycle_move_removed after delete on lifecycle_move
  referencing old table as removed for each statement execute function count_ended_stays();
create trigger lifecycle_move_changed after update on lifecycle_move
  referencing new table as added old table as removed for each statement execute function count_ended_stays();
