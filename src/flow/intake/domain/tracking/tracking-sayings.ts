import { sayings } from '#kernel/saying.ts';

/** What the event door says of requests and messages that it cannot keep, or keeps otherwise than they were sent. */
export const TRACKING_SAYS = sayings({
  call_unknown: {
    en: ['There is no call “{call}”.', 'Post to /v1/identify, track, page, screen, group, alias or batch.'],
    'zh-CN': ['没有“{call}”这个调用。', '请 POST 到 /v1/identify、track、page、screen、group、alias 或 batch。'],
    es: ['No existe la llamada «{call}».', 'Haz POST a /v1/identify, track, page, screen, group, alias o batch.'],
  },
  call_not_posted: {
    en: ['The tracking API takes POST.', 'Post to /v1/identify, track, page, screen, group, alias or batch.'],
    'zh-CN': ['跟踪 API 只接受 POST。', '请 POST 到 /v1/identify、track、page、screen、group、alias 或 batch。'],
    es: ['La API de seguimiento solo acepta POST.', 'Haz POST a /v1/identify, track, page, screen, group, alias o batch.'],
  },
  door_closed: {
    en: ['Perennial is stopping or has just begun to start.', 'Send it again in a moment.'],
    'zh-CN': ['Perennial 正在停止或刚开始启动。', '请稍后重新发送。'],
    es: ['Perennial se está deteniendo o acaba de empezar a arrancar.', 'Vuelve a enviarlo en un momento.'],
  },
  write_key_missing: {
    en: [
      'The request has no write key.',
      'Send a write key of the workspace as the user of Basic authentication, or as “writeKey” in the body.',
    ],
    'zh-CN': ['请求没有写入密钥。', '请将工作区的写入密钥作为 Basic 认证的用户名发送，或在正文中以“writeKey”发送。'],
    es: [
      'La petición no lleva clave de escritura.',
      'Envía una clave de escritura del espacio como usuario de la autenticación Basic o como «writeKey» en el cuerpo.',
    ],
  },
  write_key_unknown: {
    en: [
      'This write key is not known, or was revoked.',
      'Send a write key of the workspace as the user of Basic authentication, or as “writeKey” in the body.',
    ],
    'zh-CN': ['该写入密钥不存在或已被吊销。', '请将工作区的写入密钥作为 Basic 认证的用户名发送，或在正文中以“writeKey”发送。'],
    es: [
      'Esta clave de escritura no existe o fue revocada.',
      'Envía una clave de escritura del espacio como usuario de la autenticación Basic o como «writeKey» en el cuerpo.',
    ],
  },
  events_not_kept: {
    en: ['The events could not be kept at the moment.', 'Send them again; none of this request was kept.'],
    'zh-CN': ['事件暂时无法保存。', '请重新发送；本次请求的内容均未保存。'],
    es: ['Los eventos no se pudieron guardar por el momento.', 'Vuelve a enviarlos; no se guardó nada de esta petición.'],
  },
  too_much_data: {
    en: [
      'More data arrives than can be taken at the moment.',
      'Send it again after the time in Retry-After; nothing of this request was kept.',
    ],
    'zh-CN': ['到达的数据超出目前的接收能力。', '请在 Retry-After 所示时间后重新发送；本次请求的内容均未保存。'],
    es: [
      'Llegan más datos de los que se pueden recibir por el momento.',
      'Vuelve a enviarlos pasado el tiempo de Retry-After; no se guardó nada de esta petición.',
    ],
  },
  too_many_events: {
    en: [
      'More events arrive than can be kept at the moment.',
      'Send them again after the time in Retry-After; none of this request was kept.',
    ],
    'zh-CN': ['到达的事件超出目前的保存能力。', '请在 Retry-After 所示时间后重新发送；本次请求的内容均未保存。'],
    es: [
      'Llegan más eventos de los que se pueden guardar por el momento.',
      'Vuelve a enviarlos pasado el tiempo de Retry-After; no se guardó nada de esta petición.',
    ],
  },
  body_not_object: {
    en: ['The body is not a JSON object.', 'Send one message as an object, or {"batch": […]} to /v1/batch.'],
    'zh-CN': ['请求正文不是 JSON 对象。', '请将一条消息作为对象发送，或向 /v1/batch 发送 {"batch": […]}。'],
    es: ['El cuerpo no es un objeto JSON.', 'Envía un mensaje como objeto, o {"batch": […]} a /v1/batch.'],
  },
  batch_missing: {
    en: ['The body has no list “batch”.', 'Send {"batch": […]} with one object per message.'],
    'zh-CN': ['请求正文中没有列表“batch”。', '请发送 {"batch": […]}，每条消息一个对象。'],
    es: ['El cuerpo no tiene la lista «batch».', 'Envía {"batch": […]} con un objeto por mensaje.'],
  },
  body_encoding_unknown: {
    en: ['The body is encoded as “{encoding}”.', 'Send it plain or as gzip.'],
    'zh-CN': ['请求正文的编码是“{encoding}”。', '请不压缩或以 gzip 发送。'],
    es: ['El cuerpo viene codificado como «{encoding}».', 'Envíalo sin comprimir o como gzip.'],
  },
  body_not_gzip: {
    en: ['The body says that it is gzip, but it cannot be inflated.', 'Send it plain, or compress the whole body once.'],
    'zh-CN': ['请求正文声明为 gzip，但无法解压。', '请不压缩发送，或将整个正文压缩一次。'],
    es: ['El cuerpo dice ser gzip, pero no se puede descomprimir.', 'Envíalo sin comprimir o comprime el cuerpo entero una sola vez.'],
  },
  body_not_json_text: {
    en: ['The body is not valid JSON.', 'Check quotes, commas and brackets; the text must be UTF-8.'],
    'zh-CN': ['请求正文不是有效的 JSON。', '请检查引号、逗号和括号；文本必须是 UTF-8。'],
    es: ['El cuerpo no es JSON válido.', 'Revisa comillas, comas y corchetes; el texto debe ser UTF-8.'],
  },
  request_too_large: {
    en: ['The request is larger than {kilobytes:number} KB.', 'Send fewer messages at once; one message may have 32 KB.'],
    'zh-CN': ['请求超过 {kilobytes:number} KB。', '请减少每次发送的消息数；每条消息最多 32 KB。'],
    es: ['La petición supera {kilobytes:number} KB.', 'Envía menos mensajes a la vez; un mensaje puede tener 32 KB.'],
  },
  arrival_gone: {
    en: ['This arrival is not shown any more.', 'Only the newest 500 since the product was started are; look at the list anew.'],
    'zh-CN': ['此事件已不再显示。', '只显示产品启动以来最新的 500 条；请重新查看列表。'],
    es: ['Esta llegada ya no se muestra.', 'Solo se ven las 500 más nuevas desde que arrancó el producto; vuelve a mirar la lista.'],
  },
  script_not_built: {
    en: ['The tracking script could not be built.', 'Try again in a moment; the log says why.'],
    'zh-CN': ['无法生成跟踪脚本。', '请稍后重试；原因见日志。'],
    es: ['No se pudo generar el script de seguimiento.', 'Inténtalo de nuevo en un momento; el registro dice por qué.'],
  },
  no_message_kept: {
    en: ['No message can be kept: {first:said}', 'Look at the named fields.'],
    'zh-CN': ['没有可以保存的消息：{first:said}', '请查看所列字段。'],
    es: ['No se puede guardar ningún mensaje: {first:said}', 'Mira los campos indicados.'],
  },
  no_messages_kept: {
    en: ['No message can be kept: {first:said} (and {more:number} more)', 'Look at the named fields.'],
    'zh-CN': ['没有可以保存的消息：{first:said}（另有 {more:number} 处）', '请查看所列字段。'],
    es: ['No se puede guardar ningún mensaje: {first:said} (y {more:number} más)', 'Mira los campos indicados.'],
  },
  message_not_object: {
    en: ['The message is not a JSON object.', 'Send one object per message.'],
    'zh-CN': ['该消息不是对象。', '请将每条消息作为 JSON 对象发送。'],
    es: ['El mensaje no es un objeto.', 'Envía cada mensaje como objeto JSON.'],
  },
  message_type_unknown: {
    en: ['The type of the message is missing or unknown.', 'Send one of {types:names} as type.'],
    'zh-CN': ['消息的类型缺失或未知。', '请将 type 设为以下之一：{types:names}。'],
    es: ['El tipo del mensaje falta o es desconocido.', 'Envía como type uno de {types:names}.'],
  },
  message_too_large: {
    en: ['The message is larger than {kilobytes:number} KB.', 'Send fewer or shorter properties.'],
    'zh-CN': ['该消息超过 {kilobytes:number} KB。', '请发送更少或更短的属性。'],
    es: ['El mensaje supera {kilobytes:number} KB.', 'Envía menos propiedades o más cortas.'],
  },
  message_field_not_object: {
    en: ['{field} is not an object.', 'Send {field} as a JSON object, or leave it out.'],
    'zh-CN': ['{field} 不是对象。', '请将 {field} 作为 JSON 对象发送，或省略它。'],
    es: ['{field} no es un objeto.', 'Envía {field} como objeto JSON o quítalo.'],
  },
  message_field_not_text: {
    en: ['{field} is not a text.', 'Send {field} as a text.'],
    'zh-CN': ['{field} 不是文本。', '请将 {field} 作为文本发送。'],
    es: ['{field} no es un texto.', 'Envía {field} como texto.'],
  },
  message_field_too_long: {
    en: ['{field} is longer than {limit:number} characters.', 'Send at most {limit:number} characters.'],
    'zh-CN': ['{field} 超过 {limit:number} 个字符。', '最多发送 {limit:number} 个字符。'],
    es: ['{field} tiene más de {limit:number} caracteres.', 'Envía como máximo {limit:number} caracteres.'],
  },
  message_field_missing: {
    en: ['{field} is missing.', 'Send {field} as a text that is not blank.'],
    'zh-CN': ['缺少 {field}。', '请将 {field} 作为非空文本发送。'],
    es: ['Falta {field}.', 'Envía {field} como texto que no esté en blanco.'],
  },
  message_nobody_named: {
    en: ['Neither userId nor anonymousId is given.', 'Send the id of the user, or an anonymous id.'],
    'zh-CN': ['既没有 userId，也没有 anonymousId。', '请发送用户 ID 或匿名 ID。'],
    es: ['No se indica userId ni anonymousId.', 'Envía el id del usuario o un id anónimo.'],
  },
  message_event_reserved: {
    en: ['Only a change of a record may tell this.', 'Use another event name, or import the records.'],
    'zh-CN': ['此事件只能由记录的变更产生。', '请换一个事件名，或导入这些记录。'],
    es: ['Esto solo lo puede contar un cambio de registro.', 'Usa otro nombre de evento o importa los registros.'],
  },
  timestamp_unreadable: {
    en: ['The timestamp is not a time; the time of receipt was taken.'],
    'zh-CN': ['timestamp 不是时间，已改用接收时间。'],
    es: ['timestamp no es una hora; se tomó la de recepción.'],
  },
  sent_at_unreadable: {
    en: ['sentAt is not a time; the clock of the sender was not corrected.'],
    'zh-CN': ['sentAt 不是时间，未校正发送方的时钟。'],
    es: ['sentAt no es una hora; no se corrigió el reloj del emisor.'],
  },
  offset_unreadable: {
    en: ['The offset is not a number of milliseconds; the time of receipt was taken.'],
    'zh-CN': ['offset 不是毫秒数，已改用接收时间。'],
    es: ['offset no es un número de milisegundos; se tomó la hora de recepción.'],
  },
  time_too_far_ahead: {
    en: ['The time lies more than 23 hours ahead; it was set back.'],
    'zh-CN': ['时间超前 23 小时以上，已调回。'],
    es: ['La hora está más de 23 horas en el futuro; se retrasó.'],
  },
  time_too_old: {
    en: ['The time lies before 1995; the time of receipt was taken.'],
    'zh-CN': ['时间早于 1995 年，已改用接收时间。'],
    es: ['La hora es anterior a 1995; se tomó la de recepción.'],
  },
  properties_too_many: {
    en: ['There are more than {limit:number} properties; the rest was left out.'],
    'zh-CN': ['属性超过 {limit:number} 个，其余已忽略。'],
    es: ['Hay más de {limit:number} propiedades; el resto se dejó fuera.'],
  },
  properties_too_deep: {
    en: ['Properties are nested more than {limit:number} levels deep; deeper levels were kept as JSON text.'],
    'zh-CN': ['属性嵌套超过 {limit:number} 层，更深的层级按 JSON 文本保存。'],
    es: ['Las propiedades tienen más de {limit:number} niveles; los más profundos se guardaron como texto JSON.'],
  },
  property_name_too_long: {
    en: ['A property name is longer than {limit:number} characters; that property was left out.'],
    'zh-CN': ['有属性名超过 {limit:number} 个字符，该属性已忽略。'],
    es: ['Un nombre de propiedad tiene más de {limit:number} caracteres; esa propiedad se dejó fuera.'],
  },
  property_value_too_long: {
    en: ['A value is longer than {limit:number} characters; it was cut.'],
    'zh-CN': ['有值超过 {limit:number} 个字符，已截断。'],
    es: ['Un valor tiene más de {limit:number} caracteres; se recortó.'],
  },
});
