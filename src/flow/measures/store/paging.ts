import type { Bind } from './statement.ts';

/** The test that a row belongs to the slice; null is all of them. */
export const sliceTest = (column: string, slice: string | null, bind: Bind): string =>
  slice === null ? 'true' : `${column} = ${bind('String', slice)}`;

/** One page of an ordered answer. */
export const pageSql = (offset: number, limit: number, bind: Bind): string =>
  `limit ${bind('UInt32', limit)} offset ${bind('UInt32', offset)}`;
