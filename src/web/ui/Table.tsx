import clsx from 'clsx';
import { ScrollSideways } from './ScrollSideways.tsx';
import type { Column } from './table/column.ts';

export interface TableProps<Row> {
  /** Says what the table shows; read aloud. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly compact?: boolean;
}

/** A short table inside of a page. Long lists with search and selection are a ListPage. */
export const Table = <Row,>({ caption, columns, rows, rowId, compact }: TableProps<Row>) => (
  <ScrollSideways label={caption}>
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={clsx(
                'h-8 px-3 text-12 font-medium whitespace-nowrap text-muted first:pl-0 last:pr-0',
                column.align === 'end' ? 'text-right' : 'text-left',
              )}
            >
              {column.quietLabel ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)} className="border-b border-line last:border-0">
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.key} scope="row" className={clsx('px-3 text-left font-normal first:pl-0', compact ? 'h-7.5' : 'h-9')}>
                  {column.render(row)}
                </th>
              ) : (
                <td key={column.key} className={clsx('px-3 last:pr-0', compact ? 'h-7.5' : 'h-9', column.align === 'end' && 'text-right')}>
                  {column.render(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollSideways>
);
