import { sayings } from '#kernel/saying.ts';

/** What is said of rows that cannot be events, and what is odd about events that were imported. */
export const ENGAGE_SAYS = sayings({
  event_name_kept: {
    en: [
      '“{event}” is a name that only records tell.',
      'Import subscriptions, tickets and deals as what they are, or give the event another name.',
    ],
    'zh-CN': ['“{event}”是只由记录产生的事件名。', '请将订阅、工单和商机按各自的类型导入，或给事件换一个名称。'],
    es: [
      '«{event}» es un nombre que solo cuentan los registros.',
      'Importa suscripciones, tickets y oportunidades como lo que son, o da otro nombre al evento.',
    ],
  },
  properties_not_object: {
    en: ['The properties are not a JSON object.', 'Write them like {"plan": "Pro"}, or give each property its own column.'],
    'zh-CN': ['属性不是 JSON 对象。', '请写成 {"plan": "Pro"} 这样，或让每个属性各占一列。'],
    es: ['Las propiedades no son un objeto JSON.', 'Escríbelas como {"plan": "Pro"} o da a cada propiedad su columna.'],
  },
  subscription_not_found: {
    en: ['No subscription is known as “{id}”.', 'Import the subscriptions first, from the same source, or correct the id.'],
    'zh-CN': ['没有编号为“{id}”的订阅。', '请先从同一来源导入订阅，或改正编号。'],
    es: ['No se conoce ninguna suscripción como «{id}».', 'Importa antes las suscripciones, de la misma fuente, o corrige el id.'],
  },
  event_of_nobody: {
    en: ['The row names neither a subscription nor an account nor a person.', 'Map the column that says whose event it is.'],
    'zh-CN': ['该行既没有写明订阅，也没有写明客户或联系人。', '请映射说明事件归属的列。'],
    es: ['La fila no indica suscripción, cuenta ni persona.', 'Asigna la columna que dice de quién es el evento.'],
  },
  event_described: {
    en: ['{id}: {event} on {day:date}'],
    'zh-CN': ['{id}：{day:date} 的 {event}'],
    es: ['{id}: {event} el {day:date}'],
  },
  use_before_subscription: {
    en: ['{use}: used on {usedOn:date}, {subscription} starts on {startsOn:date}'],
    'zh-CN': ['{use}：{usedOn:date} 使用，{subscription} 于 {startsOn:date} 才开始'],
    es: ['{use}: usado el {usedOn:date}, {subscription} empieza el {startsOn:date}'],
  },
  use_after_subscription: {
    en: ['{use}: used on {usedOn:date}, {subscription} ended on {endedOn:date}'],
    'zh-CN': ['{use}：{usedOn:date} 使用，{subscription} 已于 {endedOn:date} 结束'],
    es: ['{use}: usado el {usedOn:date}, {subscription} terminó el {endedOn:date}'],
  },
});
