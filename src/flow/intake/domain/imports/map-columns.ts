import type { Said } from '#kernel/saying.ts';
import type { ImportKind } from '../../contracts.ts';
import type { ColumnFormat } from '../tabular/column-format.ts';
import { type GuessedMapping, guessMapping } from '../tabular/guess-mapping.ts';
import { stems } from '../tabular/name-likeness.ts';
import { nearestWord } from '../tabular/nearest-word.ts';
import { customKeyOf, fieldOf, type MappedColumn } from './columns.ts';
import { IMPORT_SAYS } from './import-sayings.ts';

type FoundColumn = { readonly name: string; readonly sample: readonly string[]; readonly inferred: ColumnFormat };

const LIKELY = 0.3;
const NAMED_SO = 0.2;
const CUSTOM_KEY = /^[\p{L}\p{N}_]{1,60}$/u;

/** Which kind of record does the file hold? Its columns and its name tell; null when no kind is likely enough to propose. */
export function guessKind(columns: readonly FoundColumn[], fileName: string, kinds: readonly ImportKind[]): string | null {
  const words = new Set(stems(fileName));
  const scored = guessMapping(columns, kinds).map((guess) => {
    const kind = kinds.find((one) => one.kind === guess.kind);
    const named = [guess.kind, kind?.label.en ?? ''].some((name) => stems(name).length > 0 && stems(name).every((word) => words.has(word)));
    return { kind: guess.kind, score: guess.score + (named ? NAMED_SO : 0), missing: guess.missing.length };
  });
  // A kind whose required fields the file does not have cannot be imported, however much else is alike.
  const [best] = scored.sort((a, b) => Math.sign(a.missing) - Math.sign(b.missing) || b.score - a.score);
  return best !== undefined && best.score >= LIKELY ? best.kind : null;
}

/** Where does each column go? As last time for these columns where that is known, else as names and values suggest. */
export function mapColumns(
  columns: readonly FoundColumn[],
  kind: ImportKind | null,
  saved: readonly (string | null)[] | null,
): readonly MappedColumn[] {
  if (kind === null)
    return columns.map((column) => ({ ...column, target: null, confidence: 0, reason: 'Choose first what the file holds.' }));
  const [guess] = guessMapping(columns, [kind]);
  return columns.map((column, index) => {
    const before = saved?.[index];
    if (before !== undefined && isTarget(kind, before))
      return { ...column, target: before, confidence: 1, reason: 'As in the last import of these columns.' };
    return { ...column, ...guessed(guess, index, kind) };
  });
}

function guessed(
  guess: GuessedMapping | undefined,
  index: number,
  kind: ImportKind,
): Pick<MappedColumn, 'target' | 'confidence' | 'reason'> {
  const column = guess?.columns[index];
  if (column === undefined) return { target: null, confidence: 0, reason: '' };
  const custom = kind.custom && column.custom !== null ? `custom:${column.custom.key.slice(0, 60)}` : null;
  if (column.field !== null || custom === null)
    return {
      target: column.field,
      confidence: column.confidence,
      reason: column.field === null ? leftOut(column.reason, kind) : column.reason,
    };
  return { target: custom, confidence: column.confidence, reason: 'No field is like it; it is kept as a custom field.' };
}

function leftOut(reason: string, kind: ImportKind): string {
  return kind.custom ? reason : 'No field is like it; it is left out.';
}

function isTarget(kind: ImportKind, target: string | null): boolean {
  const custom = customKeyOf(target);
  if (target === null) return true;
  return custom === null ? fieldOf(kind, target) !== undefined : kind.custom && CUSTOM_KEY.test(custom);
}

/** A change of the mapping, or what is wrong with it. */
export type RemapResult = { readonly ok: true; readonly columns: readonly MappedColumn[] } | { readonly ok: false; readonly said: Said };

/** The mapping after a person moved columns: a field given to one column is taken from the one that had it. */
export function remapColumns(
  columns: readonly MappedColumn[],
  kind: ImportKind,
  changes: readonly { readonly index: number; readonly target: string | null }[],
): RemapResult {
  const asked = new Map(changes.map(({ index, target }) => [index, target]));
  for (const [index, target] of asked) {
    if (columns[index] === undefined) return { ok: false, said: IMPORT_SAYS.column_number_unknown({ index, last: columns.length - 1 }) };
    if (!isTarget(kind, target)) return { ok: false, said: unknownTarget(target ?? '', kind) };
  }
  const given = [...asked.values()].filter((target) => target !== null);
  const twice = given.find((target, at) => given.indexOf(target) !== at);
  if (twice !== undefined) return { ok: false, said: IMPORT_SAYS.target_given_twice({ target: twice }) };
  const taken = new Set(given);
  return {
    ok: true,
    columns: columns.map((column, index) => {
      const target = asked.get(index);
      if (target !== undefined) return { ...column, target, confidence: 1, reason: 'Chosen by a person.' };
      if (column.target !== null && taken.has(column.target))
        return { ...column, target: null, confidence: 1, reason: 'Its field was given to another column.' };
      return column;
    }),
  };
}

function unknownTarget(target: string, { fields, label, custom }: ImportKind): Said {
  const keys = fields.map((field) => field.key);
  const near = nearestWord(target, keys);
  return near === null
    ? IMPORT_SAYS.target_unknown({ target, kind: label, fields: custom ? [...keys, 'custom:<key>'] : keys })
    : IMPORT_SAYS.target_misspelled({ target, kind: label, near });
}
