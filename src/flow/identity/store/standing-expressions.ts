/**
 * Which account does an account number of the event store stand for now? A ClickHouse expression over a column of raw account numbers; the
 * query must have the parameter `ws`. Wherever facts are grouped or filtered by account:
 * ``select ${standingAccount('account')} as account, count() from events where ws = {ws:UInt32} group by account``.
 */
export const standingAccount = (column: string): string => standsFor(column, column, standingAccountPairs);

/**
 * To which person does a fact belong now? By the alias that it came under, else the person it was told about. Likewise:
 * ``uniq(${standingPerson('alias', 'person')})``.
 */
export const standingPerson = (aliasColumn: string, personColumn: string): string =>
  standsFor(aliasColumn, personColumn, standingPersonPairs);

/**
 * The number that stands for a raw one by these pairs, or what holds without one. `pairs` may be the name that a statement gave them. Where nobody was merged
 * (the one pair that is always there) nothing is looked up.
 */
export const standsFor = (raw: string, otherwise: string, pairs: string): string =>
  `if(length(${pairs}.1) = 1, ${otherwise}, transform(${raw}, ${pairs}.1, ${pairs}.2, ${otherwise}))`;

// One scalar subquery, named twice and run once: both arrays are of one moment. The last pair keeps them from being empty; no row has the
// number 2^32 - 1. FINAL, since a split writes a newer row for the same number.
const pairsOf = (table: string, raw: string, stands: string): string =>
  `(select (arrayPushBack(groupArray(${raw}), toUInt32(4294967295)), arrayPushBack(groupArray(${stands}), toUInt32(0))) from ${table} final where ws = {ws:UInt32})`;

/** Accounts and those that stand for them, to be named in a statement that needs them several times; it must have the parameter `ws`. */
export const standingAccountPairs = pairsOf('account_standing', 'account', 'stands');

/** Raw ids and the people they belong to now, where that is somebody else than their facts were told about; likewise. */
export const standingPersonPairs = pairsOf('alias_person', 'alias', 'person');
