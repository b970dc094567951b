-- The current figures of every account: one row each, rewritten whenever something new is known about it and every night. Lists sort and filter by
-- them; what they were on an earlier day comes from the ledger and from score_day.
create table account_figure (
  ws integer not null,
  account_num integer not null,
  account_id text not null,
  stage text,
  stage_since timestamptz,
  -- In minor units of the workspace's currency, today and at most ever.
  mrr_minor bigint not null default 0,
  mrr_peak_minor bigint not null default 0,
  -- The first date on which it ever paid; null before.
  first_paid_on date,
  -- The first date of its present life as a payer; null while it pays nothing.
  customer_since date,
  -- The nearest end of a running term; null without one.
  renews_on date,
  health double precision,
  -- The band that counts, a person's word included.
  health_band text not null default 'unknown',
  health_confidence double precision not null default 0,
  health_change double precision,
  lead_score double precision,
  lead_grade text,
  last_active_at timestamptz,
  active_days_28 integer not null default 0,
  active_people_28 integer not null default 0,
  open_tickets integer not null default 0,
  updated_at timestamptz not null,
  primary key (ws, account_num)
);
create index account_figure_stage on account_figure (ws, stage, stage_since);
create index account_figure_mrr on account_figure (ws, mrr_minor, account_num);
create index account_figure_health on account_figure (ws, health, account_num);
create index account_figure_lead_score on account_figure (ws, lead_score, account_num);
create index account_figure_last_active on account_figure (ws, last_active_at, account_num);
create index account_figure_renews on account_figure (ws, renews_on, account_num);

-- The current figures of every person who ever did anything, or carries attributes that a lead score reads.
create table person_figure (
  ws integer not null,
  person_num integer not null,
  lead_score double precision,
  lead_grade text,
  last_seen_at timestamptz,
  updated_at timestamptz not null,
  primary key (ws, person_num)
);
create index person_figure_lead_score on person_figure (ws, lead_score, person_num);
create index person_figure_last_seen on person_figure (ws, last_seen_at, person_num);
