import type { FieldInfo } from '#kernel/page.ts';
import { type Language, Language as LanguageShape, type Words } from '#kernel/words.ts';
import type { ContextOf } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import { createRecent } from '#platform/recent.ts';
import { ACCOUNT_FIELDS, CUSTOM, type ListField, PERSON_FIELDS, SEGMENT } from '../../domain/condition-fields.ts';
import type { ListName } from '../../store/lists/columns.ts';
import { type CustomAttribute, customAttributes, languageOfUser, ownersOf, valuesPresent } from '../../store/lists/values-present.ts';
import type { ListsDeps, NamedSegment } from './deps.ts';

/** The fields of a list as the data has them now: values that are present, custom attributes, counted again after half a minute; segments at once. */
export interface FieldCatalogue {
  of(ws: number, list: ListName): Promise<KnownFields>;
}

export interface KnownFields {
  /** The values that records carry, by field. */
  readonly present: ReadonlyMap<string, readonly string[]>;
  readonly custom: readonly CustomAttribute[];
  readonly owners: readonly { readonly value: string; readonly label: string }[];
  readonly segments: readonly NamedSegment[];
}

const FRESH_MS = 30_000;
const MOST_KEPT = 200;

export const createFieldCatalogue = (deps: ListsDeps): FieldCatalogue => {
  const { clock } = deps;
  const kept = createRecent<CountedFields>({ ms: FRESH_MS, most: MOST_KEPT });
  const counted = (ws: number, list: ListName): Promise<CountedFields> =>
    kept.get(`${ws}:${list}`, clock.now(), () => readFields(deps, ws, list));
  return {
    of: async (ws, list) => {
      const [fields, named] = await Promise.all([counted(ws, list), deps.segments?.(ws) ?? []]);
      // Who has just made a segment looks for it by its name.
      return { ...fields, segments: named.filter(({ unit }) => unit === 'account' || list === 'people') };
    },
  };
};

type CountedFields = Omit<KnownFields, 'segments'>;

const FIELDS: Readonly<Record<ListName, readonly ListField[]>> = { accounts: ACCOUNT_FIELDS, people: PERSON_FIELDS };

const readFields = async ({ postgres: { db } }: ListsDeps, ws: number, list: ListName): Promise<CountedFields> => {
  const listed = FIELDS[list].filter((field) => field.listed);
  const [custom, owners, ...values] = await Promise.all([
    customAttributes(db, ws, list),
    ownersOf(db, ws),
    ...listed.map((field) => valuesPresent(db, ws, list, field.key)),
  ]);
  return { custom, owners, present: new Map(listed.map((field, at) => [field.key, values[at] ?? []])) };
};

/** The catalogue as a reader may see it, with labels of options in their language. */
export const fieldInfos = (list: ListName, known: KnownFields, reader: { mayMoney: boolean; language: Language }): FieldInfo[] => [
  ...FIELDS[list].filter((field) => reader.mayMoney || field.type !== 'money').map((field) => infoOf(field, known, reader.language)),
  ...known.custom.map(customInfo),
  ...known.segments.map(segmentInfo),
];

const segmentInfo = ({ id, name }: NamedSegment): FieldInfo => ({
  ...{ key: `${SEGMENT}${id}`, label: { en: name, 'zh-CN': name, es: name }, type: 'boolean', group: 'segment', sortable: false },
});

const infoOf = ({ key, type, group, words, options }: ListField, known: KnownFields, language: Language): FieldInfo => {
  const present = known.present.get(key);
  const choices =
    options?.map((option) => ({ value: option.value, label: option.words[language] })) ??
    present?.map((value) => ({ value, label: value })) ??
    (type === 'user' ? [...known.owners] : undefined);
  return { key, label: words, type, group, sortable: true, ...(choices ? { options: choices } : {}) };
};

const FEW = 20;

const customInfo = ({ key, numeric, logical, dated, values }: CustomAttribute): FieldInfo => {
  const type = numeric ? 'number' : logical ? 'boolean' : dated ? 'date' : values.length > 0 && values.length <= FEW ? 'choice' : 'text';
  return {
    key: `${CUSTOM}${key}`,
    label: wordsOf(key),
    type,
    group: 'custom',
    sortable: true,
    ...(type === 'choice' ? { options: values.map((value) => ({ value, label: value })) } : {}),
  };
};

const wordsOf = (key: string): Words => {
  const words = key.replaceAll(/[_-]+/g, ' ').trim() || key;
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return { en: label, 'zh-CN': label, es: label };
};

/** The language that files and option labels are written in: what the reader chose, else the workspace's. */
export const languageOf = async (db: Db, { actor, workspace }: ContextOf<'records.read'>): Promise<Language> => {
  const chosen = actor.kind === 'user' ? LanguageShape.safeParse(await languageOfUser(db, actor.id)) : null;
  return chosen?.success ? chosen.data : workspace.language;
};

/** The custom attribute by which a list is sorted; undefined for other fields, and for one that no record has. */
export const sortedAttribute = async (
  catalogue: FieldCatalogue,
  ws: number,
  list: ListName,
  sort: string,
): Promise<CustomAttribute | undefined> => {
  if (!sort.startsWith(CUSTOM)) return undefined;
  const { custom } = await catalogue.of(ws, list);
  return custom.find((attribute) => attribute.key === sort.slice(CUSTOM.length));
};

/** Does this custom attribute hold numbers only, so that it sorts as numbers do? */
export const isNumeric = async (catalogue: FieldCatalogue, ws: number, list: ListName, sort: string): Promise<boolean> =>
  (await sortedAttribute(catalogue, ws, list, sort))?.numeric ?? false;
