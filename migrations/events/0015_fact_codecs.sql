-- Instants as bits in columns (T64): smaller than their differences, and unpacked in a third of the time, which every question spends on each fact that it
-- reads. What is seldom read in stronger codecs. Parts that are there keep theirs until they are merged: nothing is written anew at once.
alter table events
  modify column at codec(T64, ZSTD(1)),
  modify column known codec(T64, ZSTD(1)),
  modify column account codec(ZSTD(1)),
  modify column amount codec(T64, ZSTD(1)),
  modify column path codec(ZSTD(1)),
  modify column feature codec(ZSTD(1)),
  modify column props codec(ZSTD(3));

-- How much was done before each hour differs little from hour to hour, in numbers of 32 bits.
alter table person_days
  modify column latest codec(T64, ZSTD(1)),
  modify column night codec(Delta(4), ZSTD(3)),
  modify column morning codec(Delta(4), ZSTD(3)),
  modify column evening codec(Delta(4), ZSTD(3));
