import { Bars } from '#web/charts/Bars.tsx';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import type { ChartMark } from '#web/charts/mark-series.ts';
import { periodName } from '#web/charts/period-name.ts';
import { formatDuration, formatNumber } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Section } from '#web/ui/Section.tsx';
import { fieldName } from '../fields.ts';
import { eventsIn, useFieldsOf } from '../use-question-words.ts';
import type { AnswerProps } from './answer-props.ts';
import { Figures } from './Figures.tsx';
import { Finding } from './Finding.tsx';
import { ALL_SLICES, type AnswerWords, useAnswerWords } from './use-answer-words.ts';

type Points = AnswerProps<'sessions'>['answer']['slices'][number]['points'];

const NUMBER = { kind: 'number' } as const;
const MOST_LINES = 8;
const MOST_MODULES = 20;

/** How many visits began, who came, how long they stayed, and where the time went. */
export const SessionsAnswer = (props: AnswerProps<'sessions'> & { readonly marks?: readonly ChartMark[] }) => {
  const { question, answer, marks, placeOf, onOpen } = props;
  const words = useAnswerWords(question);
  const { t, sliceName } = words;
  const reader = useReader();
  const { slices, modules } = answer;
  const drawn = slices.slice(0, MOST_LINES);
  const points = drawn[0]?.points ?? [];
  const periods = points.map(({ period }) => period);
  const part = (key: string) => (key === ALL_SLICES ? {} : { slice: key });
  return (
    <>
      {slices.length === 1 && <VisitsFinding points={points} t={t} />}
      {drawn.length > 1 ? (
        <LineSeries
          label={t('chart.sessions')}
          periods={periods}
          grain={question.interval}
          lines={drawn.map(({ key, points: own }) => ({ name: sliceName(key), values: own.map(({ sessions }) => sessions) }))}
          format={NUMBER}
          height={300}
          marks={marks}
          onPick={(name, at) => {
            const slice = drawn.find(({ key }) => sliceName(key) === name);
            if (slice) onOpen({ ...part(slice.key), period: periods[at] ?? null });
          }}
        />
      ) : (
        <Bars
          label={t('chart.sessions')}
          dimension={t('chart.period')}
          names={periods.map((period) => periodName(reader, period, question.interval))}
          groups={[{ name: t('chart.visits'), values: points.map(({ sessions }) => sessions) }]}
          format={NUMBER}
          height={300}
          marks={marks}
          onPick={(_, at) => onOpen({ period: periods[at] ?? null })}
        />
      )}
      {modules && <Modules {...props} words={words} />}
      {drawn.map(({ key, points: own }) => (
        <Section key={key} title={slices.length === 1 ? t('chart.figures') : sliceName(key)}>
          <Figures
            caption={t('chart.figures')}
            heads={[
              t('chart.period'),
              t('chart.visits'),
              t('chart.visitors'),
              t('chart.facts'),
              t('chart.ofOneEvent'),
              t('chart.medianOfLonger'),
            ]}
            rows={own.map(({ period, sessions, units, facts, longer }) => ({
              key: period,
              name: periodName(reader, period, question.interval),
              cells: [
                { text: formatNumber(reader, sessions), to: sessions > 0 ? placeOf({ ...part(key), period }) : undefined },
                { text: formatNumber(reader, units) },
                { text: formatNumber(reader, facts), quiet: true },
                { text: formatNumber(reader, sessions - longer.n), quiet: true },
                { text: longer.median === null ? '—' : formatDuration(reader, longer.median * 1_000) },
              ],
            }))}
          />
        </Section>
      ))}
    </>
  );
};

const VisitsFinding = ({ points, t }: { readonly points: Points; readonly t: AnswerWords['t'] }) => {
  const count = points.reduce((sum, { sessions }) => sum + sessions, 0);
  const single = points.reduce((sum, { sessions, longer }) => sum + sessions - longer.n, 0);
  return <Finding note={single > 0 && t('headline.visitsOfOne', { count: single })}>{t('headline.visits', { count })}</Finding>;
};

const Modules = ({ question, answer, words, placeOf, onOpen }: AnswerProps<'sessions'> & { readonly words: AnswerWords }) => {
  const { t } = words;
  const reader = useReader();
  const fields = useFieldsOf(eventsIn(question));
  const modules = (answer.modules ?? []).toSorted((a, b) => b.seconds - a.seconds);
  const drawn = modules.slice(0, MOST_MODULES);
  const name = (module: string) => (module === '' ? t('chart.missing') : module);
  const title = t('chart.modules', { what: question.module === null ? '' : fieldName(question.module, fields, t) });
  if (drawn.length === 0) return null;
  return (
    <Section title={title}>
      <Bars
        lying
        label={title}
        dimension={t('chart.slice')}
        names={drawn.map(({ module }) => name(module))}
        groups={[{ name: t('chart.time'), values: drawn.map(({ seconds }) => seconds * 1_000) }]}
        format={{ kind: 'duration' }}
        onPick={(_, at) => drawn[at] && onOpen({ from: drawn[at].module })}
      />
      <Figures
        caption={title}
        heads={[t('chart.slice'), t('chart.time'), t('chart.visitors'), t('chart.visits')]}
        rows={modules.map(({ module, seconds, units, sessions }) => ({
          key: module,
          name: name(module),
          cells: [
            { text: formatDuration(reader, seconds * 1_000) },
            { text: formatNumber(reader, units), to: placeOf({ from: module }) },
            { text: formatNumber(reader, sessions) },
          ],
        }))}
      />
    </Section>
  );
};
