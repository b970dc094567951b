import { Command } from 'commander';
import { expect, it } from 'vitest';
import { withAddress } from './address-options.ts';

const read = (...args: readonly string[]): unknown => {
  let said = '';
  const command = withAddress(new Command('query').argument('<question>'))
    .exitOverride()
    .configureOutput({ writeErr: (text) => (said += text) })
    .action(() => {});
  try {
    return command.parse(['{}', ...args], { from: 'user' }).opts();
  } catch {
    return said;
  }
};

it('takes a key and an address', () => {
  expect(read('--key', 'pak_1', '--url', 'http://there')).toEqual({ key: 'pak_1', url: 'http://there' });
});

it('refuses an empty key, and the next option in its place', () => {
  expect(read('--key', '', '--url', 'http://there')).toContain("'--key <key>' argument '' is invalid. It is empty.");
  expect(read('--key', '--url', 'http://there')).toContain("'--key <key>' argument '--url' is invalid. That is the next option");
  expect(read('--key', 'pak_1', '--url', '')).toContain("'--url <url>'");
});
