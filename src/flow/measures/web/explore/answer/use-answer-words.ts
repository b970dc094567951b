import { useCallback, useMemo } from 'react';
import { useFactName } from '#flow/facts/web/index.ts';
import { formatCountry, isCountryField, type Reader } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { Question } from '../../../question-contracts.ts';
import { placesOf } from '../draft.ts';
import { type ExploreText, exploreText } from '../text/text.ts';
import { eventsIn, useFieldsOf, usePlaceName } from '../use-question-words.ts';

/** The value of a breakdown that is all of them, and the one that is the rest. */
export const ALL_SLICES = '*';
export const OTHER_SLICES = '…';

/** The words in which an answer is told. */
export interface AnswerWords {
  readonly t: ExploreText;
  /** The fact in a place of the question, from 0. */
  readonly placeName: (at: number) => string;
  /** A value of the breakdown. */
  readonly sliceName: (key: string) => string;
  /** A fact, or another name of a step, by its raw name. */
  readonly rawName: (name: string) => string;
  /** Who reads: how names and sentences are put together. */
  readonly reader: Reader;
  /** "12 people", "3 accounts". */
  readonly units: (count: number) => string;
}

/** Says what the parts of an answer are called. */
export const useAnswerWords = (question: Question): AnswerWords => {
  const t = useText(exploreText);
  const reader = useReader();
  const factName = useFactName();
  const nameOf = usePlaceName();
  const fields = useFieldsOf(eventsIn(question));
  const places = placesOf(question);
  const language = currentLanguage();
  const field = question.breakdown?.field ?? '';
  const isFact = field === 'event.name';
  const divided = fields.find(({ key }) => key === field);
  const placeName = useCallback((at: number) => (places[at] ? nameOf(places[at]) : String(at + 1)), [places, nameOf]);
  const sliceName = useCallback(
    (key: string) => {
      if (key === ALL_SLICES) return t('chart.all');
      if (key === OTHER_SLICES) return t('chart.rest');
      if (key === '') return t('chart.missing');
      if (divided?.type === 'membership') return t(key === 'true' ? 'chart.inside' : 'chart.outside', { segment: divided.label });
      if (isFact) return factName(key);
      const known = divided?.options?.find(({ value }) => value === key)?.label ?? key;
      return isCountryField(field) ? formatCountry({ locale: language }, known) : known;
    },
    [t, factName, isFact, divided, field, language],
  );
  const { unit } = question;
  const units = useCallback(
    (count: number) => t(unit === 'person' ? 'headline.people' : unit === 'account' ? 'headline.accounts' : 'headline.others', { count }),
    [t, unit],
  );
  return useMemo(() => ({ t, placeName, sliceName, rawName: factName, reader, units }), [t, placeName, sliceName, factName, reader, units]);
};
