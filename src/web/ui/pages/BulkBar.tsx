import type { ReactNode } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '../Button.tsx';
import { NOTHING_SELECTED, type Selection } from '../table/selection.ts';

export interface BulkBarProps {
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly total: number | null;
  readonly loaded: number;
  readonly children: ReactNode;
}

/** What can be done with the rows that are selected, and a way to select all that match. */
export const BulkBar = ({ selection, onSelect, total, loaded, children }: BulkBarProps) => {
  const t = useText(uiText);
  const offerAll = !selection.all && total !== null && selection.ids.length >= loaded && total > loaded;
  return (
    <div
      role="toolbar"
      aria-label={t('table.bulk')}
      className="flex min-h-10 flex-wrap items-center gap-2 border-t border-line bg-accent-soft px-4 py-1"
    >
      <span role="status" className="text-13 font-medium text-accent">
        {selection.all ? t('table.allSelected') : t('table.selected', { count: selection.ids.length })}
      </span>
      {offerAll && (
        <Button look="quiet" size="small" onClick={() => onSelect({ all: true, ids: [] })}>
          {t('table.selectMatching', { count: total })}
        </Button>
      )}
      {children}
      <Button look="quiet" size="small" className="ml-auto" onClick={() => onSelect(NOTHING_SELECTED)}>
        {t('table.clearSelection')}
      </Button>
    </div>
  );
};
