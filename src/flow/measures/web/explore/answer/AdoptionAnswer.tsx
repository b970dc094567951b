import { Bars } from '#web/charts/Bars.tsx';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { AnswerProps } from './answer-props.ts';
import { Figures } from './Figures.tsx';
import { Finding } from './Finding.tsx';
import { useAnswerWords } from './use-answer-words.ts';

/** Which share of those who may use a feature does, and how often. */
export const AdoptionAnswer = ({ question, answer, placeOf, onOpen }: AnswerProps<'adoption'>) => {
  const words = useAnswerWords(question);
  const { t, placeName } = words;
  const reader = useReader();
  const features = answer.features
    .map((feature, index) => ({ ...feature, index, name: placeName(index) }))
    .toSorted((a, b) => (b.share.value ?? -1) - (a.share.value ?? -1));
  const best = features[0];
  return (
    <>
      {best && best.share.value !== null && features.length > 1 && (
        <Finding>{t('headline.adoption', { name: best.name, share: formatPercent(reader, best.share.value) })}</Finding>
      )}
      <Bars
        lying
        label={t('chart.adoption')}
        dimension={t('places.adoption')}
        names={features.map(({ name }) => name)}
        groups={[{ name: t('chart.share'), values: features.map(({ share }) => share.value) }]}
        format={{ kind: 'percent' }}
        onPick={(_, at) => features[at] && onOpen({ index: features[at].index, outcome: 'reached' })}
      />
      <Figures
        caption={t('chart.figures')}
        heads={[t('places.adoption'), t('chart.share'), t('chart.using'), t('chart.eligible'), t('chart.depth')]}
        rows={features.map(({ index, name, share, depth }) => ({
          key: String(index),
          name,
          cells: [
            { text: share.value === null ? '—' : formatPercent(reader, share.value) },
            {
              text: formatNumber(reader, share.numerator ?? 0),
              to: share.numerator ? placeOf({ index, outcome: 'reached' }) : undefined,
            },
            {
              text: formatNumber(reader, share.denominator ?? 0),
              to: share.denominator ? placeOf({ index, outcome: 'eligible' }) : undefined,
            },
            { text: depth.value === null ? '—' : formatNumber(reader, depth.value, { digits: 1 }) },
          ],
        }))}
      />
    </>
  );
};
