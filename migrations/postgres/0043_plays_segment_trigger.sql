-- What sets a play in motion where the workspace chose it: entering or leaving one of its segments.
create table play_trigger (
  ws integer not null,
  play_id text not null,
  trigger jsonb not null,
  primary key (ws, play_id)
);
