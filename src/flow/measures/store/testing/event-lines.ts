import type { ClickHouse } from '#platform/clickhouse.ts';

/** A fact as a test tells it; `at` and `known` are UTC ms, `known` is `at` unless said. */
export interface ToldFact {
  readonly ws: number;
  readonly event: string;
  readonly at: number;
  readonly known?: number;
  readonly account?: number;
  readonly person?: number;
  readonly alias?: number;
  readonly subject?: string;
  readonly amount?: number;
  readonly channel?: string;
  readonly props?: Readonly<Record<string, string>>;
}

let told = 0;

/** Puts facts into the event store as the shipper would. */
export const insertFacts = async (clickhouse: ClickHouse, facts: readonly ToldFact[]): Promise<void> => {
  const instant = (ms: number): string => new Date(ms).toISOString().slice(0, 23).replace('T', ' ');
  const lines = facts.map((fact) => {
    told += 1;
    return JSON.stringify({
      ws: fact.ws,
      event: fact.event,
      person: fact.person ?? 0,
      account: fact.account ?? 0,
      alias: fact.alias ?? 0,
      at: instant(fact.at),
      known: instant(fact.known ?? fact.at),
      id: told,
      session: 0,
      source: 'record',
      subject: fact.subject ?? '',
      import: 0,
      amount: fact.amount ?? 0,
      feature: '',
      path: '',
      channel: fact.channel ?? '',
      props: fact.props ?? {},
    });
  });
  await clickhouse.insertLines('events', lines.join('\n'), { token: `told-${told}` });
};
