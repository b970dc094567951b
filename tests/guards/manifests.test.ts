import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAGES, type StageManifest } from '#kernel/manifest.ts';
import { PlayDefinition } from '#kernel/play.ts';
import { LANGUAGES, type Words } from '#kernel/words.ts';

const FOLDER = join(import.meta.dirname, '../../src/stages');
const stages = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const manifests = await Promise.all(
  stages.map(async (stage) => ((await import(join(FOLDER, stage, 'stage.ts'))) as { manifest: StageManifest }).manifest),
);

describe('every stage is whole', () => {
  it.each(stages.map((stage, index) => [stage, manifests[index]!] as const))('%s', (stage, manifest) => {
    expect(manifest.id).toBe(stage);
    expect(STAGES).toContain(stage);
    expect(existsSync(join(FOLDER, stage, 'README.md'))).toBe(true);
    for (const definition of [...manifest.measures, ...manifest.plays]) {
      expect(definition.id).toMatch(new RegExp(`^${stage}\\.[a-z0-9_]+$`));
      expectWords(definition.name);
      expectWords(definition.words);
    }
    for (const play of manifest.plays) {
      expect(PlayDefinition.parse(play)).toEqual(play);
      for (const { title, advice } of play.steps) [title, advice, play.goal.words].forEach(expectWords);
    }
    // Every definition in the folder is plugged in: one that no manifest names would be dead.
    const files = ['measures', 'plays'].map((kind) => definitionsIn(join(FOLDER, stage, kind)));
    expect(files).toEqual(
      [manifest.measures, manifest.plays].map((list) => list.map(({ id }) => id.slice(stage.length + 1).replaceAll('_', '-')).sort()),
    );
  });

  it('and no id is given twice', () => {
    const ids = manifests.flatMap((manifest) => [...manifest.measures, ...manifest.plays].map((definition) => definition.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const definitionsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => !file.endsWith('.test.ts'))
        .map((file) => file.replace('.ts', ''))
        .sort()
    : [];

const expectWords = (words: Words): void => {
  for (const language of LANGUAGES) expect(words[language].length).toBeGreaterThan(1);
  expect(words['zh-CN']).toMatch(/\p{Script=Han}|^[A-Z ]+$/u);
};
