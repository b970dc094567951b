import type { FieldType } from '../../contracts.ts';
import { isBlank } from './blank-cell.ts';
import type { CellFormat, ColumnFormat, ValueKind } from './column-format.ts';
import { countryCode } from './country-code.ts';
import { nameLikeness, stems } from './name-likeness.ts';
import { nameWords } from './name-words.ts';
import { parseCell } from './parse-value.ts';

/** A text, or the same in several languages. */
type Label = string | Readonly<Record<string, string>>;

export interface GuessField {
  readonly key: string;
  readonly label: Label;
  readonly type: FieldType;
  readonly required?: boolean;
  readonly synonyms: readonly string[];
}

export interface GuessKind {
  readonly kind: string;
  readonly label: Label;
  readonly fields: readonly GuessField[];
}

export interface GuessColumn {
  readonly name: string;
  readonly sample: readonly string[];
  readonly inferred: CellFormat & Pick<ColumnFormat, 'kind' | 'total' | 'blank' | 'distinct'>;
}

/** Where a column probably goes: a field, or else an offer to keep it as a custom field (null for a column without values). */
export interface GuessedColumn {
  readonly column: string;
  readonly index: number;
  readonly field: string | null;
  readonly custom: { readonly key: string; readonly type: FieldType } | null;
  /** 0 … 1. */
  readonly confidence: number;
  readonly reason: string;
}

export interface GuessedMapping {
  readonly kind: string;
  /** How well the file fits this kind, 0 … 1. */
  readonly score: number;
  readonly columns: readonly GuessedColumn[];
  /** Required fields that no column fills. */
  readonly missing: readonly string[];
}

const ENOUGH = 0.45;
// Above enough, below any match whose values fit as well.
const NAMED_EXACTLY = 0.46;
const EVERY: Readonly<Record<ValueKind, number>> = {
  integer: 0,
  number: 0,
  money: 0,
  boolean: 0,
  date: 0,
  datetime: 0,
  email: 0,
  url: 0,
  id: 0,
  text: 0,
  empty: 0.3,
};
// How readily values of a kind go into a field of a type.
const FITS: Readonly<Record<FieldType, Readonly<Record<ValueKind, number>>>> = {
  text: { integer: 0.8, number: 0.6, money: 0.5, boolean: 0.5, date: 0.4, datetime: 0.4, email: 0.7, url: 0.8, id: 1, text: 1, empty: 0.3 },
  integer: { ...EVERY, integer: 1, number: 0.3, money: 0.5, boolean: 0.6, id: 0.4 },
  number: { ...EVERY, integer: 1, number: 1, money: 0.8, boolean: 0.4 },
  money: { ...EVERY, integer: 0.95, number: 0.95, money: 1, boolean: 0.3 },
  boolean: { ...EVERY, boolean: 1, integer: 0.1, text: 0.1 },
  date: { ...EVERY, date: 1, datetime: 0.8 },
  instant: { ...EVERY, date: 0.9, datetime: 1 },
  email: { ...EVERY, email: 1, text: 0.2 },
  domain: { ...EVERY, url: 1, email: 0.5, text: 0.2 },
  country: { ...EVERY, text: 0.6, id: 0.2 },
  choice: { ...EVERY, text: 1, id: 0.6, boolean: 0.5, integer: 0.5 },
};
const CUSTOM: Readonly<Record<ValueKind, FieldType | null>> = {
  integer: 'integer',
  number: 'number',
  money: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'instant',
  email: 'email',
  url: 'text',
  id: 'text',
  text: 'text',
  empty: null,
};

/** Which kind of record does this file hold, and which column fills which field? One guess per kind, the likeliest first. */
export function guessMapping(columns: readonly GuessColumn[], kinds: readonly GuessKind[]): readonly GuessedMapping[] {
  return kinds.map((kind) => guessFor(columns, kind)).sort((a, b) => b.score - a.score);
}

interface Pair {
  readonly index: number;
  readonly field: GuessField;
  readonly score: number;
  readonly reason: string;
}

