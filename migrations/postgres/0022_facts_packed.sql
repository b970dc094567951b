-- Lines of facts are packed by the product, to a sixth, before they come here: the database writes, logs and reads less. What waits is turned into lines that give the
-- values in the order of the columns, and stays plain.
alter table fact_batch add column packed bytea;

update fact_batch set packed = convert_to((
  select string_agg(json_build_array(
    fact -> 'ws', fact -> 'event', fact -> 'person', fact -> 'account', fact -> 'alias', fact -> 'at', fact -> 'known', fact -> 'id', fact -> 'session', fact -> 'source',
    fact -> 'subject', fact -> 'import', fact -> 'amount', fact -> 'feature', fact -> 'path', fact -> 'channel', fact -> 'props')::text, E'\n' order by place)
  from (select line::json as fact, place from regexp_split_to_table(lines, E'\n') with ordinality as split (line, place)) as told
), 'UTF8');

alter table fact_batch alter column packed set not null;
alter table fact_batch alter column packed set storage external;
alter table fact_batch drop column lines;
