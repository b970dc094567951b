-- Which local day a workspace lives in, and from which day on the scores of days gone by are still being closed.
create table signals_night (
  ws integer primary key,
  opened_on date not null,
  closing_from date not null
);
