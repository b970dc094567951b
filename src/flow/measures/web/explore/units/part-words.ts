import { periodName } from '#web/charts/period-name.ts';
import { formatDuration, type Reader } from '#web/i18n/format.ts';
import type { AnswerPart, Question } from '../../../question-contracts.ts';
import { spanWords } from '../answer/span-words.ts';
import type { AnswerWords } from '../answer/use-answer-words.ts';

/** A part of an answer in words: "Signed up · stopped after Invited · week of 3 May · Team". */
export const partWords = (question: Question, part: AnswerPart, words: AnswerWords, reader: Reader): string => {
  const { t, sliceName } = words;
  const what = whatWords(question, part, { ...words, reader });
  const when = part.period === null ? null : periodName(reader, part.period, question.interval);
  const period = when !== null && question.kind === 'retention' ? t('units.cohort', { period: when }) : when;
  return [what, period, part.slice === null ? null : sliceName(part.slice)].filter(Boolean).join(' · ');
};

const whatWords = (
  question: Question,
  { index, outcome, from, to }: AnswerPart,
  words: AnswerWords & { readonly reader: Reader },
): string => {
  const { t, placeName, rawName, reader } = words;
  const length = (seconds: string) => formatDuration(reader, Number(seconds) * 1_000);
  const name = placeName(index ?? 0);
  switch (question.kind) {
    case 'funnel':
      if (question.view === 'times' && from !== null && to !== null) return t('units.took', { least: length(from), below: length(to) });
      return outcome === 'dropped'
        ? t('units.dropped', { name })
        : outcome === 'open'
          ? t('units.open', { name })
          : t('units.reached', { name });
    case 'retention': {
      if (index === null) return '';
      const period = t(`nth.${question.interval}`, { n: index });
      return t(outcome === 'lost' ? 'units.lost' : 'units.back', { period });
    }
    case 'stickiness':
      if (question.view === 'actives') return [t('chart.day'), t('chart.week'), t('chart.month')][index ?? 2] ?? '';
      return index === null ? '' : t('units.activeIn', { span: spanWords(question, index, t) });
    case 'lifecycle':
      return outcome === 'fresh' || outcome === 'returning' || outcome === 'resurrecting' || outcome === 'dormant'
        ? t(`chart.${outcome}`)
        : '';
    case 'paths': {
      if (outcome !== null) {
        const followed = rawName(question.follow[index ?? 0] ?? '');
        return t(outcome === 'dropped' ? 'units.dropped' : 'units.reached', { name: followed });
      }
      const end = (raw: string) => (raw === '' ? t('chart.end') : raw === '…' ? t('chart.rest') : rawName(raw));
      if (from !== null && to !== null) return t('units.went', { from: end(from), to: end(to) });
      return from !== null ? end(from) : to !== null ? end(to) : '';
    }
    case 'sessions':
      return from === null ? t('chart.visits') : from === '' ? t('chart.missing') : from;
    case 'adoption':
      return t(outcome === 'eligible' ? 'units.eligible' : outcome === 'dropped' ? 'units.notUsing' : 'units.using', { name });
    case 'trend':
      return name;
  }
};
