import { readableName } from '#flow/facts/web/index.ts';
import { LIFE_STAGE_WORDS, type LifeStage } from '#kernel/stage-of-life.ts';
import { formatPercent } from '#web/i18n/format.ts';
import { currentLanguage, type Text } from '#web/i18n/i18n.ts';
import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import { type Speaker, sayCondition } from '#web/ui/filter/words.ts';
import type { StageTrigger } from '../../contracts.ts';
import { DEAL_LOST, readCause } from '../../domain/lifecycle/triggers.ts';
import { en } from './text/en.ts';
import type { ruleText } from './text/text.ts';

export type RuleText = Text<(typeof ruleText)['en']>;

/** The name of a fact within a sentence. `factName` says it where it stands alone; English has a noun in the fact's own name ("report exported"). */
export const eventName = (event: string, t: RuleText, factName: (event: string) => string): string =>
  Object.hasOwn(en.event, event)
    ? t(`event.${event as keyof typeof en.event}`)
    : currentLanguage() === 'en'
      ? readableName(event)
      : lowerFirst(factName(event));

/** The properties of facts by which a trigger can be narrowed; `displayNames` are those that the workspace gave them. */
export const propertyFields = (t: RuleText, displayNames: ReadonlyMap<string, string>): readonly FieldDefinition[] =>
  (Object.keys(en.property) as readonly (keyof typeof en.property)[]).map((key) => ({
    key,
    label: displayNames.get(key) ?? t(`property.${key}`),
    type: 'text',
  }));

/** What it takes to say a trigger: how numbers and conditions are said, and what events are called. */
export interface TriggerSpeaker extends Omit<Speaker, 'fields'> {
  readonly eventName: (event: string) => string;
  /** What the workspace calls properties, by the names under which they are sent. */
  readonly displayNames: ReadonlyMap<string, string>;
}

/** A trigger as a sentence: "page viewed happens where Page address contains /pricing". */
export const sayTrigger = (trigger: StageTrigger, t: RuleText, speaker: TriggerSpeaker): string => {
  switch (trigger.kind) {
    case 'fact': {
      const or = currentLanguage() === 'zh-CN' ? t('say.or') : ` ${t('say.or')} `;
      const events = trigger.events.map(speaker.eventName).join(or) || t('say.noEvent');
      return [
        upperFirst(t('say.fact', { events })),
        trigger.times > 1 && t('say.times', { count: trigger.times }),
        (trigger.people ?? 1) > 1 && t('say.people', { count: trigger.people ?? 1 }),
        trigger.withinDays !== null && t('say.within', { count: trigger.withinDays }),
        trigger.where &&
          t('say.where', { condition: sayCondition(trigger.where, { ...speaker, fields: propertyFields(t, speaker.displayNames) }) }),
      ]
        .filter(Boolean)
        .join(currentLanguage() === 'zh-CN' ? '，' : ' ');
    }
    case 'mrr_above_start':
      return trigger.byRatio === 0
        ? t('trigger.mrr_above_start')
        : t('say.above', { share: formatPercent(speaker.reader, trigger.byRatio) });
    case 'term_ends_within':
      return t('say.term', { count: trigger.days });
    case 'lead_score':
      return t('say.score', { score: trigger.atLeast, grade: trigger.gradeAtLeast });
    default:
      return t(`trigger.${trigger.kind}`);
  }
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of a stage in the reader's language; accounts outside of all stages stand nowhere. */
export const stageName = (stage: LifeStage | null, t: RuleText): string =>
  stage === null ? t('result.nowhere') : LIFE_STAGE_WORDS[stage][currentLanguage()];

/** Why an account would move, in words. */
export const sayCause = (cause: string, t: RuleText): string | null => {
  if (cause === '') return null;
  const { stage, kind } = readCause(cause);
  if (kind === DEAL_LOST) return t('result.lost');
  return Object.hasOwn(en.trigger, kind) ? t('result.because', { stage: stageName(stage, t), cause: t(`trigger.${kind}`) }) : null;
};
