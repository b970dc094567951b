#!/usr/bin/env node
import { Command } from 'commander';
import { isAppError } from '#kernel/app-error.ts';
import { runDoctor } from './cli/doctor.ts';
import { runImportCommand } from './cli/import.ts';
import { runInit } from './cli/init.ts';
import { VERSION } from './product.ts';

const program = new Command('perennial').description('The operating system of a SaaS business').version(VERSION);

program
  .command('init')
  .description('set up without a browser: the first user, a workspace, an API key and a write key')
  .requiredOption('--email <email>', 'e-mail address of the owner')
  .requiredOption('--password <password>', 'at least 10 characters')
  .requiredOption('--workspace <name>', 'name of the workspace')
  .option('--name <name>', 'name of the owner')
  .option('--time-zone <zone>', 'IANA time zone', 'UTC')
  .option('--currency <code>', 'ISO 4217 currency', 'USD')
  .option('--json', 'print JSON')
  .action(runInit);

program
  .command('doctor')
  .description('say what is wrong with this installation, and what to do')
  .option('--json', 'print JSON')
  .action(runDoctor);

program
  .command('import')
  .description('import a CSV or XLSX file into a running Perennial')
  .argument('<file>')
  .requiredOption('--key <key>', 'API key', process.env.PERENNIAL_KEY)
  .option('--url <url>', 'address of the product', process.env.PERENNIAL_URL ?? 'http://localhost:4400')
  .option('--kind <kind>', 'what the file holds; guessed when left out')
  .option('--source <source>', 'the system it comes from')
  .option('--dry-run', 'check only: change nothing')
  .option('--json', 'print JSON')
  .action(runImportCommand);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(
    isAppError(error)
      ? `${error.message}\n${error.remedy ?? ''}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
