import type { ImportRow, RowFate } from '#flow/intake/contracts.ts';
import { foldRows, type ImportContext, type ImportTarget, reversal } from '#flow/intake/index.ts';
import { sameValue } from '#kernel/same-value.ts';
import type { Db } from '#platform/postgres.ts';
import type { ProductRecord, RepRecord } from '../domain/deal.ts';
import { PRODUCT_KIND, REP_KIND } from '../domain/deal-kinds.ts';
import { productsOf, removeProducts, removeReps, repsOf, saveProducts, saveReps } from '../store/catalogue.ts';

/** Files of products. A list of what is for sale tells no fact: nothing happened to anyone. */
export const productTarget = (): ImportTarget =>
  catalogueTarget<ProductRecord>(
    { kind: PRODUCT_KIND, order: 12, keyField: 'product' },
    {
      stated: ({ values, custom }, { source, currency }, before) => ({
        source,
        name: String(values.product),
        series: (values.series as string | null | undefined) ?? before?.series ?? null,
        listPriceMinor: (values.list_price as number | null | undefined) ?? before?.listPriceMinor ?? null,
        currency,
        attributes: { ...before?.attributes, ...custom },
      }),
      nameOf: (row) => String(row.values.product),
      read: productsOf,
      save: saveProducts,
      remove: removeProducts,
    },
  );

/** Files of sales teams. */
export const repTarget = (): ImportTarget =>
  catalogueTarget<RepRecord>(
    { kind: REP_KIND, order: 13, keyField: 'rep' },
    {
      stated: ({ values, custom }, { source }, before) => ({
        source,
        name: String(values.rep),
        manager: (values.manager as string | null | undefined) ?? before?.manager ?? null,
        office: (values.office as string | null | undefined) ?? before?.office ?? null,
        attributes: { ...before?.attributes, ...custom },
      }),
      nameOf: (row) => String(row.values.rep),
      read: repsOf,
      save: saveReps,
      remove: removeReps,
    },
  );

interface CatalogueStore<Entry> {
  stated(row: ImportRow, context: ImportContext, before: Entry | null): Entry;
  nameOf(row: ImportRow): string;
  read(db: Db, ws: number, source: string): Promise<ReadonlyMap<string, Entry>>;
  save(tx: Db, ws: number, entries: readonly Entry[], now: number): Promise<void>;
  remove(tx: Db, ws: number, which: { readonly source: string; readonly names: readonly string[] }): Promise<void>;
}

// Entries of a list are known by their name within the source; it is their record id.
const catalogueTarget = <Entry extends { readonly name: string; readonly source: string }>(
  { kind, order, keyField }: Pick<ImportTarget, 'kind' | 'order' | 'keyField'>,
  store: CatalogueStore<Entry>,
): ImportTarget => ({
  kind,
  order,
  keyField,
  write: async (tx, context, rows) => {
    const existing = await store.read(tx, context.ws, context.source);
    const fateOf = (row: ImportRow, before: Entry | null): RowFate<Entry> => {
      const record = store.stated(row, context, before);
      return sameValue(record, before) ? { record: null, notes: [] } : { record, facts: [], notes: [] };
    };
    const { outcomes, changed } = foldRows(rows, existing, { keyOf: store.nameOf, idOf: (entry) => entry.name, fateOf });
    await store.save(tx, context.ws, changed, context.now);
    return outcomes;
  },
  undo: async (tx, { ws, source, now }, changes) => {
    const { remove, restore } = reversal(changes);
    await store.remove(tx, ws, { source, names: remove });
    await store.save(tx, ws, restore as readonly Entry[], now);
  },
});
