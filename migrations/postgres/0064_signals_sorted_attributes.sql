-- Custom attributes by which long lists are sorted, and on which day that was asked last: each has an index in the list's order while it is used.
create table sorted_attribute (
  list text not null check (list in ('accounts', 'people')),
  key text not null,
  is_numeric boolean not null,
  asked_on date not null,
  primary key (list, key, is_numeric)
);
