-- Numbers the rows of a part, so that a delete is a small part that names them instead of a rewrite of every part: 0.1 s instead of 13 s over 165 parts
-- of 66 months, for 0.2 bytes a row. Rows that were there before are numbered by their place.
alter table events modify setting enable_block_number_column = 1, enable_block_offset_column = 1;
