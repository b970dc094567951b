import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';

// They suit a serverless function; here they would hide faults (one process, no same-origin policy).
const UNWANTED = ['--single-process', '--disable-web-security', '--in-process-gpu'];
// It draws by a graphics card that is simulated: most of what a test of pages cost, and up to 20 seconds behind what it was told.
const SIMULATED = /^--(use-gl|use-angle|ignore-gpu-blocklist|enable-unsafe-swiftshader)/;

/** A real Chromium out of the test dependencies; nothing of the system's is needed. Close it. */
export const launchBrowser = async (): Promise<Browser> => {
  const folder = await unpackedFolder();
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...packed.args.filter((flag) => !UNWANTED.includes(flag) && !SIMULATED.test(flag)), '--disable-gpu', '--no-sandbox'],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts'), HOME: folder },
  });
};

/** How a desktop or a phone looks at the page; add a locale and a colour scheme as needed. */
export const SCREENS: Readonly<Record<'desktop' | 'phone', BrowserContextOptions>> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

// The package unpacks 200 MB into the temporary folder and takes any file already there, whatever its version. So it unpacks into a
// folder of its own, which is then renamed in one step to a place named after version and user, where all test processes share it.
const unpackedFolder = async (): Promise<string> => {
  const place = join(tmpdir(), `perennial-chromium-${await packedVersion()}-${userInfo().uid}`);
  if (existsSync(join(place, 'chromium'))) return place;
  const own = await mkdtemp(`${place}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = own;
  // With it the package also unpacks the system libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await writeFile(join(own, 'fonts', 'fonts.conf'), fontsIn(place));
  // Another process may have been quicker: its copy serves as well.
  await rename(own, place).catch(() => rm(own, { recursive: true, force: true }));
  return place;
};

// The package's own list of font folders is fixed to /tmp/fonts; without any font Chromium draws no text, not even in a page's own typeface.
const fontsIn = (place: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${place}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${place}/fonts-cache</cachedir></fontconfig>`;

const packedVersion = async (): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
};
