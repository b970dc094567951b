-- What was learned late, and what is no longer believed: all that tells an earlier belief from that of now.
create index lifecycle_move_revised on lifecycle_move (ws, known_to) include (known_from, entered_at, account_num) where known_to is not null;
create index lifecycle_move_late on lifecycle_move (ws, known_from) include (entered_at, account_num) where known_to is null and known_from > entered_at;
create index account_mrr_revised on account_mrr (ws, known_to) include (known_from, from_at, account_num) where known_to is not null;
create index account_mrr_late on account_mrr (ws, known_from) include (from_at, account_num) where known_to is null and known_from > from_at;

-- What the river reads instead of every move: those believed now, counted by local day. `lifecycle_entered`: how many entered a stage on a day from which
-- stage, and what they carried; `lifecycle_left`: how many left it on a day for which stage after how many days; `lifecycle_lasting`: how many that are
-- there still came on which day. Kept by the ledger's own table, as `lifecycle_ended` is.
create table lifecycle_entered (
  ws integer not null,
  entered_on date not null,
  stage life_stage not null,
  from_stage life_stage,
  stays integer not null,
  mrr_minor bigint not null,
  constraint lifecycle_entered_cell unique nulls not distinct (ws, entered_on, stage, from_stage)
);
create table lifecycle_left (
  ws integer not null,
  left_on date not null,
  stage life_stage not null,
  to_stage life_stage not null,
  days integer not null,
  stays integer not null,
  primary key (ws, left_on, stage, to_stage, days) include (stays)
);
create table lifecycle_lasting (
  ws integer not null,
  entered_on date not null,
  stage life_stage not null,
  stays integer not null,
  primary key (ws, entered_on, stage)
);

insert into lifecycle_entered (ws, entered_on, stage, from_stage, stays, mrr_minor)
select ws, entered_on, stage, from_stage, count(*), sum(mrr_minor) from lifecycle_move where known_to is null group by 1, 2, 3, 4 order by 1, 2, 3, 4;
insert into lifecycle_left (ws, left_on, stage, to_stage, days, stays)
select ws, left_on, stage, to_stage, left_on - entered_on, count(*) from lifecycle_move where known_to is null and left_at is not null
group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5;
insert into lifecycle_lasting (ws, entered_on, stage, stays)
select ws, entered_on, stage, count(*) from lifecycle_move where known_to is null and left_at is null group by 1, 2, 3;

create function keep_river_cells() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into lifecycle_entered as held (ws, entered_on, stage, from_stage, stays, mrr_minor)
    select ws, entered_on, stage, from_stage, count(*), sum(mrr_minor) from added where known_to is null group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (ws, entered_on, stage, from_stage) do update set stays = held.stays + excluded.stays, mrr_minor = held.mrr_minor + excluded.mrr_minor;
    insert into lifecycle_left as held (ws, left_on, stage, to_stage, days, stays)
    select ws, left_on, stage, to_stage, left_on - entered_on, count(*) from added where known_to is null and left_at is not null
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (ws, left_on, stage, to_stage, days) do update set stays = held.stays + excluded.stays;
    insert into lifecycle_lasting as held (ws, entered_on, stage, stays)
    select ws, entered_on, stage, count(*) from added where known_to is null and left_at is null group by 1, 2, 3 order by 1, 2, 3
    on conflict (ws, entered_on, stage) do update set stays = held.stays + excluded.stays;
  elsif tg_op = 'DELETE' then
    insert into lifecycle_entered as held (ws, entered_on, stage, from_stage, stays, mrr_minor)
    select ws, entered_on, stage, from_stage, -count(*), -sum(mrr_minor) from removed where known_to is null group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (ws, entered_on, stage, from_stage) do update set stays = held.stays + excluded.stays, mrr_minor = held.mrr_minor + excluded.mrr_minor;
    insert into lifecycle_left as held (ws, left_on, stage, to_stage, days, stays)
    select ws, left_on, stage, to_stage, left_on - entered_on, -count(*) from removed where known_to is null and left_at is not null
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (ws, left_on, stage, to_stage, days) do update set stays = held.stays + excluded.stays;
    insert into lifecycle_lasting as held (ws, entered_on, stage, stays)
    select ws, entered_on, stage, -count(*) from removed where known_to is null and left_at is null group by 1, 2, 3 order by 1, 2, 3
    on conflict (ws, entered_on, stage) do update set stays = held.stays + excluded.stays;
  else
    insert into lifecycle_entered as held (ws, entered_on, stage, from_stage, stays, mrr_minor)
    select ws, entered_on, stage, from_stage, sum(stays), sum(mrr_minor) from (
      select ws, entered_on, stage, from_stage, 1 as stays, mrr_minor from added where known_to is null
      union all
      select ws, entered_on, stage, from_stage, -1, -mrr_minor from removed where known_to is null
    ) as change group by 1, 2, 3, 4 having sum(stays) <> 0 or sum(mrr_minor) <> 0 order by 1, 2, 3, 4
    on conflict (ws, entered_on, stage, from_stage) do update set stays = held.stays + excluded.stays, mrr_minor = held.mrr_minor + excluded.mrr_minor;
    insert into lifecycle_left as held (ws, left_on, stage, to_stage, days, stays)
    select ws, left_on, stage, to_stage, days, sum(stays) from (
      select ws, left_on, stage, to_stage, left_on - entered_on as days, 1 as stays from added where known_to is null and left_at is not null
      union all
      select ws, left_on, stage, to_stage, left_on - entered_on, -1 from removed where known_to is null and left_at is not null
    ) as change group by 1, 2, 3, 4, 5 having sum(stays) <> 0 order by 1, 2, 3, 4, 5
    on conflict (ws, left_on, stage, to_stage, days) do update set stays = held.stays + excluded.stays;
    insert into lifecycle_lasting as held (ws, entered_on, stage, stays)
    select ws, entered_on, stage, sum(stays) from (
      select ws, entered_on, stage, 1 as stays from added where known_to is null and left_at is null
      union all
      select ws, entered_on, stage, -1 from removed where known_to is null and left_at is null
    ) as change group by 1, 2, 3 having sum(stays) <> 0 order by 1, 2, 3
    on conflict (ws, entered_on, stage) do update set stays = held.stays + excluded.stays;
  end if;
  return null;
end $$;

create trigger lifecycle_move_cells_added after insert on lifecycle_move
  referencing new table as added for each statement execute function keep_river_cells();
create trigger lifecycle_move_cells_removed after delete on lifecycle_move
  referencing old table as removed for each statement execute function keep_river_cells();
create trigger lifecycle_move_cells_changed after update on lifecycle_move
  referencing new table as added old table as removed for each statement execute function keep_river_cells();
