/**
 * Which account does an account number of the event store stand for now? A ClickHouse expression over a column of raw account numbers; the
 * query must have the parameter `ws`. Wherever facts are grouped or filtered by account:
 * ``select ${standingAccount('account')} as account, count() from events where ws = {ws:UInt32} group by account``.
 */
export const standingAccount = (column: string): string => {
  const pairs = pairsOf('account_standing', 'account', 'stands');
  return `transform(${column}, ${pairs}.1, ${pairs}.2, ${column})`;
};

/**
 * To which person does a fact belong now? By the alias that it came under, else the person it was told about. Likewise:
 * ``uniq(${standingPerson('alias', 'person')})``.
 */
export const standingPerson = (aliasColumn: string, personColumn: string): string => {
  const pairs = pairsOf('alias_person', 'alias', 'person');
  return `transform(${aliasColumn}, ${pairs}.1, ${pairs}.2, ${personColumn})`;
};

// One scalar subquery, named twice and run once: both arrays are of one moment. The last pair keeps them from being empty; no row has the
// number 2^32 - 1. FINAL, since a split writes a newer row for the same number.
const pairsOf = (table: string, raw: string, stands: string): string =>
  `(select (arrayPushBack(groupArray(${raw}), toUInt32(4294967295)), arrayPushBack(groupArray(${stands}), toUInt32(0))) from ${table} final where ws = {ws:UInt32})`;
