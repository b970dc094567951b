import { type KeptSaying, kept, type Said, sentenceOf } from '#kernel/saying.ts';
import type { ImportFinding } from '../../contracts.ts';
import type { FindingWords } from './finding-words.ts';

/** Counts what is found, by code, with the first few examples of each. */
export interface Tally {
  add(code: string, line: number, text: string | Said): void;
  /** A finding counted by someone else; replaces what stood under its code. */
  put(finding: ImportFinding): void;
  findings(): readonly ImportFinding[];
}

const EXAMPLES = 5;
const MAX_TEXT = 200;
const RANK: Readonly<Record<ImportFinding['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** Goes on counting from findings so far; `wordsOf` gives a code its meaning, a code without one is shown as it is. */
export function createTally(soFar: readonly ImportFinding[], wordsOf: (code: string) => FindingWords | undefined): Tally {
  const byCode = new Map(soFar.map((finding) => [finding.code, { ...finding, examples: [...finding.examples] }]));
  return {
    add: (code, line, text) => {
      const found = byCode.get(code) ?? started(code, wordsOf(code));
      byCode.set(code, found);
      found.count += 1;
      if (found.examples.length < EXAMPLES) found.examples.push({ line, ...exampleOf(text) });
    },
    put: (finding) => void byCode.set(finding.code, { ...finding, examples: finding.examples.slice(0, EXAMPLES) }),
    findings: () =>
      [...byCode.values()]
        .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count)
        .map((finding) => ({ ...finding, examples: [...finding.examples] })),
  };
}

function exampleOf(text: string | Said): { text: string; said?: KeptSaying } {
  return typeof text === 'string' ? { text: text.slice(0, MAX_TEXT) } : { text: sentenceOf(text, 'en'), said: kept(text) };
}

function started(code: string, words: FindingWords | undefined): ImportFinding {
  const message = words?.message ?? { en: code, 'zh-CN': code, es: code };
  return { code, severity: words?.severity ?? 'warning', count: 0, message, examples: [] };
}
