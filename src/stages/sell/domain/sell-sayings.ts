import { sayings } from '#kernel/saying.ts';

/** What is said of deals and notes that cannot be imported, listed or deleted, and what is odd about deals that were imported. */
export const SELL_SAYS = sayings({
  deal_closed_before_opened: {
    en: [
      'It closed on {closedOn:date}, before it opened on {openedOn:date}.',
      'Correct one of the dates; if day and month are swapped, choose the other date order.',
    ],
    'zh-CN': ['关闭日期 {closedOn:date} 早于开始日期 {openedOn:date}。', '请改正其中一个日期；如果日和月颠倒了，请选择另一种日期顺序。'],
    es: [
      'Se cerró el {closedOn:date}, antes de abrirse el {openedOn:date}.',
      'Corrige una de las fechas; si el día y el mes están cambiados, elige el otro orden de fecha.',
    ],
  },
  deals_sorted_by_money: {
    en: ['You may not see money, so deals cannot be sorted by it.', 'Sort by a date or by name.'],
    'zh-CN': ['你无权查看金额，因此不能按金额排序。', '请按日期或名称排序。'],
    es: ['No puedes ver importes, así que las oportunidades no se pueden ordenar por ellos.', 'Ordena por una fecha o por nombre.'],
  },
  note_gone: {
    en: ['There is no such note.', 'It may have been deleted already.'],
    'zh-CN': ['没有这条备注。', '它可能已被删除。'],
    es: ['No existe esa nota.', 'Quizá ya se eliminó.'],
  },
  note_of_another: {
    en: ['Only who wrote a note may delete it.', 'Ask {author}.'],
    'zh-CN': ['只有备注的作者可以删除它。', '请联系 {author}。'],
    es: ['Solo quien escribió una nota puede eliminarla.', 'Pídeselo a {author}.'],
  },
  note_of_nobody: {
    en: ['Only who wrote a note may delete it.', 'Ask its author.'],
    'zh-CN': ['只有备注的作者可以删除它。', '请联系其作者。'],
    es: ['Solo quien escribió una nota puede eliminarla.', 'Pídeselo a su autor.'],
  },
  deal_product_respelled: {
    en: ['{deal}: “{spelled}” taken for “{listed}”'],
    'zh-CN': ['{deal}：“{spelled}”按“{listed}”处理'],
    es: ['{deal}: «{spelled}» se tomó por «{listed}»'],
  },
  deal_product_unlisted: {
    en: ['{deal}: “{spelled}” is not in the catalogue'],
    'zh-CN': ['{deal}：“{spelled}”不在目录中'],
    es: ['{deal}: «{spelled}» no está en el catálogo'],
  },
  deal_rep_unlisted: {
    en: ['{deal}: “{rep}” is in no sales team'],
    'zh-CN': ['{deal}：“{rep}”不属于任何销售团队'],
    es: ['{deal}: «{rep}» no está en ningún equipo de ventas'],
  },
  deal_without_account: {
    en: ['{deal}: {stage}, no account'],
    'zh-CN': ['{deal}：{stage}，没有客户'],
    es: ['{deal}: {stage}, sin cuenta'],
  },
  deal_without_opening: {
    en: ['{deal}: {stage}, no date of opening'],
    'zh-CN': ['{deal}：{stage}，没有开始日期'],
    es: ['{deal}: {stage}, sin fecha de apertura'],
  },
  deal_without_closing: {
    en: ['{deal}: {stage}, no date of closing'],
    'zh-CN': ['{deal}：{stage}，没有关闭日期'],
    es: ['{deal}: {stage}, sin fecha de cierre'],
  },
  deal_open_yet_closed: {
    en: ['{deal}: {stage}, yet closed on {closedOn:date}'],
    'zh-CN': ['{deal}：{stage}，却于 {closedOn:date} 关闭'],
    es: ['{deal}: {stage}, aunque cerrada el {closedOn:date}'],
  },
  deal_won_for_nothing: {
    en: ['{deal}: won for nothing'],
    'zh-CN': ['{deal}：赢单但没有金额'],
    es: ['{deal}: ganada sin importe'],
  },
  deal_off_list_price: {
    en: ['{deal}: won for {amount:money}, list price {price:money}'],
    'zh-CN': ['{deal}：成交金额 {amount:money}，目录价 {price:money}'],
    es: ['{deal}: ganada por {amount:money}, precio de lista {price:money}'],
  },
});
