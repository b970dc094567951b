import type { FieldInfo } from '#kernel/page.ts';
import type { Language } from '#kernel/words.ts';
import { formatCountry, isCountryField } from '#web/i18n/format.ts';
import { fieldDefinitionsOf } from '#web/ui/filter/field-infos.ts';
import { type FieldDefinition, isMembership } from '#web/ui/filter/fields.ts';
import { isRecordedField } from '#web/ui/filter/recorded-fields.ts';
import { type SegmentUnit, segmentField } from '../../condition-contracts.ts';
import type { QuestionField } from '../../question-contracts.ts';
import type { ExploreText } from './text/text.ts';

/** What it takes to say by which fields questions can be asked. */
export interface FieldSources {
  /** Properties of the events of the question, as found. */
  readonly event: readonly QuestionField[];
  /** Of accounts, as their list knows them. */
  readonly account: readonly FieldInfo[];
  /** Of people, as their list knows them; none for readers who may not see what they are. */
  readonly person: readonly FieldInfo[];
  readonly segments: readonly NamedSegment[];
  /** What the workspace calls properties, by the names under which they are sent. */
  readonly displayNames: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly currency: string;
  readonly t: ExploreText;
}

/** A segment by which questions can be asked. */
export interface NamedSegment {
  readonly id: string;
  readonly name: string;
  readonly unit: SegmentUnit;
}

/** `event.name` is what the fact is called, whatever a property of that name is. */
const FACT = 'name';
/** What somebody does with the product; senders call it so, and it is asked for in the reader's words. */
const ROLE = 'x.role';
const NAMED = ['name', 'feature', 'path', 'channel', 'subject', 'source', 'amount'] as const;
/** Fields of the list of accounts under the names that questions have for them. */
const OUTSIDE: Readonly<Record<string, string>> = {
  stage: 'stage',
  health: 'signal.health',
  health_band: 'signal.health_band',
  lead_score: 'signal.lead_score',
  lead_grade: 'signal.lead_grade',
};

/** The fields by which a question can be filtered and divided: of events with their values, of accounts, of people, and segments. */
export const questionFields = (sources: FieldSources): readonly FieldDefinition[] => [
  ...sources.event.map((field) => eventField(field, sources)),
  ...accountFields(sources),
  ...personFields(sources),
  ...segmentFields(sources),
];

/** A field by its name alone, in words; its key where nothing is known of it, but never the id of a segment. */
export const fieldName = (key: string, fields: readonly FieldDefinition[], t: ExploreText): string => {
  const known = fields.find((field) => field.key === key);
  if (known) return known.label;
  return isMembership(key) ? t('fields.segmentGone') : spelled(key.replace(/^\w+\./, ''));
};

const eventField = ({ field, isNumber, distinct, values }: QuestionField, { t, language, displayNames }: FieldSources): FieldDefinition => {
  const key = field.slice('event.'.length);
  const known = NAMED.find((name) => name === key);
  const shown = {
    key: field,
    label: (key === FACT ? undefined : displayNames.get(key)) ?? (known ? t(`fields.${known}`) : spelled(key)),
    group: t('fields.event'),
    detail: values
      .slice(0, 3)
      .map(({ value }) => value)
      .join(', '),
  };
  if (isNumber) return { ...shown, type: 'number' };
  const isComplete = values.length > 0 && distinct <= values.length;
  if (!isComplete) return { ...shown, type: 'text', suggestions: values.map(({ value }) => value) };
  return {
    ...shown,
    type: 'choice',
    options: values.map(({ value, count }) => ({
      ...{ value, detail: String(count) },
      label: isCountryField(field) ? formatCountry({ locale: language }, value) : value,
    })),
  };
};

const accountFields = ({ account, language, currency, t }: FieldSources): readonly FieldDefinition[] => {
  const askable = account.filter((field) => isRecordedField(field) || OUTSIDE[field.key]);
  return fieldDefinitionsOf(askable, { language, currency }).map((field) => ({
    ...field,
    key: OUTSIDE[field.key] ?? `account.${field.key}`,
    group: t('fields.account'),
  }));
};

const personFields = ({ person, language, currency, t }: FieldSources): readonly FieldDefinition[] => [
  { key: 'person.title', label: t('fields.title'), type: 'text', group: t('fields.person') },
  { key: 'person.channel', label: t('fields.firstChannel'), type: 'text', group: t('fields.person') },
  ...fieldDefinitionsOf(
    person.filter(({ key }) => key.startsWith('x.')),
    { language, currency },
  ).map((field) => ({
    ...field,
    ...(field.key === ROLE && { label: t('fields.role') }),
    key: `person.${field.key}`,
    group: t('fields.person'),
  })),
];

const segmentFields = ({ segments, t }: FieldSources): readonly FieldDefinition[] =>
  ['account' as const, 'person' as const].flatMap((unit) =>
    segments
      .filter((segment) => segment.unit === unit)
      .map(({ id, name }) => ({ key: segmentField(id), label: name, type: 'membership', group: t(`fields.segmentOf.${unit}`) })),
  );

const spelled = (key: string): string => {
  const words = key.replace(/^x\./, '').replaceAll('_', ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
