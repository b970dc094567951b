import { Command } from 'cmdk';
import { useDeferredValue, useEffect } from 'react';
import { search } from '#flow/signals/contracts.ts';
import type { EndpointOutput } from '#kernel/endpoint.ts';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { useQueryOf } from '#web/queries.ts';
import { PALETTE_ROW } from '#web/ui/surfaces.ts';

type Found = EndpointOutput<typeof search>['rows'][number];

const PLACES: Readonly<Record<Found['kind'], (id: string) => string>> = {
  account: (id) => `/accounts/${id}`,
  person: (id) => `/people/${id}`,
  metric: (id) => `/metrics/${id}`,
  play: (id) => `/plays/${id}`,
  segment: (id) => `/segments/${id}`,
  question: (id) => `/explore?saved=${id}`,
  board: (id) => `/boards/${id}`,
};

export interface FoundRecordsProps {
  readonly text: string;
  readonly onPick: (to: string) => void;
  readonly className: string;
  /** Told the value of the first record whenever others are found, so that Enter opens it; null when there are none any more. */
  readonly onFound: (value: string | null) => void;
}

/** What the server finds by these letters, by kind. It is already filtered, so the palette shows all of it. */
export const FoundRecords = ({ text, onPick, className, onFound }: FoundRecordsProps) => {
  const t = useText(shellText);
  const q = useDeferredValue(text.trim());
  const found = useQueryOf(search, { query: { q } }, { enabled: q.length > 1 });
  const rows = q.length > 1 ? (found.data?.rows ?? []) : [];
  const best = rows[0] ? itemValue(rows[0]) : null;
  useEffect(() => onFound(best), [best, onFound]);
  if (rows.length === 0)
    return found.isFetching ? null : (
      <Command.Empty className="px-4 py-6 text-13 text-muted">{t('palette.nothing', { text })}</Command.Empty>
    );
  return [...Map.groupBy(rows, (row) => row.kind)].map(([kind, records]) => (
    <Command.Group key={kind} heading={t(`palette.found.${kind}`)} className={className} forceMount>
      {records.map((record) => (
        <Command.Item
          key={record.id}
          value={itemValue(record)}
          forceMount
          onSelect={() => onPick(PLACES[kind](encodeURIComponent(record.id)))}
          className={PALETTE_ROW}
        >
          <span className="min-w-0 truncate font-medium">{record.label}</span>
          <span className="min-w-0 flex-1 truncate text-12 text-muted">{record.detail}</span>
        </Command.Item>
      ))}
    </Command.Group>
  ));
};

const itemValue = (record: Found): string => `${record.kind} ${record.id}`;
