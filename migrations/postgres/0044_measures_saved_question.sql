-- Questions that people keep, each with its period as it was named ('last 90 days' stays the last 90 days), and what is said about them.
create table saved_question (
  ws integer not null references workspace (ws) on delete cascade,
  id text not null,
  name text not null,
  description text not null,
  question jsonb not null,
  period jsonb not null,
  look text not null,
  owner_id text not null,
  owner_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (ws, id)
);

create table question_comment (
  ws integer not null,
  id text not null,
  question_id text not null,
  author_id text not null,
  author_name text not null,
  text text not null,
  at timestamptz not null,
  primary key (ws, id),
  foreign key (ws, question_id) references saved_question (ws, id) on delete cascade
);
create index question_comment_of on question_comment (ws, question_id, at);
