import { standingAccount, standingPerson } from '#flow/identity/index.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';

/** How often each account used each feature. */
export type FeatureUse = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** Which use is meant: of facts of these names, from one instant to another (UTC ms), at least so many times. */
export interface UseAsked {
  readonly ws: number;
  readonly from: number;
  readonly to: number;
  readonly times: number;
  readonly events: readonly string[];
  /** By these people only; by anybody unless said. */
  readonly people?: readonly number[] | undefined;
}

/** How often did each account use each feature from one instant to another (UTC ms)? Only what it used at least `times` times. */
export const featureUse = async (clickhouse: ClickHouse, { ws, from, to, times, events, people }: UseAsked): Promise<FeatureUse> => {
  const byThese = people === undefined ? '' : `and ${standingPerson('alias', 'person')} in {people:Array(UInt32)}`;
  const rows = await clickhouse.query<{ owner: number; used: readonly (readonly [string, number])[] }>(
    `select owner, groupArray((name, n)) as used from (
      select ${standingAccount('account')} as owner, toString(feature) as name, count() as n from events
      where ws = {ws:UInt32} and event in {events:Array(String)} and feature != '' and account != 0 and at >= {from:DateTime64(3)} and at < {to:DateTime64(3)} ${byThese}
      group by owner, name having n >= {times:UInt32}
    ) group by owner`,
    { ws, from: new Date(from), to: new Date(to), times, events, people: people ?? [] },
  );
  return new Map(rows.map(({ owner, used }) => [Number(owner), new Map(used.map(([feature, n]) => [feature, Number(n)]))]));
};
