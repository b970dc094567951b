import { useMemo } from 'react';
import { StackedMovements } from '#web/charts/StackedMovements.tsx';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import type { AnswerProps } from './answer-props.ts';
import { Headline } from './Headline.tsx';
import { movementsOf } from './movement-rows.ts';
import { metricText } from './text/text.ts';

/** What came and went of the revenue in each period, and with how much it closed; a press opens the movements. */
export const MovementsAnswer = (props: AnswerProps) => {
  const { card, result, onOpen } = props;
  const t = useText(metricText);
  const movements = useMemo(() => movementsOf(result.table?.rows ?? []), [result.table]);
  return (
    <>
      <Headline {...props} label={t('netChange')} />
      <StackedMovements
        label={card.name[currentLanguage()]}
        movements={movements}
        currency={result.currency ?? 'USD'}
        grain={result.question.interval}
        onPick={(kind, at) => onOpen({ period: movements[at]?.period ?? null, series: kind })}
      />
    </>
  );
};
