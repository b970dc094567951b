import X from 'lucide-react/icons/x';
import { useFactName } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { LiveEvent } from '../../contracts.ts';
import type { LiveView } from './live-view.ts';
import { liveText } from './text/text.ts';

const ANY = '*';

export interface LiveFiltersProps {
  readonly view: LiveView;
  readonly answer:
    | { readonly rows: readonly LiveEvent[]; readonly events: readonly string[]; readonly sources: readonly string[] }
    | undefined;
  readonly onChange: (change: Partial<LiveView>, how?: 'push' | 'replace') => void;
}

/** Narrows the arrivals: by text, event, source and outcome, and to whoever is followed. */
export const LiveFilters = ({ view, answer, onChange }: LiveFiltersProps) => {
  const t = useText(liveText);
  const nameOf = useFactName();
  const choices = (names: readonly string[], chosen: string | undefined, any: string, said = (name: string) => name) => [
    { value: ANY, label: any },
    ...[...new Set([...names, ...(chosen ? [chosen] : [])])].map((value) => ({ value, label: said(value) })),
  ];
  const who = followedName(view, answer?.rows ?? []);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox label={t('search')} value={view.text} className="w-64 max-w-full" onChange={(text) => onChange({ text }, 'replace')} />
      <div className="w-44">
        <Select
          label={t('event')}
          value={view.event ?? ANY}
          onChange={(event) => onChange({ event: event === ANY ? undefined : event })}
          options={choices(answer?.events ?? [], view.event, t('anyEvent'), nameOf)}
        />
      </div>
      <div className="w-44">
        <Select
          label={t('source')}
          value={view.source ?? ANY}
          onChange={(source) => onChange({ source: source === ANY ? undefined : source })}
          options={choices(answer?.sources ?? [], view.source, t('anySource'))}
        />
      </div>
      <div className="max-w-full overflow-x-auto">
        <SegmentedControl
          label={t('state')}
          value={view.only}
          onChange={(only) => onChange({ only })}
          options={(['all', 'refused', 'remarked', 'duplicate'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      </div>
      {who !== null && (
        <Button
          icon={X}
          aria-label={t('stopFollowing', { who })}
          onClick={() => onChange({ person: undefined, account: undefined, who: undefined })}
        >
          {t('following', { who })}
        </Button>
      )}
    </div>
  );
};

const followedName = ({ person, account, who }: LiveView, rows: readonly LiveEvent[]): string | null => {
  if (!person && !account) return null;
  const [first] = rows;
  return (person ? first?.personName : first?.accountName) ?? who ?? person ?? account ?? null;
};
