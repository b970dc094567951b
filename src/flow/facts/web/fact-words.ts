import { formatDuration, formatMoney, type Reader } from '#web/i18n/format.ts';
import type { Text } from '#web/i18n/i18n.ts';
import type { TimelineEntry } from '../contracts.ts';
import { en } from './text/en.ts';
import type { factText } from './text/text.ts';

type FactText = Text<(typeof factText)['en']>;
type KnownEvent = keyof typeof en.event;

/** What happened, as a person would say it; an event of the customer's own keeps its name. */
export const factTitle = (entry: Pick<TimelineEntry, 'event' | 'props'>, t: FactText): string => {
  if (!Object.hasOwn(en.event, entry.event)) return sentence(readableName(entry.event));
  const { path = '', feature = '', plan = '', step = '', name = '', version = '' } = entry.props;
  return t(`event.${entry.event as KnownEvent}`, { path, feature: readableName(feature), plan, step: readableName(step), name, version });
};

/** What the title of a known fact also tells: which feature was used, which page seen. Empty where it tells nothing more. */
export const factSubject = ({ event, props }: Pick<TimelineEntry, 'event' | 'props'>): string => {
  const [, part = ''] = Object.hasOwn(en.event, event) ? (/\{\{(\w+)\}\}/.exec(en.event[event as KnownEvent]) ?? []) : [];
  const told = props[part] ?? '';
  return part === 'feature' || part === 'step' ? readableName(told) : told;
};

/** A kind of fact by its name alone, as where it is named as a cause. */
export const factName = (event: string, t: FactText): string =>
  Object.hasOwn(en.named, event) ? t(`named.${event as keyof typeof en.named}`) : factTitle({ event, props: {} }, t);

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
    props.minutes && t('after', { length: formatDuration(reader, Number(props.minutes) * 60_000) }),
    props.hours && t('after', { length: formatDuration(reader, Number(props.hours) * 3_600_000) }),
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

const sentence = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
