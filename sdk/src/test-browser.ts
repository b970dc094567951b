import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** These switches of the packaged Chromium suit a serverless function; here they would hide faults (one process, no same-origin policy). */
const UNWANTED = ['--single-process', '--disable-web-security', '--in-process-gpu'];

export type TestBrowser = { readonly browser: Browser; readonly close: () => Promise<void> };

/** Starts a real headless Chromium for tests, unpacked from its npm package into a folder of its own, so that no other version's files are reused. */
export const launchTestBrowser = async (): Promise<TestBrowser> => {
  const folder = await mkdtemp(join(tmpdir(), 'sdk-chromium-'));
  // Both are read when the package is loaded: where it unpacks, and that its own NSS libraries come along.
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const browser = await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: packaged.args.filter((arg) => !UNWANTED.includes(arg)),
    headless: true,
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, close };
};
