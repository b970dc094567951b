import { sayings } from '#kernel/saying.ts';

/** What is said of numbers of a formula that do not fit together; the page of formulas says it while they are typed. */
export const FORMULA_SAYS = sayings({
  bands_reversed: {
    en: ['“good” must begin above “watch”'],
    'zh-CN': ['“良好”的界线必须高于“关注”'],
    es: ['«buena» debe empezar por encima de «vigilar»'],
  },
  grades_not_falling: {
    en: ['the grades must fall from A to C'],
    'zh-CN': ['A、B、C 三级的界线必须依次降低'],
    es: ['las categorías deben bajar de A a C'],
  },
  heat_reversed: {
    en: ['“hot” must begin above “warm”'],
    'zh-CN': ['“高热”的界线必须高于“中热”'],
    es: ['«caliente» debe empezar por encima de «templado»'],
  },
  curve_not_rising: {
    en: ['the values of a factor must increase from corner to corner'],
    'zh-CN': ['因素各折点的数值必须依次增大'],
    es: ['los valores de un factor deben crecer de punto a punto'],
  },
  rule_key_twice: {
    en: ['every rule needs its own key'],
    'zh-CN': ['每条规则都需要自己的键'],
    es: ['cada regla necesita su propia clave'],
  },
  factor_key_twice: {
    en: ['every factor needs its own key'],
    'zh-CN': ['每个因素都需要自己的键'],
    es: ['cada factor necesita su propia clave'],
  },
});
