import type { Words } from '#kernel/words.ts';
import type { ImportFinding } from '../../contracts.ts';

/** What a finding with a code means, and how serious it is. */
export interface FindingWords {
  readonly severity: ImportFinding['severity'];
  readonly message: Words;
}

/** The code of a finding about one field: 'date_implausible' about 'start_date' is 'date_implausible:start_date'. */
export function codeFor(code: GenericCode, field: string): string {
  return `${code}:${field}`;
}

export type GenericCode = keyof typeof GENERIC;

const GENERIC = {
  date_implausible: {
    severity: 'warning',
    message: {
      en: 'dates before 1980 or more than 20 years ahead',
      'zh-CN': '日期早于 1980 年或晚于 20 年之后',
      es: 'fechas anteriores a 1980 o de más de 20 años en el futuro',
    },
  },
  cell_left_out: {
    severity: 'warning',
    message: {
      en: 'cells that could not be read and were left out; their rows were taken',
      'zh-CN': '无法识别而被忽略的单元格；所在行已导入',
      es: 'celdas que no se pudieron leer y se dejaron fuera; sus filas se importaron',
    },
  },
  key_repeated: {
    severity: 'warning',
    message: {
      en: 'rows whose key an earlier row of the file has already; the last one counts',
      'zh-CN': '键与文件中前面的行重复，以最后一行为准',
      es: 'filas cuya clave ya tiene una fila anterior del archivo; vale la última',
    },
  },
  column_left_out: {
    severity: 'info',
    message: { en: 'columns with values that go nowhere', 'zh-CN': '有值但未导入的列', es: 'columnas con valores que no se importan' },
  },
  date_order_unsure: {
    severity: 'warning',
    message: {
      en: 'date columns that could be day-month or month-day: say which',
      'zh-CN': '日期列可能是日-月或月-日，请说明',
      es: 'columnas de fecha que podrían ser día-mes o mes-día: indica cuál',
    },
  },
  decimal_unsure: {
    severity: 'warning',
    message: {
      en: 'number columns whose mark could mean thousands or decimals: say which',
      'zh-CN': '数字列的分隔符可能是千位或小数，请说明',
      es: 'columnas numéricas cuyo signo podría separar miles o decimales: indica cuál',
    },
  },
  formats_mixed: {
    severity: 'warning',
    message: {
      en: 'columns in which some values speak against the date order or decimal mark of the rest',
      'zh-CN': '部分值与其余值的日期顺序或小数点相矛盾的列',
      es: 'columnas con valores que contradicen el orden de fecha o el signo decimal del resto',
    },
  },
  checked_in_parts: {
    severity: 'info',
    message: {
      en: 'rows were tried in parts of 50,000: what refers across parts may count differently in the import',
      'zh-CN': '按每 50,000 行分段试运行：跨段的引用在正式导入时计数可能不同',
      es: 'las filas se probaron por partes de 50 000: lo que remite de una parte a otra puede contarse distinto en la importación',
    },
  },
  stopped: {
    severity: 'error',
    message: { en: 'The import stopped.', 'zh-CN': '导入已停止。', es: 'La importación se detuvo.' },
  },
  undo_refused: {
    severity: 'warning',
    message: {
      en: 'The undo stopped; what it had taken back stays so.',
      'zh-CN': '撤销已停止；已撤销的部分保持不变。',
      es: 'La anulación se detuvo; lo ya deshecho queda así.',
    },
  },
} as const satisfies Readonly<Record<string, FindingWords>>;

/** What do findings with a code of the engine's own mean? Undefined for codes of the kinds. */
export function genericWords(code: string): FindingWords | undefined {
  const [name = ''] = code.split(':');
  return Object.hasOwn(GENERIC, name) ? GENERIC[name as GenericCode] : undefined;
}
