import Info from 'lucide-react/icons/info';
import { useState } from 'react';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useNavigation } from '#web/ui/navigation.ts';
import { Popover } from '#web/ui/Popover.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { segmentField } from '../../../condition-contracts.ts';
import type { Breakdown, MetricCard } from '../../../contracts.ts';
import { segmentsOfBreakdown } from '../../../domain/segments/segment-mix.ts';
import { useSegmentChoices } from '../../BreakdownChoice.tsx';
import { DefinitionCard } from '../../DefinitionCard.tsx';
import { MetricAnswer } from '../../MetricAnswer.tsx';
import { rowsPlace } from '../../metric-place.ts';
import type { MetricView, RowsPart } from '../../metric-view.ts';
import { isDimension } from '../../metric-words.ts';
import { metricText } from '../../text/text.ts';
import { useSeen } from '../../use-seen.ts';
import { savedText } from '../saved/text/text.ts';
import { CompactContext } from './compact.ts';
import { useMetricAnswer } from './metric-tile.ts';

export interface MetricTileProps {
  readonly card: MetricCard;
  readonly view: MetricView;
}

/** The answer of a metric on a board, asked once it is looked at; a press leads to its page with the rows open. */
export const MetricTileAnswer = ({ card, view }: MetricTileProps) => {
  const navigation = useNavigation();
  const [place, seen] = useSeen<HTMLDivElement>();
  const { result, error } = useMetricAnswer(card.id, view, seen);
  const placeOf = (part: RowsPart) => rowsPlace(card.id, view, part);
  return (
    <div ref={place} className="flex min-h-40 min-w-0 flex-col gap-4">
      {error ? (
        <p className="text-13 text-bad">{error instanceof Error ? error.message : String(error)}</p>
      ) : !result ? (
        <Skeleton shape="chart" />
      ) : (
        <CompactContext value={true}>
          <MetricAnswer
            card={card}
            result={result}
            placeOf={placeOf}
            onOpen={(part) => navigation.push(navigation.hrefOf(placeOf(part)))}
          />
        </CompactContext>
      )}
    </div>
  );
};

/** What kind of thing stands on the tile: a metric, divided by what, of all accounts or some. */
export const MetricTileWords = ({ view }: Pick<MetricTileProps, 'view'>) => {
  const t = useText(savedText);
  const breakdown = useBreakdownName(view.by);
  return [t('metric'), breakdown, view.filter && t('someAccounts')].filter(Boolean).join(' · ');
};

const useBreakdownName = (by: Breakdown | undefined): string | null => {
  const t = useText(metricText);
  const segments = useSegmentChoices();
  if (by === undefined) return null;
  if (isDimension(by)) return t(`dimension.${by}`);
  return segmentsOfBreakdown(by)
    .map((id) => segments.find(({ key }) => key === segmentField(id))?.label ?? t('segmentGone'))
    .join(' + ');
};

/** What the metric on a tile means, exactly; its SQL; as of when. */
export const MetricMeaning = ({ card, view }: MetricTileProps) => {
  const t = useText(savedText);
  const [open, setOpen] = useState(false);
  const { result } = useMetricAnswer(card.id, view, open);
  return (
    <Popover
      label={t('meaning', { name: card.name[currentLanguage()] })}
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="max-h-[70vh] w-96 max-w-[calc(100vw-2rem)] overflow-y-auto"
      trigger={
        <button
          type="button"
          aria-label={t('meaning', { name: card.name[currentLanguage()] })}
          className="no-print inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
        >
          <Info size={16} aria-hidden />
        </button>
      }
    >
      <DefinitionCard card={card} result={result} look="plain" />
    </Popover>
  );
};
