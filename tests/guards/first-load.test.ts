import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const WEB = join(import.meta.dirname, '../../dist/web');

/** What a reader fetches before the first page shows, in KB of 1,000 bytes, gzipped. Pages, charts and long texts come when they are visited. */
const MOST_SCRIPT = 260;
const MOST_STYLE = 15;

const loaded = (kind: 'js' | 'css'): number => {
  const index = join(WEB, 'index.html');
  expect(existsSync(index), 'The web app is not built: run node scripts/build-web.ts').toBe(true);
  const files = [...readFileSync(index, 'utf8').matchAll(new RegExp(`(?:src|href)="/([^"]+\\.${kind})"`, 'g'))].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(0);
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(WEB, file))).length, 0) / 1000;
};

it(`loads at most ${MOST_SCRIPT} KB of script and ${MOST_STYLE} KB of style before the first page`, () => {
  expect(loaded('js')).toBeLessThanOrEqual(MOST_SCRIPT);
  expect(loaded('css')).toBeLessThanOrEqual(MOST_STYLE);
});
