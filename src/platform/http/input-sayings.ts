import { sayings } from '#kernel/saying.ts';
import type { Words } from '#kernel/words.ts';

/** What is said of input that has not the shape which its contract asks for. */
export const INPUT_SAYS = sayings({
  input_wrong: {
    en: ['Some fields are not right: {fields:names}.', 'Correct the named fields and send it again.'],
    'zh-CN': ['部分字段不正确：{fields:names}。', '请改正所列字段后重新提交。'],
    es: ['Algunos campos no son correctos: {fields:names}.', 'Corrige los campos indicados y vuelve a enviarlo.'],
  },
  input_field_wrong: {
    en: ['{field}: {problem:said}', 'Correct it and send it again.'],
    'zh-CN': ['{field}：{problem:said}', '请改正后重新提交。'],
    es: ['{field}: {problem:said}', 'Corrígelo y vuelve a enviarlo.'],
  },
  field_missing: {
    en: ['It is missing.', 'Give it {expected:words}.'],
    'zh-CN': ['缺少此项。', '请填写{expected:words}。'],
    es: ['Falta.', 'Indica {expected:words}.'],
  },
  field_wrong_type: {
    en: ['It is not {expected:words}.', 'Give it {expected:words}.'],
    'zh-CN': ['这里应当是{expected:words}。', '请改为{expected:words}。'],
    es: ['No es {expected:words}.', 'Indica {expected:words}.'],
  },
  field_empty: {
    en: ['It is empty.', 'Fill it in.'],
    'zh-CN': ['此项为空。', '请填写。'],
    es: ['Está vacío.', 'Rellénalo.'],
  },
  text_too_short: {
    en: ['It is shorter than {limit:number} characters.', 'Write at least that many.'],
    'zh-CN': ['少于 {limit:number} 个字符。', '请至少写这么多字符。'],
    es: ['Tiene menos de {limit:number} caracteres.', 'Escribe al menos esa cantidad.'],
  },
  text_too_long: {
    en: ['It is longer than {limit:number} characters.', 'Shorten it.'],
    'zh-CN': ['超过 {limit:number} 个字符。', '请缩短。'],
    es: ['Tiene más de {limit:number} caracteres.', 'Acórtalo.'],
  },
  number_too_small: {
    en: ['It is less than {limit:number}.', 'Give it a number from {limit:number} on.'],
    'zh-CN': ['小于 {limit:number}。', '请填写不小于 {limit:number} 的数字。'],
    es: ['Es menor que {limit:number}.', 'Indica un número a partir de {limit:number}.'],
  },
  number_too_large: {
    en: ['It is more than {limit:number}.', 'Give it a number up to {limit:number}.'],
    'zh-CN': ['大于 {limit:number}。', '请填写不大于 {limit:number} 的数字。'],
    es: ['Es mayor que {limit:number}.', 'Indica un número hasta {limit:number}.'],
  },
  number_not_above: {
    en: ['It is not above {limit:number}.', 'Give it a larger number.'],
    'zh-CN': ['必须大于 {limit:number}。', '请填写更大的数字。'],
    es: ['No es mayor que {limit:number}.', 'Indica un número mayor.'],
  },
  number_not_below: {
    en: ['It is not below {limit:number}.', 'Give it a smaller number.'],
    'zh-CN': ['必须小于 {limit:number}。', '请填写更小的数字。'],
    es: ['No es menor que {limit:number}.', 'Indica un número menor.'],
  },
  number_uneven: {
    en: ['It is not a multiple of {step:number}.', 'Give it a multiple of {step:number}.'],
    'zh-CN': ['不是 {step:number} 的倍数。', '请填写 {step:number} 的倍数。'],
    es: ['No es múltiplo de {step:number}.', 'Indica un múltiplo de {step:number}.'],
  },
  list_too_short: {
    en: ['It has fewer than {limit:number} entries.', 'Add what is missing.'],
    'zh-CN': ['少于 {limit:number} 项。', '请补充缺少的内容。'],
    es: ['Tiene menos de {limit:number} elementos.', 'Añade los que faltan.'],
  },
  list_too_long: {
    en: ['It has more than {limit:number} entries.', 'Send fewer.'],
    'zh-CN': ['超过 {limit:number} 项。', '请减少数量。'],
    es: ['Tiene más de {limit:number} elementos.', 'Envía menos.'],
  },
  field_none_of: {
    en: ['It is none of {values:choice}.', 'Use one of these values.'],
    'zh-CN': ['不是以下任何一个：{values:choice}。', '请使用其中一个值。'],
    es: ['No es ninguno de {values:choice}.', 'Usa uno de estos valores.'],
  },
  field_wrong_form: {
    en: ['It has not the form that is asked for ({form}).', 'Write it in that form.'],
    'zh-CN': ['格式不符合要求（{form}）。', '请按该格式填写。'],
    es: ['No tiene la forma pedida ({form}).', 'Escríbelo en esa forma.'],
  },
  email_wrong: {
    en: ['It is not an e-mail address.', 'Write one like ann@example.com.'],
    'zh-CN': ['不是电子邮件地址。', '请填写如 ann@example.com 的地址。'],
    es: ['No es una dirección de correo.', 'Escribe una como ann@example.com.'],
  },
  keys_unknown: {
    en: ['There are fields that are not known: {keys:list}.', 'Leave them out.'],
    'zh-CN': ['含有未知字段：{keys:list}。', '请去掉它们。'],
    es: ['Hay campos desconocidos: {keys:list}.', 'Quítalos.'],
  },
  field_fits_nothing: {
    en: ['It has none of the shapes that are asked for.', 'Look up the shapes in the reference of the API.'],
    'zh-CN': ['不符合任何一种所要求的结构。', '请在 API 参考中查看允许的结构。'],
    es: ['No tiene ninguna de las formas pedidas.', 'Consulta las formas en la referencia de la API.'],
  },
  field_wrong: {
    en: ['It cannot be taken.', 'Look it up in the reference of the API.'],
    'zh-CN': ['无法接受此值。', '请查阅 API 参考。'],
    es: ['No se puede aceptar.', 'Consúltalo en la referencia de la API.'],
  },
});

/** What a contract expects, by the name that its type has there. */
export const EXPECTED: Readonly<Record<string, Words>> = {
  string: { en: 'a text', 'zh-CN': '文本', es: 'un texto' },
  number: { en: 'a number', 'zh-CN': '数字', es: 'un número' },
  int: { en: 'a whole number', 'zh-CN': '整数', es: 'un número entero' },
  boolean: { en: 'true or false', 'zh-CN': 'true 或 false', es: 'true o false' },
  object: { en: 'an object', 'zh-CN': '对象', es: 'un objeto' },
  record: { en: 'an object', 'zh-CN': '对象', es: 'un objeto' },
  array: { en: 'a list', 'zh-CN': '列表', es: 'una lista' },
  date: { en: 'a date', 'zh-CN': '日期', es: 'una fecha' },
};

/** What stands for a type that has no name of its own here. */
export const EXPECTED_VALUE: Words = { en: 'a value that fits', 'zh-CN': '合适的值', es: 'un valor adecuado' };
