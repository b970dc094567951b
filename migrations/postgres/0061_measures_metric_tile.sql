-- A tile of a board is a saved question, or a metric as it is asked there: its period, breakdown and filter.
alter table board_tile alter column question_id drop not null;
alter table board_tile add column metric jsonb;
alter table board_tile add constraint board_tile_holds_one check (num_nonnulls(question_id, metric) = 1);
