import type { ClickHouse } from '#platform/clickhouse.ts';
import type { EngineQuestion } from '../../domain/answer.ts';
import { rowsOf, type Statement } from '../../store/statement.ts';
import { createAnswerCache } from '../answer-cache.ts';

/** The rows of a statement, read once for all measures that ask the same of the same facts. */
export type Readings = <Row>(question: EngineQuestion, statement: Statement) => Promise<readonly Row[]>;

/**
 * Shares what several measures read: MRR, ARR, customers and movements are read off one bridge. The instant of a question is left out of the
 * key: the same facts and the same last date give the same rows, which its mark and its other parameters say.
 */
export const createReadings = (clickhouse: ClickHouse): Readings => {
  const cache = createAnswerCache<readonly unknown[]>();
  return async <Row>(question: EngineQuestion, statement: Statement) => {
    if (question.mark === null) return rowsOf<Row>(clickhouse, statement);
    const key = JSON.stringify([question.mark, statement.sql, { ...statement.params, asOf: question.frame.observedThrough }]);
    return (await cache.get(key, question.frame.asOf, () => rowsOf<Row>(clickhouse, statement))) as readonly Row[];
  };
};
