import { type Condition, EVERYTHING } from '#kernel/condition.ts';
import { useWorkspace } from '#web/app/session.ts';
import { formatDate, formatDuration } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { isMembership } from '#web/ui/filter/fields.ts';
import { sayCondition } from '#web/ui/filter/words.ts';
import { Facts, Section } from '#web/ui/Section.tsx';
import type { Question, QuestionResult } from '../../question-contracts.ts';
import { SqlBox } from '../SqlBox.tsx';
import { placesOf, usesInterval } from './draft.ts';
import { fieldName } from './fields.ts';
import { type ExploreText, exploreText } from './text/text.ts';
import { eventsIn, useFieldsOf, usePlaceName } from './use-question-words.ts';

/** What exactly was asked, in words; how fresh the answer is; and the SQL that ran. */
export const QuestionCard = ({ result }: { readonly result: QuestionResult }) => {
  const t = useText(exploreText);
  const reader = useReader();
  const sentences = useDefinition(result.question);
  return (
    <Section title={t('definition.title')} look="boxed">
      <div className="flex max-w-[80ch] flex-col gap-1 text-13">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="mt-2 max-w-120">
        <Facts
          facts={[
            { label: t('definition.asked'), value: formatDate(reader, result.asOf, 'datetime') },
            {
              label: t('definition.freshness'),
              value: result.freshness === null ? t('definition.noFacts') : <DateTime at={result.freshness} style="ago" />,
            },
            { label: t('definition.took'), value: t('definition.tookMs', { count: Math.round(result.tookMs) }) },
          ]}
        />
      </div>
      <SqlBox statements={result.sql} />
    </Section>
  );
};

/** The question in sentences: what is counted, of whom, when, and how. */
const useDefinition = (question: Question): readonly string[] => {
  const t = useText(exploreText);
  const ui = useText(uiText);
  const reader = useReader();
  const { timeZone } = useWorkspace();
  const fields = useFieldsOf(eventsIn(question));
  const nameOf = usePlaceName();
  const say = (condition: Condition) => sayCondition(condition, { fields, reader, t: ui });
  const unit =
    question.unit === 'person'
      ? t('definition.unitPerson')
      : question.unit === 'account'
        ? t('definition.unitAccount')
        : t('definition.unitOther');
  const places = placesOf(question).map((place) =>
    [
      nameOf(place),
      place.where && t('definition.where', { condition: say(place.where) }),
      place.occurrence !== 'every' && `(${t(`occurrence.${place.occurrence}`)})`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  const { filter, breakdown, range, interval, asOf } = question;
  return [
    t('definition.counts', { unit }),
    t('definition.asks', {
      what: t(`places.${question.kind}`),
      places: places.join(question.kind === 'funnel' ? ' → ' : t('definition.and')),
    }),
    ...rulesOf(question, t, (seconds) => formatDuration(reader, seconds * 1_000)),
    ...(filter && JSON.stringify(filter) !== JSON.stringify(EVERYTHING) ? [t('definition.filter', { condition: say(filter) })] : []),
    ...(breakdown ? [dividedWords(breakdown, fieldName(breakdown.field, fields, t), t)] : []),
    t(usesInterval(question) ? 'definition.period' : 'definition.range', {
      from: formatDate(reader, range.from.slice(0, 10)),
      to: formatDate(reader, lastDay(range.to)),
      interval: t(`interval.${interval}`).toLocaleLowerCase(reader.locale),
      zone: question.timeZone ?? timeZone,
    }),
    ...(asOf === null ? [] : [t('definition.asOf', { at: formatDate(reader, asOf, 'datetime') })]),
  ];
};

const dividedWords = ({ field, top }: NonNullable<Question['breakdown']>, name: string, t: ExploreText): string =>
  isMembership(field) ? t('definition.breakdownSegment', { segment: name }) : t('definition.breakdown', { field: name, count: top });

const rulesOf = (question: Question, t: ExploreText, length: (seconds: number) => string): readonly string[] => {
  switch (question.kind) {
    case 'funnel':
      return [
        t('definition.funnel', { window: length(question.windowSeconds) }),
        ...(question.order === 'strict' ? [t('definition.funnelStrict')] : question.order === 'any' ? [t('definition.funnelAny')] : []),
      ];
    case 'stickiness':
      return [t(question.view === 'actives' ? 'definition.actives' : 'definition.stickiness')];
    case 'paths':
      return [t('definition.paths', { count: question.gapMinutes })];
    case 'sessions':
      return [t('definition.sessions', { count: question.gapMinutes })];
    case 'trend':
      return question.series.some(({ count }) => count.of === 'units') ? [t('definition.trend')] : [];
    default:
      return [t(`definition.${question.kind}`)];
  }
};

const lastDay = (to: string): string =>
  to.length > 10 ? to.slice(0, 10) : new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
