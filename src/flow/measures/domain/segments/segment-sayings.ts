import { sayings } from '#kernel/saying.ts';

/** What is said of segments and their conditions that cannot be kept as somebody wants. */
export const SEGMENT_SAYS = sayings({
  segment_unknown: {
    en: ['There is no segment “{id}”.', 'It may have been removed: look at the list of segments.'],
    'zh-CN': ['没有分群“{id}”。', '它可能已被删除，请查看分群列表。'],
    es: ['No existe el segmento «{id}».', 'Quizá se eliminó: mira la lista de segmentos.'],
  },
  segment_too_many_tests: {
    en: ['A condition has at most {limit:number} tests, not {count:number}.', 'Keep a part of it as a segment of its own, and name that.'],
    'zh-CN': ['一个条件最多 {limit:number} 项判断，现有 {count:number} 项。', '请将其中一部分存为单独的分群，再引用它。'],
    es: [
      'Una condición tiene como máximo {limit:number} pruebas, no {count:number}.',
      'Guarda una parte como segmento propio y nombra ese.',
    ],
  },
  segment_on_itself: {
    en: ['A segment cannot rest on itself: {way}.', 'Take one of these segments out of the condition.'],
    'zh-CN': ['分群不能以自身为依据：{way}。', '请从条件中去掉其中一个分群。'],
    es: ['Un segmento no puede apoyarse en sí mismo: {way}.', 'Quita uno de estos segmentos de la condición.'],
  },
  behaviour_by_strange_field: {
    en: [
      'What somebody did is narrowed by properties of events, not by “{field}”.',
      'Name a property as event.its_name, and test the account or person beside the behaviour.',
    ],
    'zh-CN': ['行为只能按事件属性筛选，不能按“{field}”。', '请写 event.属性名，并在行为之外判断客户或联系人。'],
    es: [
      'Lo que alguien hizo se acota por propiedades de eventos, no por «{field}».',
      'Nombra una propiedad como event.su_nombre y prueba la cuenta o la persona junto al comportamiento.',
    ],
  },
  amounts_unseen: {
    en: ['You may not ask by amounts.', 'Ask an administrator for the permission, or ask without it.'],
    'zh-CN': ['你无权按金额查询。', '请向管理员申请权限，或不使用金额。'],
    es: ['No puedes preguntar por importes.', 'Pide el permiso a un administrador o pregunta sin ellos.'],
  },
  people_counted_for_person: {
    en: ['People are counted for accounts only.', 'Count times or days.'],
    'zh-CN': ['只有客户才能统计人数。', '请统计次数或天数。'],
    es: ['Las personas solo se cuentan en las cuentas.', 'Cuenta veces o días.'],
  },
  window_reversed: {
    en: ['The window ends before it begins.', 'Choose a later end.'],
    'zh-CN': ['时间窗口的结束早于开始。', '请选择更晚的结束时间。'],
    es: ['La ventana termina antes de empezar.', 'Elige un final posterior.'],
  },
  segment_holds_people: {
    en: ['“{name}” holds people, and this segment holds accounts.', 'Name a segment of accounts.'],
    'zh-CN': ['“{name}”包含联系人，而此分群包含客户。', '请引用客户分群。'],
    es: ['«{name}» contiene personas y este segmento contiene cuentas.', 'Nombra un segmento de cuentas.'],
  },
  segment_account_in_people: {
    en: ['“{name}” holds people, so a person’s account cannot be in it.', 'Write segment.{id}.'],
    'zh-CN': ['“{name}”包含联系人，联系人的客户不可能在其中。', '请写 segment.{id}。'],
    es: ['«{name}» contiene personas, así que la cuenta de una persona no puede estar en él.', 'Escribe segment.{id}.'],
  },
  segment_by_hand: {
    en: ['“{name}” is a list that is kept by hand.', 'Keep a new segment with this condition.'],
    'zh-CN': ['“{name}”是手工维护的名单。', '请用此条件新建分群。'],
    es: ['«{name}» es una lista que se lleva a mano.', 'Guarda un segmento nuevo con esta condición.'],
  },
  segment_by_condition: {
    en: ['“{name}” is kept by its condition.', 'Change the condition, or keep a list by hand.'],
    'zh-CN': ['“{name}”由条件自动维护。', '请更改条件，或建立手工名单。'],
    es: ['«{name}» se mantiene por su condición.', 'Cambia la condición o lleva una lista a mano.'],
  },
  segment_in_use: {
    en: ['“{name}” is used in {count:number} places.', 'Take it out of each of them first: they are listed here.'],
    'zh-CN': ['“{name}”在 {count:number} 处被使用。', '请先从这里列出的每一处去掉它。'],
    es: ['«{name}» se usa en {count:number} sitios.', 'Quítalo antes de cada uno: aquí están todos.'],
  },
  segment_no_stand_in: {
    en: ['“{name}” cannot take the place of “{of}”.', 'Choose another segment of the same kind: of accounts or of people.'],
    'zh-CN': ['“{name}”不能代替“{of}”。', '请选择同类的另一个分群：同为客户或同为人员。'],
    es: ['«{name}» no puede ocupar el lugar de «{of}».', 'Elige otro segmento del mismo tipo: de cuentas o de personas.'],
  },
  segment_of_plays: {
    en: ['It is used by plays, which you may not change.', 'Ask somebody who may change plays.'],
    'zh-CN': ['它被打法使用，而你无权更改打法。', '请找有权更改打法的人。'],
    es: ['Lo usan jugadas, que no puedes cambiar.', 'Pídeselo a alguien que pueda cambiar jugadas.'],
  },
  segment_used_by_segment: {
    en: ['The segment “{name:words}” names it.'],
    'zh-CN': ['分群“{name:words}”引用了它。'],
    es: ['Lo nombra el segmento «{name:words}».'],
  },
  segment_used_by_play: {
    en: ['The play “{name:words}” starts by it or acts on it.'],
    'zh-CN': ['打法“{name:words}”由它触发或以它为对象。'],
    es: ['La jugada «{name:words}» arranca con él o actúa sobre él.'],
  },
  segment_used_by_question: {
    en: ['The saved question “{name:words}” is asked by it.'],
    'zh-CN': ['已保存的问题“{name:words}”用到了它。'],
    es: ['La pregunta guardada «{name:words}» lo usa.'],
  },
  segment_used_by_board: {
    en: ['It stands on the board “{name:words}”.'],
    'zh-CN': ['看板“{name:words}”上有它。'],
    es: ['Está en el tablero «{name:words}».'],
  },
  segment_used_by_view: {
    en: ['The shared list “{name:words}” is narrowed by it.'],
    'zh-CN': ['共享列表“{name:words}”按它筛选。'],
    es: ['La lista compartida «{name:words}» se acota con él.'],
  },
  members_unknown: {
    en: ['{count:number} of {all:number} name nobody: {examples:names}.', 'Leave them out, or bring these records in first.'],
    'zh-CN': ['{all:number} 个中有 {count:number} 个找不到：{examples:names}。', '请去掉它们，或先导入这些记录。'],
    es: ['{count:number} de {all:number} no nombran a nadie: {examples:names}.', 'Quítalos o trae antes esos registros.'],
  },
  list_of_other_unit: {
    en: ['The answer counts something else than the list holds.', 'Ask the question by person or by account, and keep a list of the same.'],
    'zh-CN': ['答案统计的对象与名单不同。', '请按联系人或客户查询，并保存同类名单。'],
    es: [
      'La respuesta cuenta algo distinto de lo que contiene la lista.',
      'Haz la pregunta por persona o por cuenta y guarda una lista de lo mismo.',
    ],
  },
});
