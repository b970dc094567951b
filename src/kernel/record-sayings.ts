import { sayings } from './saying.ts';

/** What is said of records that are asked for and are not there, and of places in lists: the same wherever it happens. */
export const RECORD_SAYS = sayings({
  account_gone: {
    en: ['There is no account “{id}”.', 'It may have been merged or removed; search for it by name.'],
    'zh-CN': ['没有客户“{id}”。', '它可能已被合并或删除，请按名称搜索。'],
    es: ['No existe la cuenta «{id}».', 'Quizá se fusionó o se eliminó; búscala por su nombre.'],
  },
  person_gone: {
    en: ['There is no person “{id}”.', 'Search for the person by name or address.'],
    'zh-CN': ['没有联系人“{id}”。', '请按姓名或邮箱搜索。'],
    es: ['No existe la persona «{id}».', 'Búscala por su nombre o su dirección.'],
  },
  cursor_foreign: {
    en: ['This cursor was not given by this list.', 'Begin again without a cursor.'],
    'zh-CN': ['此游标不是由本列表给出的。', '请去掉游标，从头开始。'],
    es: ['Este cursor no lo dio esta lista.', 'Empieza de nuevo sin cursor.'],
  },
  workspace_gone: {
    en: ['There is no workspace {number}.', 'It may have been deleted.'],
    'zh-CN': ['没有工作区 {number}。', '它可能已被删除。'],
    es: ['No existe el espacio de trabajo {number}.', 'Quizá se eliminó.'],
  },
  field_unknown: {
    en: ['Nothing can be asked by the field “{field}”.', 'Use one of {fields:names}, or x.<name> for an attribute of your own.'],
    'zh-CN': ['不能按字段“{field}”查询。', '请使用 {fields:names} 之一，自定义属性请写 x.<名称>。'],
    es: ['No se puede preguntar por el campo «{field}».', 'Usa uno de {fields:names}, o x.<nombre> para un atributo propio.'],
  },
});
