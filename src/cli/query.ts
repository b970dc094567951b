import { readFile } from 'node:fs/promises';
import { type AnswerTable, csv, tableOf } from '#flow/measures/domain/questions/answer-table.ts';
import type { QuestionResult } from '#flow/measures/question-contracts.ts';
import { OperatorError } from '#kernel/app-error.ts';
import { type Address, callProduct } from './call-product.ts';

interface QueryOptions extends Address {
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly sql?: boolean;
}

/** Asks a running Perennial a question of product analytics (JSON, a file of it, or - for what is piped in) and prints the answer as a table or CSV. */
export const runQuery = async (question: string, options: QueryOptions): Promise<void> => {
  const result = await callProduct<QuestionResult>(options, ['POST', '/api/v1/questions/ask'], {
    json: { question: await readQuestion(question) },
  });
  if (options.sql) process.stdout.write(`${result.sql.join(';\n\n')};\n`);
  else if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(options.csv ? csv(tableOf(result.answer)) : aligned(tableOf(result.answer)));
};

const readQuestion = async (given: string): Promise<unknown> => {
  const text = given === '-' ? await piped() : given.trimStart().startsWith('{') ? given : await readFile(given, 'utf8').catch(() => null);
  if (text === null)
    throw new OperatorError('not_found', `There is no file ${given}.`, {
      remedy: 'Name a file with a question, or write the question as JSON.',
    });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OperatorError('malformed', 'The question is not JSON.', { remedy: 'See docs/questions.md for examples.', cause });
  }
};

const piped = async (): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};

const aligned = (table: AnswerTable): string => {
  const shown = table.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(Math.round(cell * 10_000) / 10_000) : (cell ?? '–'))),
  );
  const widths = shown[0]!.map((_, column) => Math.max(...shown.map((row) => (row[column] ?? '').length)));
  return shown
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
};
