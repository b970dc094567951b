import { formatDate } from '#web/i18n/format.ts';
import { type Speaker, sayCondition, sayTree } from '#web/ui/filter/words.ts';
import type { Behaviour, Doing, SegmentCondition, SegmentWindow } from '../../condition-contracts.ts';
import type { SegmentText } from './text/text.ts';

/** What it takes to say the condition of a segment aloud. */
export interface SegmentSpeaker extends Speaker {
  readonly segment: SegmentText;
  /** What an event is called. */
  readonly eventName: (event: string) => string;
  readonly eventFields: Speaker['fields'];
}

/** Whom a segment holds, as a person would say it. */
export const saySegment = (condition: SegmentCondition, speaker: SegmentSpeaker): string =>
  sayTree<Behaviour>(condition, speaker, (test) => sayBehaviour(test, speaker));

const sayBehaviour = (test: Behaviour, speaker: SegmentSpeaker): string => {
  const { segment: t } = speaker;
  const when = sayWindow(test.within, speaker);
  if ('did' in test) {
    const what = sayDoing(test.did, speaker);
    if (test.op === 'lte' && test.count === 0) return t('said.didNot', { what, when }).trim();
    const n = t(COUNTED[test.of], { count: test.count });
    return t(`said.${test.of}`, { what, when, n, op: t(`op.${test.op}`) }).trim();
  }
  if ('sequence' in test) {
    const what = test.sequence.map((doing) => sayDoing(doing, speaker)).join(' → ');
    return t('said.sequence', { what, when, n: t('said.nDays', { count: Math.max(1, Math.round(test.withinSeconds / DAY)) }) }).trim();
  }
  const then = test.op === 'before' ? sayBefore(test.within, speaker) : when;
  return t('said.moment', { what: sayDoing(test.of, speaker), when: then, moment: t(`moment.${test.moment}`) }).trim();
};

const DAY = 86_400;
const COUNTED = { times: 'said.nTimes', days: 'said.nDays', people: 'said.nPeople' } as const;

const sayDoing = ({ events, where }: Doing, { segment: t, eventName, eventFields, ...speaker }: SegmentSpeaker): string => {
  const names =
    events.length === 0
      ? t('said.anything')
      : events.map((event) => t('said.event', { name: eventName(event) })).join(` ${speaker.t('filter.or')} `);
  return where === null
    ? names
    : `${names} ${speaker.t('filter.brackets', { condition: sayCondition(where, { ...speaker, fields: eventFields }) })}`;
};

const sayWindow = (window: SegmentWindow, speaker: SegmentSpeaker): string => {
  const { segment: t, reader } = speaker;
  if (window.kind === 'ever') return '';
  if (window.kind === 'between') return t('said.between', { from: formatDate(reader, window.from), to: formatDate(reader, window.to) });
  return t(window.kind === 'days' ? 'said.inDays' : 'said.inHours', { n: sayLength(window, t) });
};

// Before a window that ends now is longer ago than it reaches back.
const sayBefore = (window: SegmentWindow, { segment: t, reader }: SegmentSpeaker): string => {
  if (window.kind === 'ever') return '';
  return window.kind === 'between'
    ? t('said.before', { from: formatDate(reader, window.from) })
    : t('said.agoDays', { n: sayLength(window, t) });
};

const sayLength = (window: Extract<SegmentWindow, { kind: 'days' | 'hours' }>, t: SegmentText): string =>
  window.kind === 'days' ? t('said.nDays', { count: window.days }) : t('said.nHours', { count: window.hours });
