import { isBlank } from './blank-cell.ts';
import { booleanOf } from './boolean-text.ts';
import { type CellResult, cellProblem, cellValue, shortened } from './cell-result.ts';
import { CELL_SAYS } from './cell-sayings.ts';
import type { CellFormat } from './column-format.ts';
import { countryCode, nearestCountry } from './country-code.ts';
import { plainKey } from './name-words.ts';
import { nearestWord } from './nearest-word.ts';
import { readMoney, readNumber } from './read-amount.ts';
import { readDateCell, readInstantCell } from './read-moment.ts';

/** One value of a field with a closed list, and the other ways in which files write it. */
export interface Choice {
  readonly value: string;
  readonly synonyms?: readonly string[];
}

/** What a field takes. Money is counted in minor units of `currency`; an instant is UTC ms; a date is 'YYYY-MM-DD'; a country ISO alpha-2. */
export type CellType =
  | { readonly type: 'text'; readonly maxLength?: number }
  | { readonly type: 'integer' | 'number' | 'boolean' | 'date' | 'instant' | 'email' | 'domain' | 'country' }
  | { readonly type: 'money'; readonly currency: string }
  | { readonly type: 'choice'; readonly options: readonly Choice[] };

const MAX_TEXT = 10_000;
const SHOWN_OPTIONS = 8;
const EMAIL = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@([^\s@]+)$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** Which value does this cell give to a field of that type? Blank gives null; local times are read in `timeZone` (IANA). */
export function parseCell(
  raw: string,
  fieldType: CellType,
  columnFormat: CellFormat,
  { timeZone }: { readonly timeZone: string },
): CellResult {
  const text = disarmed(raw.trim());
  if (text.includes('\0')) return cellProblem(CELL_SAYS.cell_nul_byte({ value: shortened(text.replaceAll('\0', '␀')) }));
  if (fieldType.type === 'text') return readText(text, fieldType.maxLength ?? MAX_TEXT);
  if (isBlank(text) && !(fieldType.type === 'choice' && choiceOf(text, fieldType.options) !== undefined)) return cellValue(null);
  switch (fieldType.type) {
    case 'integer':
    case 'number':
      return readNumber(text, columnFormat, fieldType.type === 'integer');
    case 'money':
      return readMoney(text, columnFormat, fieldType.currency);
    case 'boolean':
      return readBoolean(text);
    case 'date':
      return readDateCell(text, columnFormat, timeZone);
    case 'instant':
      return readInstantCell(text, columnFormat, timeZone);
    case 'email':
      return readEmail(text);
    case 'domain':
      return readDomain(text);
    case 'country':
      return readCountry(text);
    case 'choice':
      return readChoice(text, fieldType.options);
  }
}

// Our own exports put an apostrophe before what a spreadsheet would run ("'-5"); coming back, the cell means what it meant.
function disarmed(text: string): string {
  return /^'[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}

function readText(text: string, maxLength: number): CellResult {
  if (text.length > maxLength) return cellProblem(CELL_SAYS.too_long({ value: shortened(text), length: text.length, limit: maxLength }));
  return cellValue(text === '' || text === '\\N' ? null : text.normalize('NFC'));
}

function readBoolean(text: string): CellResult {
  const value = booleanOf(plainKey(text));
  return value === null ? cellProblem(CELL_SAYS.not_a_boolean({ value: shortened(text) })) : cellValue(value);
}

function readEmail(text: string): CellResult {
  const address = (/<([^<>]+)>$/.exec(text)?.[1] ?? text)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  const host = EMAIL.exec(address)?.[1];
  if (host !== undefined && isHost(host) && !address.includes('..')) return cellValue(address);
  return cellProblem(CELL_SAYS.not_an_email({ value: shortened(text) }));
}

function readDomain(text: string): CellResult {
  const host = text
    .toLowerCase()
    .replace(/^[a-z][a-z\d+.-]*:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  if (isHost(host)) return cellValue(host);
  return cellProblem(CELL_SAYS.not_a_domain({ value: shortened(text) }));
}

function isHost(host: string): boolean {
  const labels = host.split('.');
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    /^(?:\p{L}{2,}|xn--[a-z\d-]+)$/u.test(labels.at(-1) ?? '')
  );
}

function readCountry(text: string): CellResult {
  const code = countryCode(text);
  if (code !== null) return cellValue(code);
  const near = nearestCountry(text);
  const value = shortened(text);
  return cellProblem(near === null ? CELL_SAYS.unknown_country({ value }) : CELL_SAYS.misspelled_country({ value, near }));
}

function readChoice(text: string, options: readonly Choice[]): CellResult {
  const found = choiceOf(text, options);
  if (found !== undefined) return cellValue(found.value);
  const near = nearestWord(
    plainKey(text),
    options.map((option) => plainKey(option.value)),
  );
  const meant = near === null ? undefined : options.find((option) => plainKey(option.value) === near);
  const listed = options.slice(0, SHOWN_OPTIONS).map((option) => shortened(option.value));
  const said = { value: shortened(text), options: options.length > SHOWN_OPTIONS ? [...listed, '…'] : listed };
  return cellProblem(
    meant === undefined ? CELL_SAYS.unknown_choice(said) : CELL_SAYS.misspelled_choice({ ...said, near: shortened(meant.value) }),
  );
}

// As written first: punctuation can be all that tells two options apart.
function choiceOf(text: string, options: readonly Choice[]): Choice | undefined {
  const key = plainKey(text);
  const same = (other: string): boolean => key !== '' && plainKey(other) === key;
  return (
    options.find((option) => option.value === text) ??
    options.find((option) => same(option.value)) ??
    options.find((option) => option.synonyms?.some((synonym) => synonym === text || same(synonym)))
  );
}
