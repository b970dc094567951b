import X from 'lucide-react/icons/x';
import { useText } from '#web/i18n/i18n.ts';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { FunnelQuestion } from '../../../question-contracts.ts';
import { exploreText } from '../text/text.ts';
import { FactPicker } from './FactPicker.tsx';

type Exclusion = FunnelQuestion['exclusions'][number];

export interface ExclusionRowProps {
  readonly exclusion: Exclusion;
  /** How many steps the funnel has. */
  readonly steps: number;
  readonly onChange: (exclusion: Exclusion) => void;
  readonly onRemove: () => void;
}

/** What may not happen between two steps. */
export const ExclusionRow = ({ exclusion, steps, onChange, onRemove }: ExclusionRowProps) => {
  const t = useText(exploreText);
  const { from, to, events } = exclusion;
  const offered = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, n) => ({ value: String(first + n), label: String(first + n + 1) }));
  return (
    <div className="flex flex-wrap items-center gap-1 rounded-md border border-line p-1 text-13">
      <FactPicker
        label={t('funnel.addExclusion')}
        value={events[0] ?? null}
        onPick={(event) => onChange({ ...exclusion, events: event === null ? [] : [event] })}
      />
      <IconButton size="small" icon={X} label={t('remove')} className="ml-auto" onClick={onRemove} />
      <div className="flex basis-full items-center gap-1 pl-1.5 text-muted">
        {t('funnel.between')}
        <Select
          look="quiet"
          label={t('funnel.between')}
          value={String(from)}
          options={offered(0, to - 1)}
          onChange={(next) => onChange({ ...exclusion, from: Number(next) })}
        />
        {t('funnel.and')}
        <Select
          look="quiet"
          label={t('funnel.and')}
          value={String(to)}
          options={offered(from + 1, steps - 1)}
          onChange={(next) => onChange({ ...exclusion, to: Number(next) })}
        />
      </div>
    </div>
  );
};
