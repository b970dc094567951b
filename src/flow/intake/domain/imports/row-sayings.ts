import { sayings } from '#kernel/saying.ts';

/** What is said of a row of a file that cannot be taken, whatever its kind. */
export const ROW_SAYS = sayings({
  cell_empty: { en: ['It is empty.', 'Fill it in.'], 'zh-CN': ['单元格为空。', '请填写。'], es: ['Está vacía.', 'Rellénala.'] },
  header_repeated: {
    en: ['The line repeats the names of the columns.', 'Remove the line.'],
    'zh-CN': ['该行重复了列名。', '请删除该行。'],
    es: ['La línea repite los nombres de las columnas.', 'Elimina la línea.'],
  },
  row_does_not_fit: {
    en: ['The row does not fit into the store.', 'Look for values that are much longer or larger than in the other rows.'],
    'zh-CN': ['该行无法存入数据库。', '请检查是否有比其他行长得多或大得多的值。'],
    es: ['La fila no cabe en el almacén.', 'Busca valores mucho más largos o grandes que en las demás filas.'],
  },
  account_not_named: {
    en: ['The row names no account.', 'Map the column that holds the account’s id or name, or fill the cell.'],
    'zh-CN': ['该行没有写明客户。', '请映射含有客户 ID 或名称的列，或填写该单元格。'],
    es: ['La fila no indica ninguna cuenta.', 'Asigna la columna que contiene el id o el nombre de la cuenta, o rellena la celda.'],
  },
  account_not_found: {
    en: ['No account is known as {names:choice}.', 'Import the accounts first, from the same source, or correct the id.'],
    'zh-CN': ['没有名为{names:choice}的客户。', '请先从同一来源导入客户，或改正 ID。'],
    es: ['No se conoce ninguna cuenta como {names:choice}.', 'Importa antes las cuentas, de la misma fuente, o corrige el id.'],
  },
  stopped_unexpectedly: {
    en: ['An unexpected error happened; look for {id} in the log.'],
    'zh-CN': ['发生了意外错误；请在日志中查找 {id}。'],
    es: ['Ocurrió un error inesperado; busca {id} en el registro.'],
  },
});
