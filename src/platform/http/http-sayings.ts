import { sayings } from '#kernel/saying.ts';

/** What the web server itself says to a request that it cannot serve. */
export const HTTP_SAYS = sayings({
  unexpected: {
    en: ['An unexpected error happened; nothing of this request was kept.', 'Try again. If it stays, look for {id} in the log.'],
    'zh-CN': ['发生了意外错误，本次请求的内容均未保存。', '请重试。如果仍然出错，请在日志中查找 {id}。'],
    es: ['Ocurrió un error inesperado; no se guardó nada de esta petición.', 'Inténtalo de nuevo. Si persiste, busca {id} en el registro.'],
  },
  sign_in_needed: {
    en: ['This needs a signed-in user or an API key.', 'Sign in, or send the header “Authorization: Bearer <API key>”.'],
    'zh-CN': ['此操作需要登录用户或 API 密钥。', '请登录，或发送请求头“Authorization: Bearer <API 密钥>”。'],
    es: [
      'Esto requiere un usuario con sesión iniciada o una clave de API.',
      'Inicia sesión o envía la cabecera «Authorization: Bearer <clave de API>».',
    ],
  },
  workspace_unknown: {
    en: ['No such workspace, or you are not a member of it.', 'Name a workspace of yours in the header “Perennial-Workspace”.'],
    'zh-CN': ['没有这个工作区，或者你不是它的成员。', '请在请求头“Perennial-Workspace”中写明你所在的工作区。'],
    es: ['No existe ese espacio de trabajo o no eres miembro.', 'Indica uno de sus espacios en la cabecera «Perennial-Workspace».'],
  },
  permission_needed: {
    en: ['This needs the permission “{permission}”.', 'Ask an owner or admin of the workspace for it.'],
    'zh-CN': ['此操作需要权限“{permission}”。', '请向工作区的所有者或管理员申请。'],
    es: ['Esto requiere el permiso «{permission}».', 'Pídelo a un propietario o administrador del espacio de trabajo.'],
  },
  foreign_site: {
    en: ['This request came from another site.', 'Use the product’s own pages, or an API key.'],
    'zh-CN': ['此请求来自其他网站。', '请使用本产品自己的页面，或使用 API 密钥。'],
    es: ['Esta petición vino de otro sitio.', 'Usa las páginas del propio producto o una clave de API.'],
  },
  body_too_large: {
    en: ['The body is larger than {megabytes:number} MB.', 'Send it in parts, or as an import.'],
    'zh-CN': ['请求正文超过 {megabytes:number} MB。', '请分批发送，或以导入方式提交。'],
    es: ['El cuerpo supera {megabytes:number} MB.', 'Envíalo por partes o como importación.'],
  },
  body_not_json_type: {
    en: ['The body is “{type}”, not JSON.', 'Send the header “content-type: application/json”.'],
    'zh-CN': ['请求正文的类型是“{type}”，不是 JSON。', '请发送请求头“content-type: application/json”。'],
    es: ['El cuerpo es «{type}», no JSON.', 'Envía la cabecera «content-type: application/json».'],
  },
  body_untyped: {
    en: ['The body does not say that it is JSON.', 'Send the header “content-type: application/json”.'],
    'zh-CN': ['请求正文没有说明自己是 JSON。', '请发送请求头“content-type: application/json”。'],
    es: ['El cuerpo no dice que sea JSON.', 'Envía la cabecera «content-type: application/json».'],
  },
  body_not_json: {
    en: ['The body is not valid JSON.', 'Check quotes, commas and brackets.'],
    'zh-CN': ['请求正文不是有效的 JSON。', '请检查引号、逗号和括号。'],
    es: ['El cuerpo no es JSON válido.', 'Revisa comillas, comas y corchetes.'],
  },
  too_many_requests: {
    en: ['More than {perMinute:number} requests in a minute.', 'Wait {seconds:number} s and try again.'],
    'zh-CN': ['一分钟内的请求超过 {perMinute:number} 次。', '请等待 {seconds:number} 秒后重试。'],
    es: ['Más de {perMinute:number} peticiones en un minuto.', 'Espera {seconds:number} s y vuelve a intentarlo.'],
  },
});

/** What each kind of error is called. */
export const TITLES = sayings({
  title_invalid: { en: ['Some of the input is not right'], 'zh-CN': ['部分输入不正确'], es: ['Algún dato no es correcto'] },
  title_malformed: { en: ['The request could not be read'], 'zh-CN': ['无法读取请求'], es: ['No se pudo leer la petición'] },
  title_unauthenticated: { en: ['Please sign in'], 'zh-CN': ['请登录'], es: ['Inicia sesión'] },
  title_forbidden: { en: ['Not allowed'], 'zh-CN': ['没有权限'], es: ['No permitido'] },
  title_not_found: { en: ['Not found'], 'zh-CN': ['未找到'], es: ['No encontrado'] },
  title_conflict: { en: ['It does not fit what is there'], 'zh-CN': ['与现有内容冲突'], es: ['No encaja con lo que ya hay'] },
  title_too_large: { en: ['Too large'], 'zh-CN': ['内容过大'], es: ['Demasiado grande'] },
  title_unsupported: { en: ['Unsupported content'], 'zh-CN': ['不支持的内容'], es: ['Contenido no admitido'] },
  title_rate_limited: { en: ['Too many requests'], 'zh-CN': ['请求过多'], es: ['Demasiadas peticiones'] },
  title_unavailable: { en: ['Not available at the moment'], 'zh-CN': ['暂时不可用'], es: ['No disponible por el momento'] },
  title_storage_full: { en: ['The disk is full'], 'zh-CN': ['磁盘已满'], es: ['El disco está lleno'] },
  title_internal: { en: ['Something failed on our side'], 'zh-CN': ['我们这边出了问题'], es: ['Algo falló por nuestra parte'] },
});
