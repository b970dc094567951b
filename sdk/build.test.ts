import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBrowserSdk, buildPackage } from './build.ts';
import manifest from './package.json' with { type: 'json' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-sdk-'));
  await buildPackage(join(folder, 'dist'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('buildBrowserSdk', () => {
  it('stays under 5 KB gzipped', async () => {
    expect(gzipSync(await buildBrowserSdk()).length).toBeLessThan(5_000);
  });
});

describe('buildPackage', () => {
  it('writes every script that package.json promises', async () => {
    const promised = JSON.stringify(manifest.exports).match(/\.\/dist\/[\w.]+\.js/g) ?? [];
    expect(new Set(promised).size).toBe(4);
    for (const path of promised) expect((await stat(join(folder, path))).size, path).toBeGreaterThan(0);
  });

  it('gives a Node client that runs as plain JavaScript and imports nothing', async () => {
    const script = `import { createClient } from ${JSON.stringify(join(folder, 'dist/node.js'))};
      const client = createClient({ writeKey: 'w', host: 'http://127.0.0.1:9' });
      await client.close();
      console.log(Object.keys(client).join());`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-strip-types', '--input-type=module', '--eval', script]);
    expect(stdout.trim()).toBe('identify,track,page,screen,group,alias,flush,close');
  });
});
