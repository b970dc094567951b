import { bindings, type Statement } from '../statement.ts';

/** A property of the facts that were looked at. */
export interface EventFieldRow {
  /** '' counts the facts themselves. */
  readonly field: string;
  readonly n: number;
  readonly distinct: number;
  readonly numbers: number;
  readonly top: readonly { readonly item: string; readonly count: number }[];
}

const MOST_FACTS = 50_000;
const MOST_VALUES = 30;

/** Which properties do the latest facts of these names have (none: of any name), how many of them each, and which values most often? */
export const eventFields = (ws: number, events: readonly string[]): Statement => {
  const { bind, params } = bindings();
  const named = events.length === 0 ? '' : `and event in ${bind('Array(String)', events)}`;
  const facts = `from events where ws = ${bind('UInt32', ws)} ${named}`;
  // The last days only: properties that nobody sends any more would mislead, and a sort of everything would be slow.
  return {
    sql: `with latest as (
      select feature, path, channel, subject, source, amount, props ${facts} and at >= (select max(at) ${facts}) - interval 60 day
      limit ${bind('UInt32', MOST_FACTS)}
    )
    select pair.1 as field, count() as n, uniq(pair.2) as distinct, countIf(toFloat64OrNull(pair.2) is not null) as numbers,
      arrayMap(one -> (one.item, one.count)::Tuple(item String, count UInt64), topK(${MOST_VALUES}, 10, 'counts')(pair.2)) as top
    from latest array join arrayConcat(
      [('', '1'), ('feature', toString(feature)), ('path', toString(path)), ('channel', toString(channel)), ('subject', subject),
       ('source', toString(source)), ('amount', if(amount = 0, '', toString(amount)))],
      arrayZip(arrayMap(key -> toString(key), mapKeys(props)), mapValues(props))
    ) as pair
    where pair.2 != ''
    group by field order by n desc, field limit 300`,
    params,
  };
};
