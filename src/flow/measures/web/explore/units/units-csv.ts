import { csv } from '../../../domain/questions/answer-table.ts';
import type { UnitRow } from '../../../question-contracts.ts';

/** The list of units as CSV: ids, names, when (UTC) and the value. */
export const unitsCsv = (rows: readonly UnitRow[]): string =>
  csv([
    ['id', 'name', 'account id', 'account', 'at', 'value'],
    ...rows.map(({ id, name, accountId, accountName, at, value }) => [
      id,
      name,
      accountId,
      accountName,
      at === null ? null : new Date(at).toISOString(),
      value,
    ]),
  ]);
