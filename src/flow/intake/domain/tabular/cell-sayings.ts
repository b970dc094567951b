import { sayings } from '#kernel/saying.ts';

/** What is said of a cell that cannot be read, and of a row whose cells cannot be told apart. */
export const CELL_SAYS = sayings({
  not_a_number: {
    en: ["'{value}' is not a number as this column writes them, such as {example}.", 'Correct the cell, or choose the other decimal mark.'],
    'zh-CN': ['“{value}”不是本列写法的数字（例如 {example}）。', '请改正该单元格，或选择另一种小数点。'],
    es: [
      '«{value}» no es un número como los escribe esta columna, por ejemplo {example}.',
      'Corrige la celda o elige el otro signo decimal.',
    ],
  },
  not_whole: {
    en: ["'{value}' has decimals, a whole number is expected.", 'Round it, or map the column to a field for numbers.'],
    'zh-CN': ['“{value}”带小数，这里应为整数。', '请取整，或将该列映射到数字字段。'],
    es: ['«{value}» tiene decimales y se espera un número entero.', 'Redondéalo o asigna la columna a un campo de números.'],
  },
  too_large: {
    en: [
      "'{value}' is larger than can be counted exactly.",
      'Check the cell for a missing decimal mark; map long numbers to an id or text field.',
    ],
    'zh-CN': ['“{value}”过大，无法精确计数。', '请检查是否漏了小数点；长编号请映射到 ID 或文本字段。'],
    es: [
      '«{value}» es mayor de lo que se puede contar con exactitud.',
      'Comprueba si falta el signo decimal; asigna los números largos a un campo de id o de texto.',
    ],
  },
  other_currency: {
    en: ["'{value}' is in {found}, {expected} is expected.", 'Convert it to {expected}, or import these rows with their own currency.'],
    'zh-CN': ['“{value}”的货币是 {found}，这里应为 {expected}。', '请换算为 {expected}，或用各自的货币导入这些行。'],
    es: ['«{value}» está en {found} y se espera {expected}.', 'Conviértelo a {expected} o importa estas filas con su propia moneda.'],
  },
  decimal_mark_unknown: {
    en: ["'{value}' could be thousands or thousandths.", 'Say whether this column writes decimals with a point or a comma.'],
    'zh-CN': ['“{value}”的分隔符可能是千位，也可能是小数点。', '请说明本列的小数点是点还是逗号。'],
    es: ['«{value}» podría ser millares o milésimas.', 'Indica si esta columna escribe los decimales con punto o con coma.'],
  },
  not_a_boolean: {
    en: ["'{value}' is neither yes nor no.", 'Write TRUE or FALSE, yes or no, 1 or 0.'],
    'zh-CN': ['“{value}”既不是“是”也不是“否”。', '请填写 TRUE 或 FALSE、是或否、1 或 0。'],
    es: ['«{value}» no es ni sí ni no.', 'Escribe TRUE o FALSE, sí o no, 1 o 0.'],
  },
  not_a_date: {
    en: [
      "'{value}' is not a date of the calendar, expected one such as {example:words}.",
      'Correct the date, or choose how this column writes its dates.',
    ],
    'zh-CN': ['“{value}”不是日历上的日期，应如 {example:words}。', '请改正日期，或选择本列的日期写法。'],
    es: [
      '«{value}» no es una fecha del calendario; se espera una como {example:words}.',
      'Corrige la fecha o elige cómo escribe esta columna sus fechas.',
    ],
  },
  date_order_unknown: {
    en: ["'{value}' could be day-month or month-day.", 'Say whether this column writes the day or the month first.'],
    'zh-CN': ['“{value}”可能是日-月，也可能是月-日。', '请说明本列是日在前还是月在前。'],
    es: ['«{value}» podría ser día-mes o mes-día.', 'Indica si esta columna escribe primero el día o el mes.'],
  },
  not_an_email: {
    en: ["'{value}' is not an e-mail address such as ann@example.com.", 'Correct the address, or leave the cell empty.'],
    'zh-CN': ['“{value}”不是电子邮件地址（例如 ann@example.com）。', '请改正地址，或将单元格留空。'],
    es: ['«{value}» no es una dirección de correo como ann@example.com.', 'Corrige la dirección o deja la celda vacía.'],
  },
  not_a_domain: {
    en: ["'{value}' is not a web domain such as example.com.", 'Correct the domain, or leave the cell empty.'],
    'zh-CN': ['“{value}”不是网站域名（例如 example.com）。', '请改正域名，或将单元格留空。'],
    es: ['«{value}» no es un dominio web como example.com.', 'Corrige el dominio o deja la celda vacía.'],
  },
  unknown_country: {
    en: ["'{value}' is not a country that we know.", 'Write its English name or its two-letter code.'],
    'zh-CN': ['“{value}”不是已知的国家或地区。', '请填写其英文名称或两位代码。'],
    es: ['«{value}» no es un país que conozcamos.', 'Escribe su nombre en inglés o su código de dos letras.'],
  },
  misspelled_country: {
    en: ["'{value}' is not a country that we know.", 'Did you mean {near}?'],
    'zh-CN': ['“{value}”不是已知的国家或地区。', '你是指 {near} 吗？'],
    es: ['«{value}» no es un país que conozcamos.', '¿Quisiste decir {near}?'],
  },
  unknown_choice: {
    en: ["'{value}' is none of {options:list}.", 'Use one of these values.'],
    'zh-CN': ['“{value}”不是以下任何一个：{options:list}。', '请使用其中一个值。'],
    es: ['«{value}» no es ninguno de {options:list}.', 'Usa uno de estos valores.'],
  },
  misspelled_choice: {
    en: ["'{value}' is none of {options:list}.", "Did you mean '{near}'?"],
    'zh-CN': ['“{value}”不是以下任何一个：{options:list}。', '你是指“{near}”吗？'],
    es: ['«{value}» no es ninguno de {options:list}.', '¿Quisiste decir «{near}»?'],
  },
  too_long: {
    en: ["'{value}' has {length:number} characters, at most {limit:number} fit.", 'Shorten the text.'],
    'zh-CN': ['“{value}”有 {length:number} 个字符，最多 {limit:number} 个。', '请缩短文本。'],
    es: ['«{value}» tiene {length:number} caracteres y caben {limit:number} como máximo.', 'Acorta el texto.'],
  },
  cell_nul_byte: {
    en: ["'{value}' contains a NUL byte.", 'Export the file again; it is damaged or in another encoding.'],
    'zh-CN': ['“{value}”含有 NUL 字节。', '请重新导出文件；它已损坏或使用了其他编码。'],
    es: ['«{value}» contiene un byte NUL.', 'Exporta el archivo de nuevo; está dañado o en otra codificación.'],
  },
  unclosed_quote: {
    en: ['A quoted cell begins on this line and is never closed.', 'Close the quote, or double it ("") where it belongs to the text.'],
    'zh-CN': ['本行有一个带引号的单元格，引号一直没有结束。', '请补上引号；如果引号属于文本，请写成两个（""）。'],
    es: [
      'Una celda entre comillas empieza en esta línea y no se cierra nunca.',
      'Cierra las comillas o dóblalas ("") donde formen parte del texto.',
    ],
  },
  malformed_quote: {
    en: ['Text follows a closing quote before the next separator.', 'Double the quotes ("") that belong to the text.'],
    'zh-CN': ['结束引号之后、下一个分隔符之前还有文本。', '属于文本的引号请写成两个（""）。'],
    es: ['Hay texto entre las comillas de cierre y el siguiente separador.', 'Dobla las comillas ("") que formen parte del texto.'],
  },
  line_too_long: {
    en: ['The line is longer than can be read.', 'Check for a missing line end or quote before it.'],
    'zh-CN': ['该行过长，无法读取。', '请检查前面是否缺少换行或引号。'],
    es: ['La línea es más larga de lo que se puede leer.', 'Comprueba si antes falta un fin de línea o unas comillas.'],
  },
  row_nul_byte: {
    en: ['The row contains a NUL byte.', 'Export the file again; it is damaged or in another encoding.'],
    'zh-CN': ['该行含有 NUL 字节。', '请重新导出文件；它已损坏或使用了其他编码。'],
    es: ['La fila contiene un byte NUL.', 'Exporta el archivo de nuevo; está dañado o en otra codificación.'],
  },
  too_few_fields: {
    en: [
      'The row has {cells:number} cells, the table has {width:number} columns.',
      'Add the missing separators, or remove a line end inside the row.',
    ],
    'zh-CN': ['该行有 {cells:number} 个单元格，而表格有 {width:number} 列。', '请补上缺少的分隔符，或去掉行内的换行。'],
    es: [
      'La fila tiene {cells:number} celdas y la tabla {width:number} columnas.',
      'Añade los separadores que faltan o quita un fin de línea dentro de la fila.',
    ],
  },
  too_many_fields: {
    en: ['The row has {cells:number} cells, the table has {width:number} columns.', 'Put cells that contain the separator between quotes.'],
    'zh-CN': ['该行有 {cells:number} 个单元格，而表格有 {width:number} 列。', '请给含有分隔符的单元格加上引号。'],
    es: [
      'La fila tiene {cells:number} celdas y la tabla {width:number} columnas.',
      'Pon entre comillas las celdas que contengan el separador.',
    ],
  },
});
