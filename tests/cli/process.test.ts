import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'perennial-cli-'));
const PORT = String(20_000 + Math.floor(Math.random() * 20_000));
const environment = { ...process.env, PERENNIAL_HOME: home, PORT, LOG_LEVEL: 'warn', DATABASE_URL: '', CLICKHOUSE_URL: '' };

const run = (args: readonly string[], env: Record<string, string | undefined> = environment) =>
  spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8', timeout: 60_000 });

/** Starts the product and waits for its address. */
const start = (): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/main.ts'], { cwd: ROOT, env: environment });
    child.stdout?.on('data', (text: Buffer) => text.includes('Perennial is at') && resolve(child));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });

let keys: { url: string; apiKey: string; writeKey: string; workspace: string };

beforeAll(() => {
  const { stdout, stderr, status } = run([
    'src/cli.ts',
    'init',
    '--email',
    'ada@example.com',
    '--password',
    'a long enough password',
    '--workspace',
    'Acme',
    '--json',
  ]);
  expect([status, stderr]).toEqual([0, '']);
  keys = JSON.parse(stdout) as typeof keys;
}, 90_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('init', () => {
  it('sets up without a browser and prints address and keys', () => {
    expect(keys).toMatchObject({ url: `http://localhost:${PORT}`, workspace: 'acme' });
    expect(keys.apiKey).toMatch(/^pak_/);
    expect(keys.writeKey).toMatch(/^pwk_/);
  });

  it('refuses a short password with a remedy', () => {
    const { status, stderr } = run(['src/cli.ts', 'init', '--email', 'x@example.com', '--password', 'short', '--workspace', 'X']);
    expect(status).toBe(1);
    expect(stderr).toContain('Choose a longer one');
  });
});

describe('a running product', () => {
  it('answers with the keys of init, refuses a second process, and closes on SIGTERM', async () => {
    const child = await start();
    const members = await fetch(`${keys.url}/api/v1/members`, { headers: { authorization: `Bearer ${keys.apiKey}` } });
    expect(members.status).toBe(200);
    const event = await fetch(`${keys.url}/v1/track`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${keys.writeKey}:`)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ userId: 'u1', event: 'Opened' }),
    });
    expect(event.status).toBe(200);
    const second = run(['src/main.ts'], { ...environment, PORT: '0' });
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('could not start');
    expect(second.stderr).toContain(home);
    const doctor = run(['src/cli.ts', 'doctor', '--json']);
    expect(doctor.status).toBe(1);
    expect(
      (JSON.parse(doctor.stdout) as { findings: { check: string; ok: boolean }[] }).findings
        .filter((finding) => !finding.ok)
        .map((finding) => finding.check),
    ).toEqual(expect.arrayContaining(['Port', 'Data folder']));
    expect(await end(child, 'SIGTERM')).toBe(0);
  }, 90_000);

  it('has kept what it acknowledged, after Ctrl-C too', async () => {
    const child = await start();
    const names = (await (
      await fetch(`${keys.url}/api/v1/facts/names`, { headers: { authorization: `Bearer ${keys.apiKey}` } })
    ).json()) as { rows: { event: string; count: number }[] };
    expect(names.rows.find((row) => row.event === 'Opened')?.count).toBe(1);
    expect(await end(child, 'SIGINT')).toBe(0);
  }, 90_000);
});

describe('doctor', () => {
  it('finds nothing wrong with a stopped installation', () => {
    const { status, stdout } = run(['src/cli.ts', 'doctor', '--json']);
    const { findings } = JSON.parse(stdout) as { findings: { check: string; ok: boolean; says: string }[] };
    expect([findings.filter((finding) => !finding.ok), status]).toEqual([[], 0]);
    expect(findings.map((finding) => finding.check)).toEqual(expect.arrayContaining(['Node.js', 'Records', 'Events', 'Disk']));
  }, 60_000);

  it('lists mistakes of the configuration all at once', () => {
    const { status, stderr } = run(['src/main.ts'], { ...environment, PORT: 'x', DATABASE_URL: 'mysql://y' });
    expect(status).toBe(1);
    expect(stderr).toContain('PORT');
    expect(stderr).toContain('DATABASE_URL');
  });
});
