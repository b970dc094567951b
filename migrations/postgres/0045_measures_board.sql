-- Saved questions side by side. A question that is removed leaves its boards.
create table board (
  ws integer not null references workspace (ws) on delete cascade,
  id text not null,
  name text not null,
  description text not null,
  owner_id text not null,
  owner_name text not null,
  changed_at timestamptz not null,
  primary key (ws, id)
);

create table board_tile (
  ws integer not null,
  board_id text not null,
  place integer not null,
  question_id text not null,
  span integer not null check (span in (2, 3, 4, 6)),
  primary key (ws, board_id, place),
  foreign key (ws, board_id) references board (ws, id) on delete cascade,
  foreign key (ws, question_id) references saved_question (ws, id) on delete cascade
);
