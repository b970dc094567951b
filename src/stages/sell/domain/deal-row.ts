import type { AccountRef, ImportNotes, ImportRow, RowNote, RowRefusal } from '#flow/intake/contracts.ts';
import type { Said } from '#kernel/saying.ts';
import { type DealRecord, type ProductRecord, productKey, type RepRecord, statusOfStage } from './deal.ts';
import { SELL_SAYS } from './sell-sayings.ts';

/** What is known around a row: its account, the catalogue and the team of its source. */
export interface DealSurroundings {
  readonly account: AccountRef | null;
  /** By product key. */
  readonly products: ReadonlyMap<string, ProductRecord>;
  readonly reps: ReadonlyMap<string, RepRecord>;
  readonly currency: string;
}

/** The fields of a deal that a row states; what the file has no column for is undefined. */
export type DealSaid = Partial<Pick<DealRecord, 'name' | 'product' | 'rep' | 'team' | 'amountMinor' | 'openedOn' | 'closedOn'>> &
  Pick<DealRecord, 'stage' | 'status' | 'attributes'>;

/** What does this row say? Refused when the deal closed before it opened. */
export const dealOfRow = (
  { values, custom }: ImportRow,
  { products, reps }: DealSurroundings,
): DealSaid | { readonly refused: RowRefusal } => {
  const text = (key: string): string | null | undefined => values[key] as string | null | undefined;
  const [openedOn, closedOn] = [text('opened_on'), text('closed_on')];
  if (openedOn && closedOn && closedOn < openedOn) return { refused: closedBeforeOpened(openedOn, closedOn) };
  const product = catalogued(text('product'), products);
  const rep = text('rep');
  const team = text('team') ?? (rep ? reps.get(rep)?.office : undefined);
  const made = [product, text('account_name')].filter(Boolean).join(' – ');
  return {
    stage: String(values.stage),
    status: statusOfStage(String(values.stage)),
    name: text('name') ?? (made === '' ? undefined : made),
    product,
    rep,
    team,
    amountMinor: values.amount as number | null | undefined,
    openedOn,
    closedOn,
    attributes: custom,
  };
};

/** What of a row does not fit together, though it was taken. */
export const dealNotes = (
  { values }: ImportRow,
  said: DealSaid,
  { account, products, reps, currency }: DealSurroundings,
): readonly RowNote[] => {
  const deal = String(values.deal_id);
  const { stage, rep, closedOn, amountMinor } = said;
  const spelled = values.product ? String(values.product) : null;
  const listed = spelled === null ? undefined : products.get(productKey(spelled));
  const isClosed = said.status !== 'open';
  const notes: RowNote[] = [];
  const note = (code: string, text: Said): void => void notes.push({ code, text });
  if (spelled !== null && listed !== undefined && listed.name !== spelled)
    note('product_spelled_otherwise', SELL_SAYS.deal_product_respelled({ deal, spelled, listed: listed.name }));
  if (spelled !== null && listed === undefined && products.size > 0)
    note('product_not_listed', SELL_SAYS.deal_product_unlisted({ deal, spelled }));
  if (rep && reps.size > 0 && !reps.has(rep)) note('rep_not_listed', SELL_SAYS.deal_rep_unlisted({ deal, rep }));
  if (account === null) note('no_account', SELL_SAYS.deal_without_account({ deal, stage }));
  if (!said.openedOn) note('no_open_date', SELL_SAYS.deal_without_opening({ deal, stage }));
  if (isClosed && !closedOn) note('closed_without_date', SELL_SAYS.deal_without_closing({ deal, stage }));
  if (!isClosed && closedOn) note('open_with_close_date', SELL_SAYS.deal_open_yet_closed({ deal, stage, closedOn }));
  if (said.status !== 'won') return notes;
  const price = listed?.listPriceMinor ?? null;
  if (!amountMinor) note('won_without_value', SELL_SAYS.deal_won_for_nothing({ deal }));
  else if (price !== null && amountMinor !== price)
    note(
      'value_is_not_list_price',
      SELL_SAYS.deal_off_list_price({ deal, amount: { amountMinor, currency }, price: { amountMinor: price, currency } }),
    );
  return notes;
};

/** What the notes mean, in words. */
export const DEAL_NOTES: ImportNotes = {
  product_spelled_otherwise: {
    severity: 'warning',
    message: {
      en: 'Products spelled differently from the catalogue. They were taken for the listed ones.',
      'zh-CN': '产品名称与目录写法不同，已按目录中的产品处理。',
      es: 'Productos escritos de otra forma que en el catálogo. Se tomaron por los del catálogo.',
    },
  },
  product_not_listed: {
    severity: 'warning',
    message: {
      en: 'Products that are not in the catalogue.',
      'zh-CN': '产品目录中没有的产品。',
      es: 'Productos que no están en el catálogo.',
    },
  },
  rep_not_listed: {
    severity: 'warning',
    message: {
      en: 'Sales reps who are in no sales team.',
      'zh-CN': '不属于任何销售团队的销售。',
      es: 'Comerciales que no están en ningún equipo.',
    },
  },
  no_account: {
    severity: 'warning',
    message: {
      en: 'Deals without an account: they count in the pipeline and show on no account page.',
      'zh-CN': '没有客户的商机：计入销售管道，但不会出现在任何客户页面。',
      es: 'Oportunidades sin cuenta: cuentan en el embudo y no aparecen en ninguna ficha.',
    },
  },
  no_open_date: {
    severity: 'info',
    message: {
      en: 'Deals without a date of opening: known from this import on.',
      'zh-CN': '没有开始日期的商机：自本次导入起计。',
      es: 'Oportunidades sin fecha de apertura: se conocen desde esta importación.',
    },
  },
  closed_without_date: {
    severity: 'warning',
    message: {
      en: 'Closed deals without a date of closing: closed from this import on.',
      'zh-CN': '已关闭但没有关闭日期的商机：自本次导入起计。',
      es: 'Oportunidades cerradas sin fecha de cierre: cerradas desde esta importación.',
    },
  },
  open_with_close_date: {
    severity: 'info',
    message: {
      en: 'Open deals with a date of closing: taken for the expected one.',
      'zh-CN': '进行中的商机带有关闭日期：视为预计关闭日期。',
      es: 'Oportunidades abiertas con fecha de cierre: se toma por la prevista.',
    },
  },
  won_without_value: {
    severity: 'warning',
    message: { en: 'Won deals without a value.', 'zh-CN': '赢单但没有金额的商机。', es: 'Oportunidades ganadas sin importe.' },
  },
  value_is_not_list_price: {
    severity: 'info',
    message: {
      en: 'Deals won for another amount than the list price. The amount of the deal counts.',
      'zh-CN': '成交金额与目录价不同的商机，以成交金额为准。',
      es: 'Oportunidades ganadas por un importe distinto del precio de lista. Cuenta el importe de la oportunidad.',
    },
  },
};

const catalogued = (spelled: string | null | undefined, products: DealSurroundings['products']): string | null | undefined =>
  spelled ? (products.get(productKey(spelled))?.name ?? spelled) : spelled;

const closedBeforeOpened = (openedOn: string, closedOn: string): RowRefusal => ({
  field: 'closed_on',
  said: SELL_SAYS.deal_closed_before_opened({ openedOn, closedOn }),
});
