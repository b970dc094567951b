import type { ImportKind, ImportNotes } from '#flow/intake/contracts.ts';
import { importField } from '#flow/intake/kind-contracts.ts';

const OWNER_FIELDS: ImportKind['fields'] = [
  importField('account_id', 'text', {
    label: { en: 'Account id', 'zh-CN': '客户编号', es: 'Id de cuenta' },
    synonyms: ['customer id', 'company id', 'group id'],
  }),
  importField('account_name', 'text', {
    label: { en: 'Account name', 'zh-CN': '客户名称', es: 'Nombre de la cuenta' },
    synonyms: ['account', 'customer', 'company'],
  }),
  importField('user_id', 'text', {
    label: { en: 'User id', 'zh-CN': '用户编号', es: 'Id de usuario' },
    synonyms: ['user', 'distinct id', 'person id', 'member id'],
  }),
  importField('email', 'email', { label: { en: 'E-mail', 'zh-CN': '邮箱', es: 'Correo' }, synonyms: ['email address', 'user email'] }),
];

/** The fields of a file of feature use. */
export const USAGE_KIND: ImportKind = {
  kind: 'feature_usage',
  label: { en: 'Feature usage', 'zh-CN': '功能使用', es: 'Uso de funciones' },
  help: {
    en: 'Who used which feature when: one row per use, or per day with a count.',
    'zh-CN': '谁在何时用了哪个功能：每次使用一行，或每天一行并附次数。',
    es: 'Quién usó qué función y cuándo: una fila por uso, o por día con un número de veces.',
  },
  custom: true,
  fields: [
    importField('usage_id', 'text', {
      label: { en: 'Usage id', 'zh-CN': '使用记录编号', es: 'Id de uso' },
      synonyms: ['usage', 'event id', 'id'],
    }),
    importField('subscription_id', 'text', {
      label: { en: 'Subscription id', 'zh-CN': '订阅编号', es: 'Id de suscripción' },
      synonyms: ['subscription', 'contract id'],
    }),
    ...OWNER_FIELDS,
    importField('used_at', 'instant', {
      label: { en: 'Used at', 'zh-CN': '使用时间', es: 'Cuándo se usó' },
      synonyms: ['usage date', 'date', 'timestamp', 'time', 'day'],
      required: true,
    }),
    importField('feature', 'text', {
      label: { en: 'Feature', 'zh-CN': '功能', es: 'Función' },
      synonyms: ['feature name', 'module', 'function'],
      required: true,
    }),
    importField('count', 'number', {
      label: { en: 'Times used', 'zh-CN': '使用次数', es: 'Veces usada' },
      synonyms: ['usage count', 'count', 'uses', 'times'],
    }),
    importField('duration_secs', 'number', {
      label: { en: 'Seconds of use', 'zh-CN': '使用时长（秒）', es: 'Segundos de uso' },
      synonyms: ['usage duration secs', 'duration', 'duration seconds'],
    }),
    importField('errors', 'number', { label: { en: 'Errors', 'zh-CN': '错误数', es: 'Errores' }, synonyms: ['error count', 'errors'] }),
    importField('beta', 'boolean', {
      label: { en: 'Beta feature', 'zh-CN': '测试版功能', es: 'Función beta' },
      synonyms: ['is beta feature', 'beta'],
    }),
  ],
};

/** The fields of a file of events of any name. */
export const EVENT_KIND: ImportKind = {
  kind: 'event',
  label: { en: 'Events', 'zh-CN': '事件', es: 'Eventos' },
  help: {
    en: 'What people did, by any name: one row per event, as analytics tools export them.',
    'zh-CN': '人们做了什么，名称不限：每个事件一行，与分析工具的导出一致。',
    es: 'Qué hicieron las personas, con cualquier nombre: una fila por evento, como los exportan las herramientas de analítica.',
  },
  custom: true,
  fields: [
    importField('event_id', 'text', {
      label: { en: 'Event id', 'zh-CN': '事件编号', es: 'Id de evento' },
      synonyms: ['message id', 'uuid', 'insert id'],
    }),
    importField('event', 'text', {
      label: { en: 'Event', 'zh-CN': '事件名称', es: 'Evento' },
      synonyms: ['event name', 'event type', 'action', 'activity'],
      required: true,
    }),
    importField('at', 'instant', {
      label: { en: 'Time', 'zh-CN': '时间', es: 'Momento' },
      synonyms: ['timestamp', 'event time', 'occurred at', 'created at', 'date'],
      required: true,
    }),
    ...OWNER_FIELDS,
    importField('properties', 'text', {
      label: { en: 'Properties as JSON', 'zh-CN': '属性（JSON）', es: 'Propiedades en JSON' },
      synonyms: ['props', 'event properties', 'payload'],
    }),
  ],
};

/** What the notes mean, in words. */
export const EVENT_NOTES: ImportNotes = {
  id_used_twice: {
    severity: 'warning',
    message: {
      en: 'Ids that the file gives to more than one event. The events differ, so each counts.',
      'zh-CN': '同一编号被用于多个事件。事件内容不同，因此各自计入。',
      es: 'Ids que el archivo da a más de un evento. Los eventos son distintos, así que cada uno cuenta.',
    },
  },
  says_otherwise: {
    severity: 'warning',
    message: {
      en: 'Events that came before with other figures. What was counted first stays; undo that import to replace it.',
      'zh-CN': '此前已导入但数值不同的事件。保留先前的计数；如需替换，请先撤销那次导入。',
      es: 'Eventos que ya llegaron con otras cifras. Se queda lo contado primero; deshaz esa importación para sustituirlo.',
    },
  },
  before_subscription: {
    severity: 'warning',
    message: {
      en: 'Use before the subscription that it names had started.',
      'zh-CN': '使用时间早于所属订阅的开始日期。',
      es: 'Uso anterior al inicio de la suscripción que nombra.',
    },
  },
  after_subscription: {
    severity: 'warning',
    message: {
      en: 'Use after the subscription that it names had ended.',
      'zh-CN': '使用时间晚于所属订阅的结束日期。',
      es: 'Uso posterior al fin de la suscripción que nombra.',
    },
  },
};
