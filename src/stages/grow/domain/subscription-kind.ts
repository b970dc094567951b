import type { ImportKind } from '#flow/intake/contracts.ts';
import { ACCOUNT_ID_FIELD, ACCOUNT_NAME_FIELD, importField } from '#flow/intake/kind-contracts.ts';

/** The fields of a file of subscriptions. */
export const SUBSCRIPTION_KIND: ImportKind = {
  kind: 'subscription',
  label: { en: 'Subscriptions', 'zh-CN': '订阅', es: 'Suscripciones' },
  help: {
    en: 'What each account pays, from when to when: one row per subscription.',
    'zh-CN': '每家客户付多少钱、从何时到何时：每行一个订阅。',
    es: 'Qué paga cada cuenta y desde cuándo hasta cuándo: una fila por suscripción.',
  },
  custom: true,
  fields: [
    importField('subscription_id', 'text', {
      label: { en: 'Subscription id', 'zh-CN': '订阅编号', es: 'Id de suscripción' },
      synonyms: ['subscription', 'contract id', 'id'],
      required: true,
    }),
    ACCOUNT_ID_FIELD,
    ACCOUNT_NAME_FIELD,
    importField('start_date', 'date', {
      label: { en: 'Start', 'zh-CN': '开始日期', es: 'Inicio' },
      synonyms: ['started on', 'start', 'begin date', 'activated', 'created'],
      required: true,
    }),
    importField('end_date', 'date', {
      label: { en: 'End', 'zh-CN': '结束日期', es: 'Fin' },
      synonyms: ['ended on', 'end', 'cancelled on', 'canceled at', 'expiry'],
      help: {
        en: 'The first date on which it no longer ran; blank while it runs.',
        'zh-CN': '不再有效的第一天；有效期间留空。',
        es: 'Primer día en que ya no estaba activa; en blanco si sigue activa.',
      },
    }),
    importField('plan', 'text', {
      label: { en: 'Plan', 'zh-CN': '套餐', es: 'Plan' },
      synonyms: ['plan tier', 'product', 'package', 'tier'],
    }),
    importField('seats', 'integer', {
      label: { en: 'Seats', 'zh-CN': '席位数', es: 'Licencias' },
      synonyms: ['licences', 'users', 'quantity'],
    }),
    importField('mrr', 'money', {
      label: { en: 'MRR', 'zh-CN': 'MRR', es: 'MRR' },
      synonyms: ['mrr amount', 'monthly amount', 'monthly price', 'monthly recurring revenue'],
    }),
    importField('arr', 'money', {
      label: { en: 'ARR', 'zh-CN': 'ARR', es: 'ARR' },
      synonyms: ['arr amount', 'annual amount', 'yearly price', 'annual recurring revenue', 'acv'],
    }),
    importField('amount', 'money', {
      label: { en: 'Price per billing period', 'zh-CN': '每计费周期价格', es: 'Precio por periodo de cobro' },
      synonyms: ['price', 'amount', 'fee'],
      help: {
        en: 'Only read when there is neither MRR nor ARR.',
        'zh-CN': '仅在没有 MRR 和 ARR 时使用。',
        es: 'Solo se usa si no hay MRR ni ARR.',
      },
    }),
    importField('currency', 'text', { label: { en: 'Currency', 'zh-CN': '币种', es: 'Moneda' }, synonyms: ['currency code'] }),
    importField('is_trial', 'boolean', { label: { en: 'Trial', 'zh-CN': '试用', es: 'Prueba' }, synonyms: ['trial', 'trialing'] }),
    importField('billing_frequency', 'text', {
      label: { en: 'Billing frequency', 'zh-CN': '计费周期', es: 'Frecuencia de cobro' },
      synonyms: ['billing interval', 'billing period', 'interval', 'term'],
    }),
    importField('auto_renew', 'boolean', {
      label: { en: 'Renews by itself', 'zh-CN': '自动续费', es: 'Renovación automática' },
      synonyms: ['auto renew flag', 'auto renewal'],
    }),
    importField('end_reason', 'text', {
      label: { en: 'Reason of the end', 'zh-CN': '结束原因', es: 'Motivo del fin' },
      synonyms: ['cancel reason', 'cancellation reason', 'churn reason'],
    }),
    importField('changed_on', 'date', {
      label: { en: 'Terms valid since', 'zh-CN': '条款生效日期', es: 'Condiciones desde' },
      synonyms: ['changed on', 'price valid from', 'effective date'],
      help: {
        en: 'When a plan, seat or price change took effect; today when it is missing.',
        'zh-CN': '套餐、席位或价格变更的生效日期；缺省为今天。',
        es: 'Cuándo empezó a valer el cambio de plan, licencias o precio; hoy si falta.',
      },
    }),
    importField('known_on', 'date', {
      label: { en: 'Known since', 'zh-CN': '获知日期', es: 'Sabido desde' },
      synonyms: ['known on', 'corrected on', 'recorded on', 'booked on'],
      help: {
        en: 'When a late change or a correction became known; the day on which it took effect, or today for a correction, when it is missing.',
        'zh-CN': '补录的变更或更正是何时获知的；缺省为生效当日，更正则为今天。',
        es: 'Cuándo se supo un cambio tardío o una corrección; si falta, el día en que empezó a valer, u hoy si es una corrección.',
      },
    }),
    importField('upgrade_flag', 'boolean', {
      label: { en: 'Upgrade flag', 'zh-CN': '升级标记', es: 'Marca de subida' },
      synonyms: ['upgraded'],
    }),
    importField('downgrade_flag', 'boolean', {
      label: { en: 'Downgrade flag', 'zh-CN': '降级标记', es: 'Marca de bajada' },
      synonyms: ['downgraded'],
    }),
    importField('churn_flag', 'boolean', {
      label: { en: 'Churn flag', 'zh-CN': '流失标记', es: 'Marca de baja' },
      synonyms: ['churned', 'is churned'],
    }),
  ],
};
