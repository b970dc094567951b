import { sayings } from '#kernel/saying.ts';

/** What is said of plays and tasks that cannot be as somebody wants them. */
export const PLAY_SAYS = sayings({
  audience_fields_unknown: {
    en: ['Accounts have no field {unknown:list}.', 'Use one of {fields:names}, or x.<name> for an attribute of your own.'],
    'zh-CN': ['客户没有字段{unknown:list}。', '请使用 {fields:names} 之一，自定义属性请写 x.<名称>。'],
    es: ['Las cuentas no tienen el campo {unknown:list}.', 'Usa uno de {fields:names}, o x.<nombre> para un atributo propio.'],
  },
  play_unknown: {
    en: ['There is no play “{id}”.', 'There are: {plays:names}.'],
    'zh-CN': ['没有打法“{id}”。', '现有：{plays:names}。'],
    es: ['No existe la jugada «{id}».', 'Hay: {plays:names}.'],
  },
  task_unknown: {
    en: ['There is no task “{id}”.', 'It may have gone with an import that was undone.'],
    'zh-CN': ['没有任务“{id}”。', '它可能已随被撤销的导入一起删除。'],
    es: ['No existe la tarea «{id}».', 'Quizá se fue con una importación que se deshizo.'],
  },
  task_waits_already: {
    en: ['Another task of this play waits for this account already.', 'Work on that one.'],
    'zh-CN': ['此打法已有另一个任务在等待处理该客户。', '请处理那个任务。'],
    es: ['Otra tarea de esta jugada ya espera para esta cuenta.', 'Trabaja en esa.'],
  },
  snooze_too_early: {
    en: ['A task is snoozed until a day after today.', 'Choose a later day, or leave it open.'],
    'zh-CN': ['任务只能推迟到今天之后的日期。', '请选择更晚的日期，或保持任务打开。'],
    es: ['Una tarea se pospone hasta un día posterior a hoy.', 'Elige un día posterior o déjala abierta.'],
  },
  task_owner_stranger: {
    en: ['This owner does not work in the workspace.', 'Choose a member, or nobody.'],
    'zh-CN': ['该负责人不在此工作区。', '请选择一位成员，或不指定。'],
    es: ['Este responsable no trabaja en el espacio de trabajo.', 'Elige un miembro o nadie.'],
  },
});
