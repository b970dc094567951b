import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Import } from '#flow/intake/contracts.ts';
import { OperatorError } from '#kernel/app-error.ts';
import { type Address, callProduct } from './call-product.ts';

interface ImportOptions extends Address {
  readonly kind?: string;
  readonly source?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const POLL_MS = 300;

/** Sends a file to a running Perennial, imports it (or only checks it) and prints what became of its rows. */
export const runImportCommand = async (file: string, options: ImportOptions): Promise<void> => {
  const size = (await stat(file).catch(() => null))?.size;
  if (size === undefined) throw new OperatorError('not_found', `There is no file ${file}.`, { remedy: 'Check the path.' });
  const query = new URLSearchParams({
    fileName: basename(file),
    ...(options.kind && { kind: options.kind }),
    ...(options.source && { source: options.source }),
  });
  const uploaded = await callProduct<Import>(options, ['POST', `/api/v1/imports?${query}`], {
    upload: { body: Readable.toWeb(createReadStream(file)), size },
  });
  const started = await callProduct<Import>(options, ['POST', `/api/v1/imports/${uploaded.id}/${options.dryRun ? 'check' : 'run'}`]);
  const finished = await wait(options, started);
  process.stdout.write(options.json ? `${JSON.stringify(finished)}\n` : report(finished));
  if (finished.failed > 0 || finished.status === 'failed') process.exitCode = 1;
};

const wait = async (options: ImportOptions, from: Import): Promise<Import> => {
  let current = from;
  while (['queued', 'running', 'checking'].includes(current.status)) {
    if (!options.json && process.stderr.isTTY) process.stderr.write(`\r${current.rowsRead} of about ${current.rowsTotal} rows `);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    current = await callProduct<Import>(options, ['GET', `/api/v1/imports/${current.id}`]);
  }
  return current;
};

const report = (done: Import): string => {
  const findings = done.findings.map((finding) => `  ${finding.severity}: ${finding.message.en} (${finding.count})`);
  const errors = done.errors
    .slice(0, 10)
    .map((error) => `  line ${error.line}${error.field ? `, ${error.field}` : ''}: ${error.message} ${error.remedy}`);
  return [
    `${done.fileName} as ${done.kind ?? 'unknown kind'}: ${done.status}`,
    `  created ${done.created}, updated ${done.updated}, unchanged ${done.unchanged}, failed ${done.failed}`,
    ...findings,
    ...errors,
    '',
  ].join('\n');
};
