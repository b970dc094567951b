// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand cannot be a <table>; roles say the same.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus moves by rows, their cells are read with them.
import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { DataTableProps } from './DataTable.tsx';
import { isControl, openInstead } from './row-press.ts';

const NEAR_END = 10;

/** The same list on a phone: one card a row, the first column as its title, the next ones as named lines. */
export const CardList = <Row,>({ label, columns, rows, rowId, onNearEnd, onOpen, openId }: DataTableProps<Row>) => {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 104, overscan: 6 });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen >= rows.length - NEAR_END) onNearEnd?.();
  }, [lastSeen, rows.length, onNearEnd]);
  const [title, ...lines] = columns;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto border-t border-line">
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const id = rowId(row);
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the title is a link that keys reach */}
              <div
                onClickCapture={(event) => openInstead(event, openId !== id && onOpen ? () => onOpen(id) : undefined)}
                onClick={(event) => !isControl(event) && onOpen?.(id)}
                className={clsx('flex flex-col gap-1 border-b border-line px-4 py-3', openId === id && 'bg-selected')}
              >
                <div data-first className="text-14 font-medium">
                  {title?.render(row)}
                </div>
                <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-13">
                  {lines.slice(0, 4).map((column) => (
                    <div key={column.key} className="flex min-w-0 flex-col">
                      <dt className="text-12 text-faint">{column.label}</dt>
                      <dd className="truncate">{column.render(row)}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
