import { formatMoney, type Reader } from '#web/i18n/format.ts';
import type { Text } from '#web/i18n/i18n.ts';
import type { TimelineEntry } from '../contracts.ts';
import { en } from './text/en.ts';
import type { factText } from './text/text.ts';

type FactText = Text<(typeof factText)['en']>;
type KnownEvent = keyof typeof en.event;

/** What happened, as a person would say it; an event of the customer's own keeps its name. */
export const factTitle = (entry: TimelineEntry, t: FactText): string => {
  if (!Object.hasOwn(en.event, entry.event)) return readableName(entry.event);
  const { path = '', feature = '', plan = '' } = entry.props;
  return t(`event.${entry.event as KnownEvent}`, { path, feature: readableName(feature), plan });
};

/** What else is worth saying about it, in a few words. */
export const factDetails = (
  entry: TimelineEntry,
  { t, reader, currency }: { t: FactText; reader: Reader; currency: string },
): readonly string[] => {
  const { props } = entry;
  const money = entry.amountMinor === null ? null : formatMoney(reader, entry.amountMinor, { currency: props.currency ?? currency });
  return [
    entry.count > 1 && t('times', { count: entry.count }),
    money && (entry.event.startsWith('subscription_') ? t('perMonth', { amount: money }) : money),
    entry.event.startsWith('subscription_') && props.seats && t('seats', { count: Number(props.seats) }),
    props.reason && t('reason', { reason: readableName(props.reason) }),
    props.feedback && `“${props.feedback}”`,
    props.priority && t('priority', { priority: priorityWord(props.priority, t) }),
    props.minutes && t('minutes', { count: Math.round(Number(props.minutes)) }),
    props.hours && t('hours', { count: Math.round(Number(props.hours)) }),
    props.score && t('score', { score: props.score }),
    props.product,
    props.rep,
    entry.personName && t('by', { who: entry.personName }),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
};

const priorityWord = (priority: string, t: FactText): string =>
  Object.hasOwn(en.priorities, priority) ? t(`priorities.${priority as keyof typeof en.priorities}`) : readableName(priority);

/** A machine's name in words: `feature_20` → `feature 20`. */
export const readableName = (name: string): string => name.replaceAll('_', ' ').trim();
