import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ParseCsvOptions, parseCsv } from './parse-csv.ts';
import { type CsvData, type WriteCsvOptions, writeCsv } from './write-csv.ts';

const CASES = '../shared/cases/csv_import.json';

interface CaseOptions {
  delimiter?: string;
  newline?: ParseCsvOptions['newline'];
  quote?: string;
  escape?: string;
  comments?: string;
  header?: boolean;
  skip_empty_lines?: 'empty' | 'blank';
  preview_rows?: number;
  typed?: true | (string | number)[];
  quotes?: boolean | boolean[];
  columns?: string[];
  escape_formulas?: boolean;
}
interface Case {
  id: string;
  kind: 'csv_parse' | 'csv_write';
  source: { test: string };
  input: { text: string; data: CsvData; options: CaseOptions };
  expected: { rows?: unknown[]; errors?: unknown[]; text?: string };
}

function readCases(): readonly Case[] {
  if (!existsSync(CASES)) throw new Error(`The reference cases are missing: expected ${CASES} beside the project.`);
  return (JSON.parse(readFileSync(CASES, 'utf8')) as { cases: Case[] }).cases;
}

function parseOptions(options: CaseOptions): ParseCsvOptions {
  const { skip_empty_lines: skipEmptyLines, preview_rows: previewRows, ...same } = options;
  return { ...same, skipEmptyLines, previewRows };
}

function writeOptions(options: CaseOptions): WriteCsvOptions {
  const { skip_empty_lines: skipEmptyLines, escape_formulas: escapeFormulas = false, quote, quotes, header, columns } = options;
  return { quote, quotes, header, columns, skipEmptyLines, escapeFormulas, escape: options.escape };
}

describe('the reference cases of CSV', () => {
  const cases = readCases();

  it('are all there', () => expect(cases.length).toBeGreaterThanOrEqual(31));

  it.each(cases.filter((one) => one.kind === 'csv_parse'))('$id reads: $source.test', ({ input, expected }) => {
    const parsed = parseCsv(input.text, parseOptions(input.options));
    expect({ rows: parsed.records ?? parsed.rows, errors: parsed.errors }).toEqual(expected);
  });

  it.each(cases.filter((one) => one.kind === 'csv_write'))('$id writes: $source.test', ({ input, expected }) => {
    expect(writeCsv(input.data, writeOptions(input.options))).toBe(expected.text);
  });
});
