import { Funnel } from '#web/charts/Funnel.tsx';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import type { AnswerProps } from './answer-props.ts';
import { partName } from './metric-words.ts';
import { metricText } from './text/text.ts';

const DAY = 86_400_000;

/** How many get from step to step, how long half of them take, and who they are. */
export const FunnelAnswer = ({ card, result, placeOf }: AnswerProps) => {
  const t = useText(metricText);
  return (
    <div className="flex max-w-200 flex-col gap-4">
      <p className="max-w-[72ch] text-13 text-muted">{t('funnelHint')}</p>
      <Funnel
        label={card.name[currentLanguage()]}
        steps={(result.funnel ?? []).map((step) => ({
          name: partName(step.key, step.label, t),
          count: step.units,
          fromFirst: step.fromFirst.value,
          onward: { ratio: step.fromPrevious.value, part: step.fromPrevious.numerator, whole: step.fromPrevious.denominator },
          medianMs: step.medianDays === null ? null : step.medianDays * DAY,
          reachedTo: placeOf({ period: null, series: step.key }),
        }))}
      />
    </div>
  );
};
