import { sayings } from '#kernel/saying.ts';

/** What is said of rules, lists, filters, views and periods that cannot be as somebody wants them. */
export const SIGNAL_SAYS = sayings({
  rules_wrong: {
    en: ['These rules cannot be applied.', 'Correct the named rules.'],
    'zh-CN': ['这些规则无法应用。', '请改正所列规则。'],
    es: ['Estas reglas no se pueden aplicar.', 'Corrige las reglas indicadas.'],
  },
  rule_field_unknown: {
    en: [
      '“{field}” is no recorded attribute of an account.',
      'Use {fields:names}, or a custom field as x.<name>: only these are known as of any day.',
    ],
    'zh-CN': ['“{field}”不是客户的已记录属性。', '请使用 {fields:names}，或自定义字段 x.<名称>：只有这些能查到任意一天的值。'],
    es: [
      '«{field}» no es un atributo registrado de las cuentas.',
      'Usa {fields:names}, o un campo propio como x.<nombre>: solo de estos se conoce el valor en cualquier día.',
    ],
  },
  stage_ruled_twice: {
    en: ['{stage} has two rules.', 'Put all its triggers into one rule.'],
    'zh-CN': ['{stage} 有两条规则。', '请将它的所有触发条件放在一条规则中。'],
    es: ['{stage} tiene dos reglas.', 'Pon todos sus disparadores en una regla.'],
  },
  formula_wrong: {
    en: ['This formula cannot be used.', 'Correct the named numbers.'],
    'zh-CN': ['此公式无法使用。', '请改正所列数字。'],
    es: ['Esta fórmula no se puede usar.', 'Corrige los números indicados.'],
  },
  percentile_not_yet: {
    en: ['Health cannot compare an account with others yet.', 'Score it by thresholds or against its own baseline.'],
    'zh-CN': ['健康度目前还不能将客户与其他客户比较。', '请按阈值或与自身基线比较来评分。'],
    es: ['La salud aún no puede comparar una cuenta con otras.', 'Puntúala por umbrales o frente a su propia línea de base.'],
  },
  factor_by_percentile: {
    en: ['{factor} is scored by percentile.', 'Score it by thresholds or against its own baseline.'],
    'zh-CN': ['{factor} 按百分位评分。', '请按阈值或与自身基线比较来评分。'],
    es: ['{factor} se puntúa por percentil.', 'Puntúalo por umbrales o frente a su propia línea de base.'],
  },
  period_reversed: {
    en: ['The period ends before it begins.', 'Choose a later end; the end date itself is not included.'],
    'zh-CN': ['时间段的结束早于开始。', '请选择更晚的结束日期；结束日期本身不包含在内。'],
    es: ['El periodo termina antes de empezar.', 'Elige un final posterior; la fecha final no se incluye.'],
  },
  page_unknown: {
    en: ['This page does not exist.', 'Begin with the first page.'],
    'zh-CN': ['此页不存在。', '请从第一页开始。'],
    es: ['Esta página no existe.', 'Empieza por la primera página.'],
  },
  view_unknown: {
    en: ['There is no such view.', 'It may have been deleted already.'],
    'zh-CN': ['没有这个视图。', '它可能已被删除。'],
    es: ['No existe esa vista.', 'Quizá ya se eliminó.'],
  },
  view_of_another: {
    en: ['This view was saved by somebody else.', 'Ask whoever saved it to delete it.'],
    'zh-CN': ['此视图由其他人保存。', '请让保存者删除它。'],
    es: ['Esta vista la guardó otra persona.', 'Pide a quien la guardó que la elimine.'],
  },
  filter_not_condition: {
    en: [
      'The filter is not a condition.',
      'Send a condition as JSON: a test of a field, like {"field":"industry","op":"is","value":"EdTech"}, or “all”, “any” or “not” of conditions.',
    ],
    'zh-CN': [
      '筛选条件无法识别。',
      '请以 JSON 发送条件：对一个字段的判断，如 {"field":"industry","op":"is","value":"EdTech"}，或条件的“all”“any”“not”。',
    ],
    es: [
      'El filtro no es una condición.',
      'Envía una condición en JSON: una prueba de un campo, como {"field":"industry","op":"is","value":"EdTech"}, o «all», «any» o «not» de condiciones.',
    ],
  },
  list_field_unknown: {
    en: ['There is no field “{field}”.', 'Known are {fields:names}, and custom attributes as x.<name>.'],
    'zh-CN': ['没有字段“{field}”。', '可用字段：{fields:names}，自定义属性请写 x.<名称>。'],
    es: ['No existe el campo «{field}».', 'Se conocen {fields:names}, y los atributos propios como x.<nombre>.'],
  },
  list_field_misspelled: {
    en: ['There is no field “{field}”.', 'Did you mean “{near}”?'],
    'zh-CN': ['没有字段“{field}”。', '你是指“{near}”吗？'],
    es: ['No existe el campo «{field}».', '¿Quisiste decir «{near}»?'],
  },
  money_unseen: {
    en: [
      'You may not see money, so “{field}” can neither sort nor narrow the list.',
      'Ask an owner or admin of the workspace for the permission “money.read”.',
    ],
    'zh-CN': ['你无权查看金额，因此不能按“{field}”排序或筛选。', '请向工作区的所有者或管理员申请权限“money.read”。'],
    es: [
      'No puedes ver importes, así que «{field}» no puede ordenar ni filtrar la lista.',
      'Pide a un propietario o administrador del espacio el permiso «money.read».',
    ],
  },
  number_needed: {
    en: ['“{field}” is a number, not “{value}”.', 'Write a number.'],
    'zh-CN': ['“{field}”是数字，而不是“{value}”。', '请填写数字。'],
    es: ['«{field}» es un número, no «{value}».', 'Escribe un número.'],
  },
  date_needed: {
    en: ['“{field}” is a time: “{value}” is neither a date like 2026-03-31 nor an instant.', 'Write a date.'],
    'zh-CN': ['“{field}”是时间：“{value}”既不是 2026-03-31 这样的日期，也不是时刻。', '请填写日期。'],
    es: ['«{field}» es un momento: «{value}» no es una fecha como 2026-03-31 ni un instante.', 'Escribe una fecha.'],
  },
  days_needed: {
    en: ['The test of “{field}” needs a number of days, not “{value}”.', 'Write a number of days.'],
    'zh-CN': ['对“{field}”的条件需要天数，而不是“{value}”。', '请填写天数。'],
    es: ['La condición sobre «{field}» necesita un número de días, no «{value}».', 'Escribe un número de días.'],
  },
  override_over: {
    en: ['This day is over already.', 'Choose today or a later day.'],
    'zh-CN': ['这一天已经过去。', '请选择今天或更晚的日期。'],
    es: ['Ese día ya pasó.', 'Elige hoy o un día posterior.'],
  },
});
