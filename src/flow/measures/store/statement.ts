import type { ClickHouse } from '#platform/clickhouse.ts';

/** A query with the values of its placeholders: text and values travel apart. */
export interface Statement {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Binds a value under a fresh or a given name and answers its placeholder. */
export type Bind = (type: string, value: unknown, name?: string) => string;

/** Collects the bound values of one statement. */
export const bindings = (): { readonly bind: Bind; readonly params: Readonly<Record<string, unknown>> } => {
  const params: Record<string, unknown> = {};
  const bind: Bind = (type, value, name = `p${Object.keys(params).length}`) => {
    params[name] = value;
    return `{${name}:${type}}`;
  };
  return { bind, params };
};

/** The rows that a statement answers. */
export const rowsOf = <Row>(clickhouse: ClickHouse, { sql, params }: Statement): Promise<Row[]> => clickhouse.query<Row>(sql, params);

/** Joins the named parts of a query: `with a as (…), b as (…)`. */
export const withParts = (parts: readonly string[]): string => (parts.length === 0 ? '' : `with ${parts.join(',\n')}\n`);
