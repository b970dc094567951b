-- Names are searched for what stands anywhere in them: by their groups of three letters.
create extension if not exists pg_trgm;
create index account_words on account using gin (lower(name || ' ' || coalesce(domain, '')) gin_trgm_ops) where merged_into is null;
create index person_words on person using gin (lower(coalesce(name, '') || ' ' || coalesce(email, '')) gin_trgm_ops) where merged_into is null;

-- People are ten times as many as accounts: each of their columns has its order, since sorting all of them for a page takes half a second.
create index person_list_email on person (ws, left(lower(email), 48), num) where merged_into is null;
create index person_list_title on person (ws, left(lower(title), 48), num) where merged_into is null;
create index person_list_channel on person (ws, left(lower(channel), 48), num) where merged_into is null;
create index person_figure_grade on person_figure (ws, left(lower(lead_grade), 48), person_num);
-- How many there are is counted through the smallest index.
create index person_standing on person (ws) where merged_into is null;
