import { isPlainObject, isUnion, type JsonShape, partOf } from './json-shape.ts';

/** A line of a field table. */
export interface FieldLine {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly note: string;
}

/** The fields of an object, nested ones by their path (`table.columns[].key`). Named parts stay one line, as they stand elsewhere. */
export const fieldLines = (shape: JsonShape, path = ''): readonly FieldLine[] =>
  Object.entries(shape.properties ?? {}).flatMap(([key, field]) => {
    const name = `${path}${key}`;
    const needed = shape.required?.includes(key) === true && field.default === undefined;
    const { inner, suffix } = partOf(field);
    const line = { name, type: typeText(field), needed, note: noteOf(field) };
    return isPlainObject(inner) ? [line, ...fieldLines(inner, `${name}${suffix}.`)] : [line];
  });

/** The forms of a value that may be one of several objects, each in a line; none when it has one form. */
export const formLines = (shape: JsonShape): readonly string[] => {
  const forms = shape.anyOf ?? shape.oneOf ?? [];
  return forms.filter(isPlainObject).length < 2 ? [] : forms.map((form) => (isPlainObject(form) ? objectText(form) : typeText(form)));
};

/** The type of a value in words, with links to named shapes. */
export const typeText = (shape: JsonShape): string => {
  const name = shape['x-name'];
  if (name !== undefined) return `[${name}](#${name.toLowerCase()})`;
  if (shape.const !== undefined) return `\`${String(shape.const)}\``;
  if (shape.enum) return listed(shape.enum.map((value) => `\`${String(value)}\``));
  const members = shape.anyOf ?? shape.oneOf;
  if (members) return memberText(members);
  if (shape.type === 'array') return arrayText(shape);
  if (shape.type === 'object') return mapText(shape);
  if (shape.type === 'string') return `${TEXTS[shape.format ?? ''] ?? 'text'}${sizeText(shape.minLength, shape.maxLength, 'characters')}`;
  if (shape.type === 'integer' || shape.type === 'number') return numberText(shape);
  return typeof shape.type === 'string' ? shape.type : 'anything';
};

const TEXTS: Readonly<Record<string, string>> = { email: 'e-mail address' };

const noteOf = (field: JsonShape): string => [field.description ?? '', presetText(field)].filter(Boolean).join('; ');

const presetText = ({ default: preset, items }: JsonShape): string => {
  if (preset === undefined) return '';
  const all = Array.isArray(preset) && preset.length > 1 && preset.length === items?.enum?.length;
  return all ? 'default all of them' : `default \`${JSON.stringify(preset)}\``;
};

// The fields of a lone object stand below it, or in a table of their own; of several, each is told in a line.
const memberText = (members: readonly JsonShape[]): string => {
  const objects = members.filter(isPlainObject);
  const told = (member: JsonShape): string => (objects.length > 1 && isPlainObject(member) ? objectText(member) : typeText(member));
  return listed(members.map(told));
};

const objectText = (shape: JsonShape): string => {
  const parts = Object.entries(shape.properties ?? {}).map(([key, field]) => {
    const mark = shape.required?.includes(key) ? '' : '?';
    return `${key}${mark}: ${typeText(field)}`;
  });
  return `{ ${parts.join(', ')} }`;
};

const arrayText = ({ items = {}, minItems, maxItems }: JsonShape): string => {
  const of = isPlainObject(items) ? 'objects' : isUnion(items) ? `(${typeText(items)})` : typeText(items);
  return `list of ${of}${sizeText(minItems, maxItems, 'entries')}`;
};

const mapText = ({ properties, additionalProperties }: JsonShape): string => {
  if (properties !== undefined) return 'object';
  const value = typeof additionalProperties === 'object' ? typeText(additionalProperties) : 'anything';
  return `map of names to ${value}`;
};

const numberText = ({ type, minimum, maximum, exclusiveMinimum }: JsonShape): string => {
  const word = type === 'integer' ? 'whole number' : 'number';
  if (exclusiveMinimum !== undefined) return `${word} above ${exclusiveMinimum}`;
  return `${word}${sizeText(bound(minimum), bound(maximum), '')}`;
};

// zod states the range of exact integers, which is no limit that anybody chose.
const bound = (limit: number | undefined): number | undefined => (Math.abs(limit ?? 0) === Number.MAX_SAFE_INTEGER ? undefined : limit);

const sizeText = (least: number | undefined, most: number | undefined, unit: string): string => {
  const of = unit && ` ${unit}`;
  const said = (count: number): string => count.toLocaleString('en');
  if (least !== undefined && most !== undefined) return least === most ? `, ${said(least)}${of}` : `, ${said(least)} to ${said(most)}${of}`;
  if (most !== undefined) return `, at most ${said(most)}${of}`;
  if (least === 1 && unit === 'entries') return ', at least one';
  return least === undefined ? '' : `, at least ${said(least)}${of}`;
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
