import { type ImportTarget, writeRecords } from '#flow/intake/index.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import { newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import { SPEND_KIND } from '../domain/spend-kind.ts';
import { reviseSpend, SPEND_NOTES, spendKey } from '../domain/spend-line.ts';
import { spendLines } from '../store/spend-lines.ts';

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
  ...writeRecords(spendLines, deps.appendFacts, {
    keyOf: spendKey,
    fates: async (_, context) => {
      const telling = { ...context, makeId: () => newId('spend', context.now) };
      return (row, before) => reviseSpend(row, telling, before);
    },
  }),
});
