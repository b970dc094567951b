import { Funnel } from '#web/charts/Funnel.tsx';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import type { AnswerProps } from './MetricAnswer.tsx';
import { partName } from './metric-words.ts';
import { metricText } from './text/text.ts';

const DAY = 86_400_000;

/** How many get from step to step, how long half of them take, and who they are. */
export const FunnelAnswer = ({ card, result, placeOf }: AnswerProps) => {
  const t = useText(metricText);
  return (
    <div className="max-w-200">
      <Funnel
        label={card.name[currentLanguage()]}
        steps={(result.funnel ?? []).map((step) => ({
          name: partName(step.key, step.label, t),
          count: step.units,
          medianMs: step.medianDays === null ? null : step.medianDays * DAY,
          reachedTo: placeOf({ period: null, series: step.key }),
        }))}
      />
    </div>
  );
};
