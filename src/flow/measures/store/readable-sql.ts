import type { Statement } from './statement.ts';

const MOST_SHOWN = 40;

/** The SQL of a statement with its values in their places, for people to read; of a long list only the beginning is shown, and how many more there are. */
export const readableSql = ({ sql, params }: Statement): string =>
  sql.replaceAll(/\{(\w+):([^{}]+)\}/g, (placeholder, name: string, type: string) =>
    Object.hasOwn(params, name) ? literal(params[name], type) : placeholder,
  );

const literal = (value: unknown, type: string): string => {
  if (Array.isArray(value)) return list(value, type);
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return `toDateTime64('${value.toISOString().replace('T', ' ').replace('Z', '')}', 3, 'UTC')`;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : quoted(String(value));
};

const list = (values: readonly unknown[], type: string): string => {
  const inner = /^Array\((.*)\)$/.exec(type)?.[1] ?? type;
  const shown = values.slice(0, MOST_SHOWN).map((one) => literal(one, inner));
  const rest = values.length - shown.length;
  return `[${shown.join(', ')}${rest > 0 ? ` /* and ${rest} more */` : ''}]`;
};

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
