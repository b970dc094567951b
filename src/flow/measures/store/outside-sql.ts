import type { OutsideValues } from '../domain/questions/question-world.ts';
import type { Bind } from './statement.ts';

/** The SQL of a value that another room answers, for the dense number in `column`; bound with the statement. */
export const outsideSql = ({ values, otherwise = '' }: OutsideValues, column: string, bind: Bind): string => {
  const rest = bind('String', otherwise);
  if (values.size === 0) return rest;
  const nums = bind('Array(UInt32)', [...values.keys()]);
  return `transform(${column}, ${nums}, ${bind('Array(String)', [...values.values()])}, ${rest})`;
};
