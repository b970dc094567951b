import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const SOURCE = fileURLToPath(new URL('src/', import.meta.url));

/** Builds the script that a server offers as /sdk.js: one classic script, minified, for browsers of 2021 and later. */
export const buildBrowserSdk = (): Promise<string> => bundle('browser-global.ts', 'iife');

/** Writes the published files into `folder`: browser.js, node.js and snippet.js as modules, and sdk.js for a script tag. */
export const buildPackage = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const write = async (name: string, code: Promise<string>): Promise<void> => writeFile(join(folder, name), await code);
  await write('sdk.js', buildBrowserSdk());
  await write('browser.js', bundle('browser-client.ts', 'es'));
  await write('node.js', bundle('node-client.ts', 'es'));
  await write('snippet.js', bundle('snippet.ts', 'es'));
};

const bundle = async (entry: string, format: 'es' | 'iife'): Promise<string> => {
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    root: SOURCE,
    build: {
      write: false,
      target: 'es2021',
      minify: true,
      lib: { entry: join(SOURCE, entry), formats: [format], name: 'perennialSdk' },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const chunk = output?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`No script came out of ${entry}`);
  return chunk.code;
};

if (import.meta.main) await buildPackage(process.argv[2] ?? 'dist');