function guessFor(columns: readonly GuessColumn[], kind: GuessKind): GuessedMapping {
  const around = new Set([kind.kind, ...texts(kind.label)].flatMap(stems));
  const pairs = columns
    .flatMap((column, index) => kind.fields.map((field) => pairOf(column, index, field, around)))
    .filter((pair) => pair.score >= ENOUGH);
  const chosen = assigned(pairs);
  const required = kind.fields.filter((field) => field.required === true);
  const missing = required.filter((field) => ![...chosen.values()].some((pair) => pair.field === field)).map((field) => field.key);
  const fitting =
    [...chosen.values()].reduce((sum, pair) => sum + pair.score, 0) /
    Math.max(1, columns.filter((column) => column.inferred.kind !== 'empty').length);
  const covered = required.length === 0 ? 1 : 1 - missing.length / required.length;
  const score =
    Math.min(1, 0.5 * Math.min(1, fitting) + 0.25 * covered + (isOwnKey(columns, around) ? 0.25 : 0)) * (chosen.size === 0 ? 0 : 1);
  return { kind: kind.kind, score, missing, columns: columns.map((column, index) => guessedColumn(column, index, chosen.get(index))) };
}

// The strongest pairs first; each column and each field is used once.
function assigned(pairs: readonly Pair[]): ReadonlyMap<number, Pair> {
  const chosen = new Map<number, Pair>();
  const used = new Set<string>();
  for (const pair of [...pairs].sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (chosen.has(pair.index) || used.has(pair.field.key)) continue;
    chosen.set(pair.index, pair);
    used.add(pair.field.key);
  }
  return chosen;
}

// The first column that tells rows apart names what a row is: 'subscription_id' in a file of subscriptions, where 'account_id' repeats.
function isOwnKey(columns: readonly GuessColumn[], around: ReadonlySet<string>): boolean {
  const key = columns.find(
    ({ inferred }) => inferred.total > inferred.blank && inferred.distinct >= 0.98 * (inferred.total - inferred.blank),
  );
  return key !== undefined && stems(key.name).some((word) => around.has(word));
}

function pairOf(column: GuessColumn, index: number, field: GuessField, around: ReadonlySet<string>): Pair {
  const fit = valuesFit(column, field);
  const names = [field.key, ...texts(field.label), ...field.synonyms];
  const [likeness, name] = names
    .map((candidate) => [nameLikeness(column.name, candidate, around), candidate] as const)
    .sort((a, b) => b[0] - a[0])[0] ?? [0, field.key];
  // A column of nothing but e-mail addresses needs no telling name.
  const byValues = field.type === 'email' && column.inferred.kind === 'email' ? 0.6 : 0;
  const byName = fit === 0 ? 0 : likeness * (0.4 + 0.6 * fit);
  if (byValues > byName) return { index, field, score: byValues, reason: 'All values are e-mail addresses.' };
  // Who names a column so means the field, if any of its values can be read: one that cannot is then that row's error, not another kind of column.
  const isMeant = likeness === 1 && byName < NAMED_EXACTLY && column.sample.some((value) => isReadable(value, column, field));
  const score = isMeant ? NAMED_EXACTLY : byName;
  const values = fit >= 0.8 ? 'its values fit' : `its values look like ${column.inferred.kind}`;
  return { index, field, score, reason: `${likeness === 1 ? 'Has the name' : 'Is named much like'} '${name}', and ${values}.` };
}

function isReadable(value: string, { inferred }: GuessColumn, { type }: GuessField): boolean {
  if (isBlank(value) || type === 'choice') return false;
  return parseCell(value, type === 'money' ? { type, currency: 'USD' } : { type }, inferred, { timeZone: 'UTC' }).ok;
}

function valuesFit(column: GuessColumn, field: GuessField): number {
  const fit = FITS[field.type][column.inferred.kind];
  if (field.type !== 'country' || column.sample.length === 0) return fit;
  return column.sample.filter((value) => countryCode(value) !== null).length * 2 >= column.sample.length ? 1 : fit / 2;
}

function guessedColumn(column: GuessColumn, index: number, pair: Pair | undefined): GuessedColumn {
  if (pair !== undefined)
    return { column: column.name, index, field: pair.field.key, custom: null, confidence: pair.score, reason: pair.reason };
  const type = CUSTOM[column.inferred.kind];
  if (type === null) return { column: column.name, index, field: null, custom: null, confidence: 1, reason: 'The column holds no values.' };
  const key = nameWords(column.name).join('_') || `column_${index + 1}`;
  return {
    column: column.name,
    index,
    field: null,
    custom: { key, type },
    confidence: 0,
    reason: 'No field is like it; it can be kept as a custom field.',
  };
}

function texts(label: Label): readonly string[] {
  return typeof label === 'string' ? [label] : Object.values(label);
}
