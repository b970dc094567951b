import { sayings } from '#kernel/saying.ts';
import type { Words } from '#kernel/words.ts';
import type { ImportStatus } from '../../contracts.ts';

/** What is said of a file that cannot be read, and of an import that cannot be changed, tried, run, stopped or undone. */
export const IMPORT_SAYS = sayings({
  import_unknown: {
    en: ['There is no such import.', 'Look at the list of imports.'],
    'zh-CN': ['没有这个导入。', '请查看导入列表。'],
    es: ['No existe esa importación.', 'Mira la lista de importaciones.'],
  },
  import_not_changeable: {
    en: [
      'The import is {status:words}; its mapping cannot be changed now.',
      'Undo it first, or upload the file again: what is in already is updated, not doubled.',
    ],
    'zh-CN': ['导入{status:words}，现在不能更改映射。', '请先撤销，或重新上传文件：已导入的内容会更新，不会重复。'],
    es: [
      'La importación está {status:words}; su asignación no se puede cambiar ahora.',
      'Deshazla primero o sube el archivo otra vez: lo que ya está se actualiza, no se duplica.',
    ],
  },
  import_done_already: {
    en: ['The import is done already.', 'Upload the file again: what is in already is updated, not doubled.'],
    'zh-CN': ['导入已经完成。', '请重新上传文件：已导入的内容会更新，不会重复。'],
    es: ['La importación ya está hecha.', 'Sube el archivo otra vez: lo que ya está se actualiza, no se duplica.'],
  },
  import_busy: {
    en: ['The import is {status:words}; this cannot be done now.', 'Wait until it has come to its end.'],
    'zh-CN': ['导入{status:words}，现在不能执行此操作。', '请等它结束。'],
    es: ['La importación está {status:words}; esto no se puede hacer ahora.', 'Espera a que llegue a su fin.'],
  },
  import_not_running: {
    en: ['The import is {status:words}; there is nothing to stop.', 'Undo it if its rows should go.'],
    'zh-CN': ['导入{status:words}，没有可停止的工作。', '如果要去掉它的行，请撤销。'],
    es: ['La importación está {status:words}; no hay nada que detener.', 'Deshazla si sus filas deben irse.'],
  },
  import_undo_while_running: {
    en: ['The import is running and cannot be undone.', 'Stop it first.'],
    'zh-CN': ['导入正在运行，不能撤销。', '请先停止。'],
    es: ['La importación está en curso y no se puede deshacer.', 'Detenla primero.'],
  },
  import_not_undoable: {
    en: ['The import is {status:words} and cannot be undone.', 'Only an import that has come to its end can be undone.'],
    'zh-CN': ['导入{status:words}，不能撤销。', '只有已结束的导入才能撤销。'],
    es: ['La importación está {status:words} y no se puede deshacer.', 'Solo se puede deshacer una importación que ha llegado a su fin.'],
  },
  import_changed_later: {
    en: ['“{file}” cannot be undone: “{later}” changed {records:number} of its records later.', 'Undo {files:list} first.'],
    'zh-CN': ['“{file}”不能撤销：“{later}”之后更改了其中 {records:number} 条记录。', '请先撤销{files:list}。'],
    es: ['«{file}» no se puede deshacer: «{later}» cambió después {records:number} de sus registros.', 'Deshaz antes {files:list}.'],
  },
  import_referred_to: {
    en: ['“{file}” cannot be undone: “{later}” refers to {records:number} accounts that it made.', 'Undo {files:list} first.'],
    'zh-CN': ['“{file}”不能撤销：“{later}”引用了它创建的 {records:number} 个客户。', '请先撤销{files:list}。'],
    es: ['«{file}» no se puede deshacer: «{later}» remite a {records:number} cuentas que creó.', 'Deshaz antes {files:list}.'],
  },
  import_kind_missing: {
    en: ['It is not said yet what the file holds.', 'Choose one of: {kinds:names}.'],
    'zh-CN': ['尚未说明文件的内容。', '请选择其一：{kinds:names}。'],
    es: ['Aún no se ha dicho qué contiene el archivo.', 'Elige uno de: {kinds:names}.'],
  },
  import_kind_unknown: {
    en: ['Nothing of the kind “{kind}” can be imported.', 'Choose one of: {kinds:names}.'],
    'zh-CN': ['不能导入类型“{kind}”。', '请选择其一：{kinds:names}。'],
    es: ['No se puede importar nada del tipo «{kind}».', 'Elige uno de: {kinds:names}.'],
  },
  date_order_unsaid: {
    en: ['The dates in {columns:list} could be day-month or month-day.', 'Say which comes first, the day or the month.'],
    'zh-CN': ['{columns:list}列的日期可能是日-月，也可能是月-日。', '请说明日在前还是月在前。'],
    es: ['Las fechas de {columns:list} podrían ser día-mes o mes-día.', 'Indica qué va primero, el día o el mes.'],
  },
  decimal_mark_unsaid: {
    en: ['The numbers in {columns:list} could be thousands or decimals.', 'Say whether a point or a comma begins the decimals.'],
    'zh-CN': ['{columns:list}列的分隔符可能是千位，也可能是小数点。', '请说明小数点是点还是逗号。'],
    es: ['Los números de {columns:list} podrían ser millares o decimales.', 'Indica si los decimales empiezan con punto o con coma.'],
  },
  field_unfilled: {
    en: ['No column fills “{field:words}”.', 'Map a column to it, or choose another kind.'],
    'zh-CN': ['没有列对应“{field:words}”。', '请为它映射一列，或选择其他类型。'],
    es: ['Ninguna columna rellena «{field:words}».', 'Asígnale una columna o elige otro tipo.'],
  },
  column_unknown: {
    en: ['The file has no column “{column}”.', 'Its columns are: {columns:names}.'],
    'zh-CN': ['文件中没有列“{column}”。', '它的列有：{columns:names}。'],
    es: ['El archivo no tiene la columna «{column}».', 'Sus columnas son: {columns:names}.'],
  },
  column_number_unknown: {
    en: ['There is no column {index:number}.', 'Columns are 0 to {last:number}.'],
    'zh-CN': ['没有第 {index:number} 列。', '列号为 0 到 {last:number}。'],
    es: ['No hay columna {index:number}.', 'Las columnas van de 0 a {last:number}.'],
  },
  target_unknown: {
    en: ["'{target}' is not a field of {kind:words}.", 'Use one of: {fields:names}.'],
    'zh-CN': ['“{target}”不是{kind:words}的字段。', '请使用其一：{fields:names}。'],
    es: ['«{target}» no es un campo de {kind:words}.', 'Usa uno de: {fields:names}.'],
  },
  target_misspelled: {
    en: ["'{target}' is not a field of {kind:words}.", "Did you mean '{near}'?"],
    'zh-CN': ['“{target}”不是{kind:words}的字段。', '你是指“{near}”吗？'],
    es: ['«{target}» no es un campo de {kind:words}.', '¿Quisiste decir «{near}»?'],
  },
  target_given_twice: {
    en: ["Two columns cannot both fill '{target}'.", 'Leave one of them out.'],
    'zh-CN': ['两列不能同时对应“{target}”。', '请去掉其中一列。'],
    es: ['Dos columnas no pueden rellenar a la vez «{target}».', 'Deja fuera una de ellas.'],
  },
  delimiter_unusable: {
    en: ['“{delimiter}” cannot separate cells.', 'Use one character, such as a comma, semicolon or tab.'],
    'zh-CN': ['“{delimiter}”不能用作单元格分隔符。', '请使用一个字符，如逗号、分号或制表符。'],
    es: ['«{delimiter}» no puede separar celdas.', 'Usa un carácter, como una coma, un punto y coma o un tabulador.'],
  },
  file_zone_unknown: {
    en: ['There is no time zone “{zone}”.', 'Use an IANA name such as Europe/Madrid.'],
    'zh-CN': ['没有时区“{zone}”。', '请使用 IANA 名称，如 Asia/Shanghai。'],
    es: ['No existe la zona horaria «{zone}».', 'Usa un nombre IANA como Europe/Madrid.'],
  },
  file_currency_unknown: {
    en: ['There is no currency “{currency}”.', 'Use a code such as EUR.'],
    'zh-CN': ['没有货币“{currency}”。', '请使用代码，如 CNY。'],
    es: ['No existe la moneda «{currency}».', 'Usa un código como EUR.'],
  },
  file_missing: {
    en: ['The request has no file in its body.', 'Send the bytes of the file as the body.'],
    'zh-CN': ['请求正文中没有文件。', '请将文件内容作为正文发送。'],
    es: ['La petición no lleva ningún archivo en el cuerpo.', 'Envía los bytes del archivo como cuerpo.'],
  },
  file_too_large: {
    en: ['The file is larger than {megabytes:number} MB.', 'Split it into several files.'],
    'zh-CN': ['文件超过 {megabytes:number} MB。', '请拆分成多个文件。'],
    es: ['El archivo supera {megabytes:number} MB.', 'Divídelo en varios archivos.'],
  },
  upload_broke_off: {
    en: ['The upload broke off; nothing of it was kept.', 'Send the file again.'],
    'zh-CN': ['上传中断，内容未保存。', '请重新发送文件。'],
    es: ['La subida se interrumpió; no se guardó nada.', 'Vuelve a enviar el archivo.'],
  },
  upload_gone: {
    en: ['The uploaded file of “{file}” is gone.', 'Upload it again.'],
    'zh-CN': ['“{file}”的上传文件已不存在。', '请重新上传。'],
    es: ['El archivo subido de «{file}» ya no está.', 'Súbelo otra vez.'],
  },
  file_unreachable: {
    en: ['The file {path} cannot be read.', 'Check its path and its permissions.'],
    'zh-CN': ['无法读取文件 {path}。', '请检查路径和权限。'],
    es: ['No se puede leer el archivo {path}.', 'Comprueba su ruta y sus permisos.'],
  },
  file_empty: {
    en: ["The file '{file}' is empty.", 'Choose a file with a row of column names and data below.'],
    'zh-CN': ['文件“{file}”是空的。', '请选择首行为列名、下面有数据的文件。'],
    es: ['El archivo «{file}» está vacío.', 'Elige un archivo con una fila de nombres de columna y datos debajo.'],
  },
  file_not_xlsx: {
    en: ["'{file}' is not an XLSX workbook.", 'Save it as .xlsx (not .xls, without a password) or as .csv.'],
    'zh-CN': ['“{file}”不是 XLSX 工作簿。', '请另存为 .xlsx（不是 .xls，且不带密码）或 .csv。'],
    es: ['«{file}» no es un libro XLSX.', 'Guárdalo como .xlsx (no .xls, sin contraseña) o como .csv.'],
  },
  encoding_unknown: {
    en: ["The encoding '{encoding}' is not known.", 'Choose UTF-8, UTF-16, windows-1252, GB 18030 or Shift_JIS.'],
    'zh-CN': ['未知的编码“{encoding}”。', '请选择 UTF-8、UTF-16、windows-1252、GB 18030 或 Shift_JIS。'],
    es: ['No se conoce la codificación «{encoding}».', 'Elige UTF-8, UTF-16, windows-1252, GB 18030 o Shift_JIS.'],
  },
  quotes_broken: {
    en: [
      'The quotes of this file are broken throughout; reading stopped at line {line:number}.',
      'Check the separator, the quote and the encoding of the file.',
    ],
    'zh-CN': ['文件中的引号普遍错乱，读取停在第 {line:number} 行。', '请检查文件的分隔符、引号和编码。'],
    es: [
      'Las comillas de este archivo están rotas por todas partes; la lectura se detuvo en la línea {line:number}.',
      'Comprueba el separador, las comillas y la codificación del archivo.',
    ],
  },
  archive_without_workbook: {
    en: ['The archive holds no workbook.', 'Save the table as .xlsx (not .xls, .ods or .numbers) or as .csv.'],
    'zh-CN': ['压缩包中没有工作簿。', '请将表格另存为 .xlsx（不是 .xls、.ods 或 .numbers）或 .csv。'],
    es: ['El archivo comprimido no contiene ningún libro.', 'Guarda la tabla como .xlsx (no .xls, .ods ni .numbers) o como .csv.'],
  },
  workbook_damaged: {
    en: ['The workbook is damaged and cannot be unpacked.', 'Open it in a spreadsheet and save it again.'],
    'zh-CN': ['工作簿已损坏，无法解压。', '请用电子表格软件打开并重新保存。'],
    es: ['El libro está dañado y no se puede descomprimir.', 'Ábrelo en una hoja de cálculo y guárdalo de nuevo.'],
  },
  workbook_too_large: {
    en: [
      'The workbook is larger than {file:number} MB, than {unpacked:number} MB unpacked, or than {cells:number} cells.',
      'Save the sheet as CSV, which may be of any size.',
    ],
    'zh-CN': [
      '工作簿超过 {file:number} MB，或解压后超过 {unpacked:number} MB，或超过 {cells:number} 个单元格。',
      '请将工作表另存为 CSV，大小不限。',
    ],
    es: [
      'El libro supera {file:number} MB, {unpacked:number} MB descomprimido o {cells:number} celdas.',
      'Guarda la hoja como CSV, que puede tener cualquier tamaño.',
    ],
  },
  workbook_unreadable: {
    en: ['This is not a readable XLSX workbook.', 'Open it in a spreadsheet and save it as .xlsx or .csv, without a password.'],
    'zh-CN': ['这不是可读取的 XLSX 工作簿。', '请用电子表格软件打开，另存为不带密码的 .xlsx 或 .csv。'],
    es: ['No es un libro XLSX legible.', 'Ábrelo en una hoja de cálculo y guárdalo como .xlsx o .csv, sin contraseña.'],
  },
  sheet_unknown: {
    en: ["The workbook has no sheet '{sheet}'.", 'Choose one of: {sheets:names}.'],
    'zh-CN': ['工作簿中没有工作表“{sheet}”。', '请选择其一：{sheets:names}。'],
    es: ['El libro no tiene la hoja «{sheet}».', 'Elige una de: {sheets:names}.'],
  },
  sheet_unreadable: {
    en: ["The sheet '{sheet}' cannot be read.", 'Save the sheet as CSV and import that.'],
    'zh-CN': ['无法读取工作表“{sheet}”。', '请将工作表另存为 CSV 后导入。'],
    es: ['No se puede leer la hoja «{sheet}».', 'Guarda la hoja como CSV e impórtalo.'],
  },
  sheet_unreadable_at: {
    en: ["The sheet '{sheet}' cannot be read at row {row}, column {column}.", 'Save the sheet as CSV and import that.'],
    'zh-CN': ['无法读取工作表“{sheet}”的第 {row} 行第 {column} 列。', '请将工作表另存为 CSV 后导入。'],
    es: ['No se puede leer la hoja «{sheet}» en la fila {row}, columna {column}.', 'Guarda la hoja como CSV e impórtalo.'],
  },
});

/** The states of an import, as they stand in a sentence. */
export const STATUS_WORDS: Readonly<Record<ImportStatus, Words>> = {
  mapping: { en: 'being mapped', 'zh-CN': '正在映射', es: 'en asignación' },
  checking: { en: 'being tried', 'zh-CN': '正在试运行', es: 'en comprobación' },
  checked: { en: 'tried', 'zh-CN': '已试运行', es: 'comprobada' },
  queued: { en: 'queued', 'zh-CN': '正在排队', es: 'en cola' },
  running: { en: 'running', 'zh-CN': '正在运行', es: 'en curso' },
  done: { en: 'done', 'zh-CN': '已完成', es: 'hecha' },
  failed: { en: 'failed', 'zh-CN': '已失败', es: 'fallida' },
  cancelled: { en: 'stopped', 'zh-CN': '已停止', es: 'detenida' },
  undoing: { en: 'being undone', 'zh-CN': '正在撤销', es: 'deshaciéndose' },
  undone: { en: 'undone', 'zh-CN': '已撤销', es: 'deshecha' },
};
