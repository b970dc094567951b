import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountStory } from '../domain/account-story.ts';
import { companyStory } from '../domain/company-story.ts';
import type { CompanyPlan, FileRow, Message } from '../domain/deliveries.ts';
import { createCsvFiles, type WrittenFile } from './csv-files.ts';

/** What a simulated company delivers, as files in one folder. */
export interface StoryFiles {
  /** Files to import, in the order in which they are to be read. */
  readonly files: readonly WrittenFile[];
  /** Files of messages, one a line as JSON, all in order of time from file to file. */
  readonly messageFiles: readonly string[];
  readonly messages: number;
}

const INDEX = 'story.json';
const FLUSH_BYTES = 4_000_000;

/**
 * Simulates the company and writes down what it delivers, unless that was done before. Each message id gets the `prefix`, so that a company that
 * was taken out can come again: the event door counts an id once. `tell` hears how many accounts are done.
 */
export const writeStory = (
  plan: CompanyPlan,
  { folder, prefix }: { folder: string; prefix: string },
  tell: (done: number) => void,
): StoryFiles => {
  const index = join(folder, INDEX);
  if (existsSync(index)) return JSON.parse(readFileSync(index, 'utf8')) as StoryFiles;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const csv = createCsvFiles();
  const months = createMonths(folder, prefix);
  const take = (story: { readonly rows: readonly FileRow[]; readonly messages: readonly Message[] }): void => {
    csv.add(story.rows);
    months.add(story.messages);
  };
  const company = companyStory(plan);
  take(company);
  for (let account = 0; account < plan.accounts; account += 1) {
    take(accountStory(plan, account));
    tell(account + 1);
  }
  const story: StoryFiles = { files: csv.write(folder), ...months.sort() };
  writeFileSync(`${index}.new`, JSON.stringify(story));
  renameSync(`${index}.new`, index);
  return story;
};

/** Messages by their month, so that no more than a month of them need be sorted at once. */
const createMonths = (folder: string, prefix: string) => {
  const waiting = new Map<string, string[]>();
  let bytes = 0;
  let messages = 0;
  const pathOf = (month: string): string => join(folder, `messages-${month}.ndjson`);
  const flush = (): void => {
    for (const [month, lines] of waiting) appendFileSync(pathOf(month), `${lines.join('\n')}\n`);
    for (const lines of waiting.values()) lines.length = 0;
    bytes = 0;
  };
  return {
    add: (told: readonly Message[]): void => {
      for (const message of told) {
        const month = message.timestamp.slice(0, 7);
        const lines = waiting.get(month) ?? [];
        waiting.set(month, lines);
        // The timestamp goes before the message: equally long everywhere, it sorts the lines.
        const line = `${message.timestamp}\t${JSON.stringify({ ...message, messageId: prefix + message.messageId })}`;
        lines.push(line);
        bytes += line.length;
      }
      messages += told.length;
      if (bytes > FLUSH_BYTES) flush();
    },
    sort: (): Pick<StoryFiles, 'messageFiles' | 'messages'> => {
      flush();
      const messageFiles = [...waiting.keys()].sort().map(pathOf);
      for (const path of messageFiles) writeFileSync(path, sorted(readFileSync(path, 'utf8')));
      return { messageFiles, messages };
    },
  };
};

const sorted = (text: string): string => {
  const lines = text.split('\n').filter((line) => line !== '');
  return `${lines
    .sort()
    .map((line) => line.slice(line.indexOf('\t') + 1))
    .join('\n')}\n`;
};
