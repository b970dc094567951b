import { sayings } from '#kernel/saying.ts';

/** What the stores say of a request that they cannot serve now, and the disk below them. */
export const STORE_SAYS = sayings({
  disk_full: {
    en: [
      'The disk of this installation is full. Nothing of this request was kept; what was acknowledged before is safe.',
      'Make room on the disk of the data folder; it goes on by itself. Send this again then.',
    ],
    'zh-CN': [
      '本系统的磁盘已满。本次请求的内容均未保存；此前已确认的数据是安全的。',
      '请为数据文件夹所在的磁盘腾出空间，系统会自动恢复，然后重新提交。',
    ],
    es: [
      'El disco de esta instalación está lleno. No se guardó nada de esta petición; lo confirmado antes está a salvo.',
      'Libera espacio en el disco de la carpeta de datos; sigue por sí solo. Entonces vuelve a enviarlo.',
    ],
  },
  identity_taken: {
    en: ['Something with this identity exists already.', 'Look it up and change it there.'],
    'zh-CN': ['已存在相同标识的记录。', '请找到它并在那里修改。'],
    es: ['Ya existe algo con esta identidad.', 'Búscalo y cámbialo allí.'],
  },
  changed_by_others: {
    en: ['Others changed the same records at the same time.', 'Try again.'],
    'zh-CN': ['其他人同时修改了相同的记录。', '请重试。'],
    es: ['Otros cambiaron los mismos registros al mismo tiempo.', 'Inténtalo de nuevo.'],
  },
  database_slow: {
    en: ['The database took too long to answer.', 'Try again in a moment.'],
    'zh-CN': ['数据库响应时间过长。', '请稍后重试。'],
    es: ['La base de datos tardó demasiado en responder.', 'Inténtalo de nuevo en un momento.'],
  },
  database_unreachable: {
    en: [
      'The database cannot be reached.',
      'It is tried again by itself; look at the health page or run `perennial doctor` if this lasts.',
    ],
    'zh-CN': ['无法连接数据库。', '系统会自动重试；如果持续不行，请查看健康页面或运行 `perennial doctor`。'],
    es: [
      'No se puede acceder a la base de datos.',
      'Se vuelve a intentar por sí solo; si dura, mira la página de estado o ejecuta `perennial doctor`.',
    ],
  },
  event_store_silent: {
    en: ['The event store does not answer.', 'It is started again by itself; try again in a moment.'],
    'zh-CN': ['事件库没有响应。', '系统会自动重新启动它，请稍后重试。'],
    es: ['El almacén de eventos no responde.', 'Se reinicia por sí solo; inténtalo de nuevo en un momento.'],
  },
  event_store_failed: {
    en: ['The event store failed: {reason}'],
    'zh-CN': ['事件库出错：{reason}'],
    es: ['El almacén de eventos falló: {reason}'],
  },
  event_store_refused: {
    en: ['The event store refused a statement: {reason}'],
    'zh-CN': ['事件库拒绝执行语句：{reason}'],
    es: ['El almacén de eventos rechazó una instrucción: {reason}'],
  },
  event_store_busy: {
    en: ['The event store is busy with other questions.', 'Try again in a moment.'],
    'zh-CN': ['事件库正忙于其他查询。', '请稍后重试。'],
    es: ['El almacén de eventos está ocupado con otras preguntas.', 'Inténtalo de nuevo en un momento.'],
  },
  question_too_slow: {
    en: ['The question took longer than it may.', 'Ask for a shorter period or fewer breakdowns.'],
    'zh-CN': ['查询超过了允许的时间。', '请缩短时间范围或减少细分。'],
    es: ['La pregunta tardó más de lo permitido.', 'Pide un periodo más corto o menos desgloses.'],
  },
  question_too_big: {
    en: [
      'The question needs more memory than the event store may use.',
      'Ask for a shorter period or fewer breakdowns, or give the event store more memory.',
    ],
    'zh-CN': ['查询所需内存超过事件库的上限。', '请缩短时间范围或减少细分，或为事件库分配更多内存。'],
    es: [
      'La pregunta necesita más memoria de la que puede usar el almacén de eventos.',
      'Pide un periodo más corto o menos desgloses, o da más memoria al almacén de eventos.',
    ],
  },
  answer_too_big: {
    en: ['The answer has more rows than can be returned at once.', 'Ask for a shorter period or fewer breakdowns.'],
    'zh-CN': ['结果行数超过一次可返回的上限。', '请缩短时间范围或减少细分。'],
    es: ['La respuesta tiene más filas de las que se pueden devolver a la vez.', 'Pide un periodo más corto o menos desgloses.'],
  },
  question_cancelled: {
    en: ['The question was cancelled.'],
    'zh-CN': ['查询已取消。'],
    es: ['La pregunta se canceló.'],
  },
});
