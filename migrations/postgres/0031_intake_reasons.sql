-- Why a row failed, as codes and values that are put into words for whoever reads them. Rows of earlier versions keep their English sentences.
alter table import_error alter column message drop not null;
alter table import_error alter column remedy drop not null;
alter table import_error add column reasons jsonb;
alter table import_error add constraint import_error_tells check (reasons is not null or message is not null);
