import clsx from 'clsx';
import { ScrollSideways } from './ScrollSideways.tsx';
import type { Column } from './table/column.ts';
import { useNarrowerThan } from './use-media.ts';

export interface TableProps<Row> {
  /** Says what the table shows; read aloud. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly compact?: boolean;
  /** So many columns fit beside each other on a phone; 3 unless said. */
  readonly fitting?: number;
}

const PHONE = 640;
const FITTING = 3;

/** A short table inside of a page; on a phone a wide one becomes cards. Long lists with search and selection are a ListPage. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const isPhone = useNarrowerThan(PHONE);
  return isPhone && props.columns.length > (props.fitting ?? FITTING) ? <Cards {...props} /> : <Lines {...props} />;
};

const Lines = <Row,>({ caption, columns, rows, rowId, compact }: TableProps<Row>) => (
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

// The first column is the title; buttons that say themselves what they do stand beside it; the rest are named lines.
const Cards = <Row,>({ caption, columns: [title, ...rest], rows, rowId }: TableProps<Row>) => (
  <ul aria-label={caption} className="text-13">
    {rows.map((row) => (
      <li key={rowId(row)} className="flex flex-col gap-1 border-b border-line py-2.5 last:border-0">
        <div className="flex items-center justify-between gap-3">
          <div className="min-w-0 font-medium">{title?.render(row)}</div>
          {rest
            .filter((column) => column.quietLabel)
            .map((column) => (
              <div key={column.key}>{column.render(row)}</div>
            ))}
        </div>
        <dl className="grid grid-cols-2 gap-x-4 gap-y-1">
          {rest
            .filter((column) => !column.quietLabel)
            .map((column) => (
              <div key={column.key} className="flex min-w-0 flex-wrap items-baseline gap-x-2 has-[dd:empty]:hidden">
                <dt className="text-12 text-muted">{column.label}</dt>
                <dd className="min-w-0 wrap-anywhere">{column.render(row)}</dd>
              </div>
            ))}
        </dl>
      </li>
    ))}
  </ul>
);
