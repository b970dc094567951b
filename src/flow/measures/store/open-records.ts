import { accountScope, type Scope, STANDING_ACCOUNT } from './account-scope.ts';
import { pageSql, sliceTest } from './paging.ts';
import { type Bind, bindings, type Statement, withParts } from './statement.ts';

export interface OpenRecordsQuestion {
  readonly scope: Scope;
  readonly opened: string;
  readonly closed: string;
}

/** How many records were open at these instants (UTC ms; what happened before them counts)? */
export const openCounts = (question: OpenRecordsQuestion, instants: readonly number[]): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(question.scope, bind);
  const moments = bind('Array(Int64)', instants);
  const sql = `${withParts([...accounts.parts, recordsPart(question, bind)])}select if(is_all = 1, '*', slice) as slice, w, n
  from (select slice, w, grouping(slice) as is_all, count() as n from (
    select ${accounts.slice} as slice, w from records array join arrayEnumerate(${moments}) as w ${accounts.join}
    where ${openAt(`${moments}[w]`)} and ${accounts.where}
  ) as open group by grouping sets ((slice, w), (w))) order by slice, w`;
  return { sql, params };
};

/** Which records were open at this instant? Those open longest first. */
export const openRows = (
  question: OpenRecordsQuestion,
  part: { readonly instant: number; readonly slice: string | null; readonly offset: number; readonly limit: number },
): Statement => {
  const { bind, params } = bindings();
  const accounts = accountScope(question.scope, bind);
  const moment = bind('Int64', part.instant);
  const sql = `${withParts([...accounts.parts, recordsPart(question, bind)])}select account, record as subject, 'open' as label,
    fromUnixTimestamp64Milli(toInt64(arrayMax(o -> if(o < ${moment}, o, 0), opens)), 'UTC') as latest, toNullable((${moment} - toUnixTimestamp64Milli(latest)) / 86400000) as value
  from records ${accounts.join}
  where ${openAt(moment)} and ${accounts.where} and ${sliceTest(accounts.slice, part.slice, bind)}
  order by latest, subject ${pageSql(part.offset, part.limit, bind)}`;
  return { sql, params };
};

const recordsPart = ({ opened, closed }: OpenRecordsQuestion, bind: Bind): string => {
  const opening = bind('String', opened);
  const closing = bind('String', closed);
  return `records as (select subject as record, argMax(${STANDING_ACCOUNT}, (known, at)) as account,
      groupUniqArrayIf(toUnixTimestamp64Milli(at), event = ${opening}) as opens, groupUniqArrayIf(toUnixTimestamp64Milli(at), event = ${closing}) as closes
    from events where ws = {ws:UInt32} and event in (${opening}, ${closing}) and known <= {asOf:DateTime64(3)} and subject != '' group by subject)`;
};

// Open: opened before then and not closed since. A closing that lies before the only opening is a mistake of the source, not a reopening.
const openAt = (moment: string): string =>
  `arrayExists(o -> o < ${moment}, opens) and (not arrayExists(c -> c < ${moment}, closes)
      or (length(opens) > 1 and arrayMax(o -> if(o < ${moment}, o, 0), opens) > arrayMax(c -> if(c < ${moment}, c, 0), closes)))`;
