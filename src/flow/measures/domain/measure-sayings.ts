import { sayings } from '#kernel/saying.ts';

/** What is said of metrics and questions that cannot be asked as they stand, and of plans of events that contradict themselves. */
export const MEASURE_SAYS = sayings({
  breakdown_of_people: {
    en: ['This segment holds people, and a metric is divided by what accounts are.', 'Divide by a segment of accounts, or ask in Explore.'],
    'zh-CN': ['此分群包含联系人，而指标按客户细分。', '请按客户分群细分，或在“探索”中查询。'],
    es: [
      'Este segmento contiene personas y una métrica se desglosa por lo que son las cuentas.',
      'Desglosa por un segmento de cuentas o pregunta en Explorar.',
    ],
  },
  metric_unknown: {
    en: ["There is no metric '{id}'.", 'GET /api/v1/metrics lists them.'],
    'zh-CN': ['没有指标“{id}”。', 'GET /api/v1/metrics 可列出全部指标。'],
    es: ['No existe la métrica «{id}».', 'GET /api/v1/metrics las enumera.'],
  },
  metric_misspelled: {
    en: ["There is no metric '{id}'.", "Did you mean '{near}'?"],
    'zh-CN': ['没有指标“{id}”。', '你是指“{near}”吗？'],
    es: ['No existe la métrica «{id}».', '¿Quisiste decir «{near}»?'],
  },
  period_unknown: {
    en: ['No period of this question begins on {period}.', 'Name the period of one of its points.'],
    'zh-CN': ['此问题没有从 {period} 开始的周期。', '请写明其中一个点所在的周期。'],
    es: ['Ningún periodo de esta pregunta empieza el {period}.', 'Indica el periodo de uno de sus puntos.'],
  },
  date_impossible: {
    en: ["'{date}' is not a date of the calendar.", 'Write one like 2026-03-31.'],
    'zh-CN': ['“{date}”不是日历上的日期。', '请写成 2026-03-31 这样的日期。'],
    es: ['«{date}» no es una fecha del calendario.', 'Escribe una como 2026-03-31.'],
  },
  range_empty: {
    en: ['The range is empty: it ends where it begins, or before.', 'Name a later end; it is the first moment after the range.'],
    'zh-CN': ['时间范围为空：结束不晚于开始。', '请写一个更晚的结束时间；它是范围之后的第一个时刻。'],
    es: ['El intervalo está vacío: termina donde empieza o antes.', 'Indica un final posterior; es el primer momento tras el intervalo.'],
  },
  range_too_long: {
    en: ['The range has more than {limit} periods.', 'Ask for a longer interval or a shorter range.'],
    'zh-CN': ['时间范围超过 {limit} 个周期。', '请使用更长的间隔或更短的范围。'],
    es: ['El intervalo tiene más de {limit} periodos.', 'Pide periodos más largos o un intervalo más corto.'],
  },
  metric_not_divisible: {
    en: ['{metric:words} cannot be divided by {breakdown}.', 'It can be by {dimensions:names}.'],
    'zh-CN': ['{metric:words}不能按 {breakdown} 细分。', '可以按 {dimensions:names} 细分。'],
    es: ['{metric:words} no se puede desglosar por {breakdown}.', 'Se puede por {dimensions:names}.'],
  },
  metric_indivisible: {
    en: ['{metric:words} cannot be divided by {breakdown}.', 'Ask for it whole.'],
    'zh-CN': ['{metric:words}不能按 {breakdown} 细分。', '请查询总数。'],
    es: ['{metric:words} no se puede desglosar por {breakdown}.', 'Pídela entera.'],
  },
  question_zone_unknown: {
    en: ["'{zone}' is not a time zone.", 'Name one like Europe/Madrid.'],
    'zh-CN': ['“{zone}”不是时区。', '请写成 Asia/Shanghai 这样的时区。'],
    es: ['«{zone}» no es una zona horaria.', 'Indica una como Europe/Madrid.'],
  },
  field_hidden: {
    en: ['You may not ask by {field}.', 'Ask an administrator for the permission, or ask without it.'],
    'zh-CN': ['你无权按 {field} 查询。', '请向管理员申请权限，或不使用该字段。'],
    es: ['No puedes preguntar por {field}.', 'Pide el permiso a un administrador o pregunta sin él.'],
  },
  formula_unreadable: {
    en: [
      "The formula '{formula}' cannot be read at place {place:number}.",
      'Write it with the letters of the series, numbers, + - * / and brackets: A / B * 100.',
    ],
    'zh-CN': ['公式“{formula}”在第 {place:number} 个字符处无法识别。', '请用序列字母、数字、+ - * / 和括号书写，如 A / B * 100。'],
    es: [
      'La fórmula «{formula}» no se puede leer en la posición {place:number}.',
      'Escríbela con las letras de las series, números, + - * / y paréntesis: A / B * 100.',
    ],
  },
  part_period_unknown: {
    en: ["The answer has no period '{period}'.", 'Name a part as the answer shows it.'],
    'zh-CN': ['答案中没有周期“{period}”。', '请按答案中显示的写法指明部分。'],
    es: ['La respuesta no tiene el periodo «{period}».', 'Nombra una parte como la muestra la respuesta.'],
  },
  part_period_ahead: {
    en: ['The period {period} has not begun.', 'Name a part as the answer shows it.'],
    'zh-CN': ['周期 {period} 尚未开始。', '请按答案中显示的写法指明部分。'],
    es: ['El periodo {period} aún no ha empezado.', 'Nombra una parte como la muestra la respuesta.'],
  },
  part_period_missing: {
    en: ['Actives are listed for a period.', 'Name a part as the answer shows it.'],
    'zh-CN': ['活跃名单需要指明周期。', '请按答案中显示的写法指明部分。'],
    es: ['Los activos se listan por periodo.', 'Nombra una parte como la muestra la respuesta.'],
  },
  part_window_unknown: {
    en: ['Actives are those of a day (0), of 7 days (1) or of 28 (2).', 'Name a part as the answer shows it.'],
    'zh-CN': ['活跃分为一天（0）、7 天（1）和 28 天（2）。', '请按答案中显示的写法指明部分。'],
    es: ['Los activos son los de un día (0), de 7 días (1) o de 28 (2).', 'Nombra una parte como la muestra la respuesta.'],
  },
  part_number_unknown: {
    en: ['The answer has {count:number} such parts, counted from 0.', 'Name a part as the answer shows it.'],
    'zh-CN': ['答案中这样的部分有 {count:number} 个，从 0 起计。', '请按答案中显示的写法指明部分。'],
    es: ['La respuesta tiene {count:number} partes de este tipo, contadas desde 0.', 'Nombra una parte como la muestra la respuesta.'],
  },
  part_outcome_unknown: {
    en: ["There are {outcomes:names} here, not '{outcome}'.", 'Name a part as the answer shows it.'],
    'zh-CN': ['这里有 {outcomes:names}，没有“{outcome}”。', '请按答案中显示的写法指明部分。'],
    es: ['Aquí hay {outcomes:names}, no «{outcome}».', 'Nombra una parte como la muestra la respuesta.'],
  },
  part_seconds_unknown: {
    en: ['A time to convert is named by two numbers of seconds.', 'Name a part as the answer shows it.'],
    'zh-CN': ['转化用时要用两个秒数指明。', '请按答案中显示的写法指明部分。'],
    es: ['Un tiempo hasta convertir se nombra con dos números de segundos.', 'Nombra una parte como la muestra la respuesta.'],
  },
  part_module_unasked: {
    en: ['The question names no module.', 'Name a part as the answer shows it.'],
    'zh-CN': ['问题中没有指明模块。', '请按答案中显示的写法指明部分。'],
    es: ['La pregunta no nombra ningún módulo.', 'Nombra una parte como la muestra la respuesta.'],
  },
  exclusion_misplaced: {
    en: ['An exclusion lies between two steps of 0 to {last:number}, the first before the second.', 'Correct the steps of the exclusion.'],
    'zh-CN': ['排除条件须位于第 0 到 {last:number} 步中的两步之间，且先后有序。', '请改正排除条件的步骤。'],
    es: ['Una exclusión está entre dos pasos de 0 a {last:number}, el primero antes del segundo.', 'Corrige los pasos de la exclusión.'],
  },
  between_misplaced: {
    en: ['Time is taken between two steps of 0 to {last:number}.', 'Correct the two steps.'],
    'zh-CN': ['时间须取自第 0 到 {last:number} 步中的两步之间。', '请改正这两步。'],
    es: ['El tiempo se toma entre dos pasos de 0 a {last:number}.', 'Corrige los dos pasos.'],
  },
  attribution_misplaced: {
    en: ['The funnel has steps 0 to {last:number}.', 'Name one of them.'],
    'zh-CN': ['漏斗的步骤为 0 到 {last:number}。', '请指明其中一步。'],
    es: ['El embudo tiene los pasos 0 a {last:number}.', 'Indica uno de ellos.'],
  },
  brackets_missing: {
    en: ['Brackets are asked for, and none is named.', 'Name at least one, by its first and last period.'],
    'zh-CN': ['要求按区间计算，但没有指明区间。', '请至少指明一个区间的首尾周期。'],
    es: ['Se piden tramos y no se indica ninguno.', 'Indica al menos uno, con su primer y último periodo.'],
  },
  brackets_reversed: {
    en: ['A bracket names its first and last period, up to 1000.', 'Put the first before the last.'],
    'zh-CN': ['区间由首尾周期组成，最大为 1000。', '请把首写在尾之前。'],
    es: ['Un tramo indica su primer y su último periodo, hasta 1000.', 'Pon el primero antes del último.'],
  },
  answer_not_divisible: {
    en: ['This answer ({kind}) cannot be divided by {field}.', 'Ask once for each value, with a filter.'],
    'zh-CN': ['此答案（{kind}）不能按 {field} 细分。', '请用筛选条件逐个值查询。'],
    es: ['Esta respuesta ({kind}) no se puede desglosar por {field}.', 'Pregunta una vez por cada valor, con un filtro.'],
  },
  milestone_missing: {
    en: ['There is no activation milestone.', 'Give the lifecycle’s rule for Active an event that a customer does when the product helps.'],
    'zh-CN': ['没有激活里程碑。', '请在生命周期的“活跃”规则中加入一个事件：产品真正帮到客户时客户会做的事。'],
    es: [
      'No hay ningún hito de activación.',
      'Da a la regla de Activo del ciclo de vida un evento que el cliente hace cuando el producto le ayuda.',
    ],
  },
  question_not_running: {
    en: ['No question of this name runs.', 'It may have been answered already.'],
    'zh-CN': ['没有以此名称运行的查询。', '它可能已经得到答案。'],
    es: ['No hay ninguna pregunta con este nombre en curso.', 'Quizá ya se respondió.'],
  },
  question_called_off: {
    en: ['The question was cancelled.', 'Ask it again.'],
    'zh-CN': ['查询已取消。', '请重新查询。'],
    es: ['La pregunta se canceló.', 'Vuelve a hacerla.'],
  },
  days_not_number: {
    en: ['The test of {field} needs a number of days.', 'Write a number such as 30.'],
    'zh-CN': ['对 {field} 的条件需要一个天数。', '请写一个数字，如 30。'],
    es: ['La condición sobre {field} necesita un número de días.', 'Escribe un número como 30.'],
  },
  measure_field_unknown: {
    en: ["Measures cannot be filtered by '{field}'.", 'Filter by {fields:names}, or by an attribute of your own as x.its_key.'],
    'zh-CN': ['指标不能按“{field}”筛选。', '请按 {fields:names} 筛选，自定义属性请写 x.键名。'],
    es: ['Las métricas no se pueden filtrar por «{field}».', 'Filtra por {fields:names}, o por un atributo propio como x.su_clave.'],
  },
  fact_field_unknown: {
    en: [
      "Facts cannot be filtered by '{field}', nor divided.",
      'Name a property as event.its_name, an attribute as account.{example} or account.x.its_key, or person.title.',
    ],
    'zh-CN': ['事实不能按“{field}”筛选或细分。', '请写 event.属性名、account.{example}、account.x.键名 或 person.title。'],
    es: [
      'Los hechos no se pueden filtrar ni desglosar por «{field}».',
      'Nombra una propiedad como event.su_nombre, un atributo como account.{example} o account.x.su_clave, o person.title.',
    ],
  },
});
