import { useText } from '#web/i18n/i18n.ts';
import { StatusPill, type Tone } from '#web/ui/StatusPill.tsx';
import type { LiveEvent } from '../../contracts.ts';
import { liveText } from './text/text.ts';

const TONES = { taken: 'good', remarked: 'warn', duplicate: 'unknown', refused: 'bad' } as const satisfies Record<string, Tone>;

/** What became of an arrival, in a word. */
export const Outcome = ({ row }: { readonly row: Pick<LiveEvent, 'outcome' | 'warnings' | 'lateMs'> }) => {
  const t = useText(liveText);
  const hasRemark = row.outcome === 'taken' && (row.warnings.length > 0 || row.lateMs !== null);
  const outcome = hasRemark ? 'remarked' : row.outcome;
  return (
    <StatusPill tone={TONES[outcome]} look="bare">
      {t(`outcome.${outcome}`)}
    </StatusPill>
  );
};
