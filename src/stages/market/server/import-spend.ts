import { foldRows, type ImportTarget, reversal } from '#flow/intake/index.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import { newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import { SPEND_KIND } from '../domain/spend-kind.ts';
import { reviseSpend, SPEND_NOTES, type SpendLine, spendKey } from '../domain/spend-line.ts';
import { removeSpend, saveSpend, spendByExternalId } from '../store/spend-lines.ts';

/** What this stage needs of the river; given by the composition root. */
export interface MarketDeps {
  readonly appendFacts: AppendFacts<Db>;
}

/** Files of what channels cost. */
export const spendTarget = (deps: MarketDeps): ImportTarget => ({
  kind: SPEND_KIND,
  order: 15,
  keyField: 'line_id',
  notes: SPEND_NOTES,
  write: async (tx, context, rows) => {
    const existing = await spendByExternalId(tx, context.ws, context.source, rows.map(spendKey));
    const telling = { ...context, makeId: () => newId('spend', context.now) };
    const { outcomes, changed, facts } = foldRows(rows, existing, {
      keyOf: spendKey,
      idOf: (line: SpendLine) => line.id,
      fateOf: (row, before) => reviseSpend(row, telling, before),
    });
    await saveSpend(tx, context.ws, changed);
    await deps.appendFacts(tx, context.ws, facts);
    return outcomes;
  },
  undo: async (tx, { ws }, changes) => {
    const { remove, restore } = reversal(changes);
    await removeSpend(tx, ws, remove);
    await saveSpend(tx, ws, restore as readonly SpendLine[]);
  },
});
