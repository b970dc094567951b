import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProduct, type TestProduct, type TestWorkspace } from '../../tests/product.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let folder: string;

beforeAll(async () => {
  product = await startProduct();
  workspace = await product.workspace();
  folder = await mkdtemp(join(tmpdir(), 'perennial-plan-'));
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

const plan = async (...words: string[]): Promise<{ code: number; out: string; problem: string }> => {
  const args = [join(import.meta.dirname, '../cli.ts'), 'plan', ...words, '--key', workspace.key, '--url', product.url];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return { code: 0, out: stdout, problem: '' };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, problem: stderr };
  }
};

describe('the tracking plan on the command line', () => {
  it('goes out as it came in, and says before it changes what would change', async () => {
    const file = join(folder, 'plan.json');
    const event = { name: 'paid', status: 'planned', properties: [{ name: 'plan', required: true }] };
    await writeFile(file, JSON.stringify({ format: 'perennial-tracking-plan', version: 1, events: [event] }));
    expect(await plan('push', file, '--dry-run')).toMatchObject({ code: 0, out: 'added    paid \n' });
    expect(await plan('push', file)).toMatchObject({ code: 0, out: 'added    paid \n' });
    expect(await plan('pull', file)).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(file, 'utf8')).events).toMatchObject([event]);
    expect(await plan('push', file)).toMatchObject({ code: 0, out: 'Nothing to change\n' });
    expect(await plan('check')).toMatchObject({ code: 0, out: 'Nothing stands out\n' });
  });

  it('names what is wrong with a file, at its place', async () => {
    const file = join(folder, 'bad.json');
    await writeFile(file, '{ "format": ');
    expect(await plan('push', file)).toMatchObject({ code: 1, problem: expect.stringContaining('is not JSON') });
    await writeFile(
      file,
      JSON.stringify({ format: 'perennial-tracking-plan', version: 1, events: [{ name: 'a' }, { name: 'a', status: 'often' }] }),
    );
    expect(await plan('push', file)).toMatchObject({ code: 1, problem: expect.stringContaining('events.1.status') });
  });
});
