// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand cannot be a <table>; roles say the same.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus moves by rows, their cells are read with them.
import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useEffect, useRef } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Checkbox } from '../Checkbox.tsx';
import { type Column, gridTemplate, leastWidth, nextSort, type Sort } from './column.ts';
import { isControl, openInstead } from './row-press.ts';
import { isSelected, type Selection, toggled } from './selection.ts';
import type { ListCursor } from './use-list-cursor.ts';

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly cursor: ListCursor;
  /** All rows that match, also those not fetched yet; null when not counted. */
  readonly total: number | null;
  readonly onNearEnd?: () => void;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly selection?: Selection;
  readonly onSelect?: (selection: Selection) => void;
  /** The row whose detail is open. */
  readonly openId?: string | null;
  readonly onOpen?: (id: string) => void;
}

const ROW = 36;
const NEAR_END = 30;

/** A table of any length: only the rows in sight are drawn, the next ones are asked for before they are reached. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { columns, rows, cursor, total, onNearEnd, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12 });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen >= rows.length - NEAR_END) onNearEnd?.();
  }, [lastSeen, rows.length, onNearEnd]);
  useEffect(() => {
    if (cursor.at >= 0) virtual.scrollToIndex(cursor.at, { align: 'auto' });
  }, [cursor.at, virtual]);
  const template = gridTemplate(columns, selection !== undefined);
  const width = leastWidth(columns, selection !== undefined);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-colcount={columns.length}
      className="min-h-0 flex-1 overflow-auto"
    >
      <div style={{ minWidth: width }}>
        <Head {...props} template={template} />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <RowLine key={item.key} {...props} row={row} at={item.index} top={item.start} template={template} />
            );
          })}
        </div>
      </div>
    </div>
  );
};

const Head = <Row,>({
  columns,
  rows,
  rowId,
  selection,
  onSelect,
  sort,
  onSort,
  template,
}: DataTableProps<Row> & { readonly template: string }) => {
  const t = useText(uiText);
  const chosen = rows.filter((row) => selection && isSelected(selection, rowId(row))).length;
  return (
    <div role="rowgroup" className="sticky top-0 z-2 bg-surface">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 items-center border-y border-line px-2"
        style={{ gridTemplateColumns: template }}
      >
        {selection && onSelect && (
          <div role="columnheader" className="flex items-center pl-2">
            <Checkbox
              hideLabel
              label={t('table.selectAll')}
              checked={rows.length > 0 && chosen === rows.length}
              partly={chosen > 0 && chosen < rows.length}
              onChange={(all) => onSelect({ all: false, ids: all ? rows.map(rowId) : [] })}
            />
          </div>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
};

const HeadCell = <Row,>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
}) => {
  const t = useText(uiText);
  const sorted = sort?.key === column.key ? sort.direction : undefined;
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
      className={clsx('flex min-w-0 px-2', column.align === 'end' && 'justify-end')}
    >
      {column.sortable ? (
        <button
          type="button"
          title={t('table.sortBy', { column: column.label })}
          onClick={() => onSort(nextSort(sort, column.key))}
          className={clsx(
            'group flex min-w-0 items-center gap-1 rounded-sm text-12 font-medium hover:text-text',
            sorted ? 'text-text' : 'text-muted',
          )}
        >
          <span className="truncate">{column.label}</span>
          <Arrow
            size={12}
            aria-hidden
            className={clsx('shrink-0', column.align === 'end' && 'order-first', !sorted && 'opacity-0 group-hover:opacity-60')}
          />
        </button>
      ) : (
        <span className="truncate text-12 font-medium text-muted">{column.label}</span>
      )}
    </div>
  );
};

interface RowLineProps<Row> extends DataTableProps<Row> {
  readonly row: Row;
  readonly at: number;
  readonly top: number;
  readonly template: string;
}

const RowLine = <Row,>({
  row,
  at,
  top,
  template,
  columns,
  rows,
  rowId,
  rowName,
  cursor,
  selection,
  onSelect,
  openId,
  onOpen,
}: RowLineProps<Row>) => {
  const t = useText(uiText);
  const id = rowId(row);
  const element = useRef<HTMLDivElement>(null);
  const chosen = selection ? isSelected(selection, id) : false;
  const here = cursor.at === at;
  useEffect(() => {
    if (here && cursor.moved) element.current?.focus({ preventScroll: true });
  }, [here, cursor.moved]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled for the whole list by its cursor
    <div
      ref={element}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selection ? chosen : undefined}
      tabIndex={here || (cursor.at < 0 && at === 0) ? 0 : -1}
      onFocus={() => cursor.place(at)}
      onClickCapture={(event) => openInstead(event, openId !== id && onOpen ? () => onOpen(id) : undefined)}
      onClick={(event) => {
        cursor.place(at);
        if (onOpen && !isControl(event)) onOpen(id);
      }}
      className={clsx(
        'absolute inset-x-0 grid h-9 items-center border-b border-line px-2 text-13 -outline-offset-2',
        onOpen && 'cursor-default',
        chosen || openId === id ? 'bg-selected' : 'hover:bg-hover',
      )}
      style={{ top, gridTemplateColumns: template }}
    >
      {selection && onSelect && (
        <div role="gridcell" className="flex items-center pl-2">
          <Checkbox
            hideLabel
            tabIndex={-1}
            label={t('table.select', { row: rowName(row) })}
            checked={chosen}
            onChange={() => onSelect(toggled(selection, id, rows.map(rowId)))}
          />
        </div>
      )}
      {columns.map((column, index) => (
        <div
          key={column.key}
          role="gridcell"
          data-first={index === 0 || undefined}
          className={clsx('min-w-0 truncate px-2', column.align === 'end' && 'text-right', index === 0 && 'font-medium')}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  );
};
