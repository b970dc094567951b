import pg from 'pg';
import { OperatorError } from '#kernel/app-error.ts';

const { builtins } = pg.types;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

/**
 * How does a value of the database look in JavaScript? int8 is a number (and refuses beyond 2^53), numeric stays text,
 * date stays 'YYYY-MM-DD', timestamptz is a Date; arrays alike. Everything else is the driver's way.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new OperatorError('internal', 'A whole number of the database is too large for JavaScript; read it as text (::text).');
};

type Nested<T> = T | null | readonly Nested<T>[];

const mapNested = <T, R>(value: Nested<T>, map: (item: T) => R): Nested<R> => {
  if (value === null) return null;
  return Array.isArray(value) ? value.map((item: Nested<T>) => mapNested(item, map)) : map(value as T);
};

const textArray = (text: string): Nested<string> => pg.types.getTypeParser(TEXT_ARRAY as never, 'text')(text) as Nested<string>;

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.NUMERIC, (text) => text],
  [builtins.DATE, (text) => text],
  [INT8_ARRAY, (text) => mapNested(textArray(text), safeInteger)],
  [DATE_ARRAY, textArray],
]);
