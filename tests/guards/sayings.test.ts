import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO_SAYS } from '#demo/index.ts';
import { placesIn, type Sayings } from '#kernel/saying.ts';
import { LANGUAGES } from '#kernel/words.ts';
import { SAYINGS as PRODUCT } from '../../src/sayings.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SAYINGS: readonly Sayings[] = [...PRODUCT, DEMO_SAYS];
const KINDS = new Set(['number', 'date', 'money', 'list', 'names', 'choice', 'words', 'said']);
const sources = globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
  .map((file) => ({ file, text: readFileSync(resolve(ROOT, file), 'utf8') }));
const all = SAYINGS.flatMap((catalogue) => Object.values(catalogue));
const plain = (text: string): string => text.replaceAll(/\{[^}]*\}/g, '').trim();
let declared: readonly Sayings[] = [];

beforeAll(async () => {
  const files = sources.filter(({ text }) => /^export const \w+ = sayings\(/m.test(text));
  const modules = await Promise.all(files.map(({ file }) => import(resolve(ROOT, file)) as Promise<Record<string, unknown>>));
  declared = modules.flatMap((module, index) =>
    [...files[index]!.text.matchAll(/^export const (\w+) = sayings\(/gm)].map(([, name]) => module[name!] as Sayings),
  );
});

describe('what the product says of refusals', () => {
  it('is known as a whole to whoever brings back what was kept as a code', () => {
    expect(declared.length).toBeGreaterThan(15);
    expect(declared.filter((catalogue) => !SAYINGS.includes(catalogue)).map((catalogue) => Object.keys(catalogue)[0])).toEqual([]);
    expect(SAYINGS.filter((catalogue) => !declared.includes(catalogue))).toEqual([]);
  });

  it('has a code of its own for each sentence', () => {
    const codes = all.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it('has the same places in every language, of kinds that can be written', () => {
    const placesOf = (sentence: readonly string[]) => [...new Set(sentence.flatMap(placesIn))].sort();
    const odd = all.flatMap(({ code, words }) =>
      LANGUAGES.filter(
        (language) =>
          JSON.stringify(placesOf(words[language].filter((part) => part !== undefined))) !==
          JSON.stringify(placesOf(words.en.filter((part) => part !== undefined))),
      ).map((language) => `${code} in ${language}`),
    );
    expect(odd).toEqual([]);
    const kinds = all
      .flatMap(({ words }) => words.en.flatMap((part) => placesIn(part ?? '')))
      .map((place) => place.slice(1, -1).split(':')[1]);
    expect(kinds.filter((kind) => kind !== undefined && !KINDS.has(kind))).toEqual([]);
  });

  it('says as much in every language, and says it in that language', () => {
    const lacking = all.filter(({ words }) =>
      LANGUAGES.some((language) => words[language].length !== words.en.length || words[language].some((part) => !part?.trim())),
    );
    expect(lacking.map(({ code }) => code)).toEqual([]);
    const worded = all.flatMap(({ code, words }) =>
      words.en.flatMap((part, index) => (/[a-z]{3}/i.test(plain(part ?? '')) ? [{ code, words, part, index }] : [])),
    );
    expect(worded.filter(({ words, index }) => !/\p{Script=Han}/u.test(words['zh-CN'][index] ?? '')).map(({ code }) => code)).toEqual([]);
    expect(worded.filter(({ words, part, index }) => words.es[index] === part).map(({ code }) => code)).toEqual([]);
  });

  it('is said somewhere: a sentence that nobody says is taken out', () => {
    const text = sources.map((source) => source.text).join('\n');
    const unsaid = all.filter(({ code }) => !code.startsWith('title_') && !new RegExp(`_SAYS\\.${code}\\b`).test(text));
    expect(unsaid.map(({ code }) => code)).toEqual([]);
  });

  it('is English alone only to whoever runs the installation', () => {
    const places = sources.filter(({ text }) => /\binEnglish\(/.test(text)).map(({ file }) => file);
    expect(places.sort()).toEqual(['src/kernel/app-error.ts', 'src/platform/config.ts']);
    const outside = sources.filter(
      ({ file, text }) =>
        !/^src\/(platform|cli|kernel)\b/.test(file) && /new OperatorError\(\s*'(?!internal|unavailable|unsupported)/.test(text),
    );
    expect(outside.map(({ file }) => file)).toEqual([]);
  });
});
