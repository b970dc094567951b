import type { SegmentTurn } from '#flow/measures/segment-contracts.ts';
import { healthFactorName } from '#flow/signals/web/index.ts';
import type { PlayTrigger } from '#kernel/play.ts';
import { LIFE_STAGE_WORDS, LifeStage } from '#kernel/stage-of-life.ts';
import { formatDate, type Reader } from '#web/i18n/format.ts';
import { currentLanguage, type Text } from '#web/i18n/i18n.ts';
import type { Task } from '../contracts.ts';
import { en } from './text/en.ts';
import type { playText } from './text/text.ts';

export type PlayText = Text<(typeof playText)['en']>;

const plain = (name: string): string => name.replaceAll('_', ' ');

/** Names of the segments of a workspace by id; undefined before they are known. */
export type SegmentNames = ReadonlyMap<string, string> | undefined;

/** Entering or leaving which segment sets the play in motion? Null where something else does. */
export const segmentTrigger = (trigger: PlayTrigger): SegmentTrigger | null => {
  if (trigger.kind !== 'fact' || trigger.subject === undefined) return null;
  const turn = TURNS.find((one) => trigger.event === `segment_${one}`);
  return turn ? { id: trigger.subject, turn } : null;
};

export interface SegmentTrigger {
  readonly id: string;
  readonly turn: SegmentTurn['turn'];
}

const TURNS = ['entered', 'left'] as const satisfies readonly SegmentTurn['turn'][];

/** What sets a play in motion, in words; segments by their names. */
export const sayTrigger = (trigger: PlayTrigger, t: PlayText, segments: SegmentNames): string => {
  const ofSegment = segmentTrigger(trigger);
  if (ofSegment) {
    const gone = segments ? t('plays.segmentGone') : '…';
    return t(`plays.trig.${ofSegment.turn}`, { segment: segments?.get(ofSegment.id) ?? gone });
  }
  switch (trigger.kind) {
    case 'signal_crosses':
      return t('plays.trig.signal_crosses', {
        signal: t(`plays.signal.${trigger.signal}`),
        to: Object.hasOwn(en.plays.to, trigger.to) ? t(`plays.to.${trigger.to as keyof typeof en.plays.to}`) : trigger.to,
      });
    case 'stage_entered':
      return t('plays.trig.stage_entered', { stage: LIFE_STAGE_WORDS[trigger.stage][currentLanguage()] });
    case 'date_near': {
      const field = Object.hasOwn(en.plays.field, trigger.field)
        ? t(`plays.field.${trigger.field as keyof typeof en.plays.field}`)
        : plain(trigger.field);
      return t(trigger.days >= 0 ? 'plays.trig.date_before' : 'plays.trig.date_after', { count: Math.abs(trigger.days), field });
    }
    case 'fact':
      return t('plays.trig.fact', {
        event: Object.hasOwn(en.evidence, trigger.event)
          ? t(`evidence.${trigger.event as keyof typeof en.evidence}`)
          : plain(trigger.event),
      });
  }
};

/** One kind of evidence, its name and what was found, in words. */
export interface SaidEvidence {
  readonly label: string;
  readonly values: readonly string[];
}

/** Evidence in words, one line for each kind: the newest finding first, nothing said twice. */
export const sayEvidence = (evidence: Task['evidence'], t: PlayText, reader: Reader): readonly SaidEvidence[] =>
  [
    ...Map.groupBy(
      evidence.toSorted((a, b) => Number(b.label === 'band') - Number(a.label === 'band')),
      (one) => one.label,
    ),
  ].map(([label, same]) => ({
    label: Object.hasOwn(en.evidence, label) ? t(`evidence.${label as keyof typeof en.evidence}`) : plain(label),
    values: sayFindings(same, t, reader),
  }));

// A date that has moved since the task was opened is told with what it was at first; all else stands with its own day.
const sayFindings = (same: Task['evidence'], t: PlayText, reader: Reader): readonly string[] => {
  const said = same.map((one) => ({ ...one, said: sayValue(one, t, reader) }));
  const [first, last] = [said[0], said.at(-1)];
  if (first && last && first.at === null && last.at === null)
    return first.said === last.said ? [last.said] : [last.said, t('evidenceFirst', { value: first.said })];
  const newest = said.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  return [
    ...new Set(
      newest.map((one) => (one.at === null || isReason(one.label) ? one.said : `${one.said} (${formatDate(reader, one.at, 'date')})`)),
    ),
  ];
};

const isReason = (label: string): boolean => label.endsWith('_reason');

const sayValue = ({ label, value }: Task['evidence'][number], t: PlayText, reader: Reader): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(reader, value, 'date');
  if (label === 'band' && Object.hasOwn(en.plays.to, value)) return t(`plays.to.${value as keyof typeof en.plays.to}`);
  if (isReason(label)) return sayReason(value, t);
  const stage = label === 'stage' ? LifeStage.safeParse(value) : null;
  return stage?.success ? LIFE_STAGE_WORDS[stage.data][currentLanguage()] : plain(value);
};

// `active_days_28 -25`: the factor, and the points it lost.
const sayReason = (value: string, t: PlayText): string => {
  const [factor = '', lost = ''] = value.split(' -');
  const name = healthFactorName(factor);
  return lost === '' ? name : t('evidencePoints', { name, points: `−${lost}` });
};
