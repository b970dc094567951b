import { formatCountry, isCountryField } from '#web/i18n/format.ts';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { segmentField } from '../condition-contracts.ts';
import type { Breakdown, MetricResult } from '../contracts.ts';
import { segmentsOfBreakdown } from '../domain/segments/segment-mix.ts';
import type { MetricText } from './metric-words.ts';

/** A segment of accounts as fields name it: `segment.<id>` with its name. */
export interface SegmentChoice {
  readonly key: string;
  readonly label: string;
}

/** The breakdown by these segments, in order; undefined for none. */
export const breakdownBySegments = (ids: readonly string[]): Breakdown | undefined =>
  ids.length === 0 ? undefined : `segment.${ids.join('+')}`;

/** The answer with its parts called by name where it is divided by segments or countries; unchanged where it is not. */
export const withPartNames = (result: MetricResult, segments: readonly SegmentChoice[], t: MetricText): MetricResult => {
  const { breakdown } = result.question;
  if (breakdown !== null && isCountryField(breakdown))
    return renamed(result, (_, label) => formatCountry({ locale: currentLanguage() }, label));
  const ids = segmentsOfBreakdown(breakdown);
  if (ids.length === 0) return result;
  const nameOf = (id: string): string => segments.find(({ key }) => key === segmentField(id))?.label ?? t('segmentGone');
  const partOf = (key: string): string => {
    if (key === 'true') return t('inSegment', { name: nameOf(ids[0] ?? '') });
    if (key !== 'false') return key.split('+').map(nameOf).join(' + ');
    return ids.length === 1 ? t('notInSegment', { name: nameOf(ids[0] ?? '') }) : t('inNone');
  };
  return renamed(result, partOf);
};

const renamed = (result: MetricResult, nameOf: (key: string, label: string) => string): MetricResult => ({
  ...result,
  series: result.series.map((series) => (series.key === '*' ? series : { ...series, label: nameOf(series.key, series.label) })),
});
