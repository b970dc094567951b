#!/usr/bin/env node
import { Command } from 'commander';
import { isAppError } from '#kernel/app-error.ts';
import { withAddress } from './cli/address-options.ts';
import { runDemoCommand } from './cli/demo.ts';
import { runDoctor } from './cli/doctor.ts';
import { runImportCommand } from './cli/import.ts';
import { runInit } from './cli/init.ts';
import { checkPlan, pullPlan, pushPlan } from './cli/plan.ts';
import { runQuery } from './cli/query.ts';
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

withAddress(program.command('import').description('import a CSV or XLSX file into a running Perennial').argument('<file>'))
  .option('--kind <kind>', 'what the file holds; guessed when left out')
  .option('--source <source>', 'the system it comes from')
  .option('--dry-run', 'check only: change nothing')
  .option('--json', 'print JSON')
  .action(runImportCommand);

withAddress(
  program
    .command('demo')
    .description(
      'bring the demo company into an empty workspace: of a running Perennial with --key, else of the stopped one on this data folder',
    ),
  'API key of a running one',
  false,
)
  .option('--size <size>', 'small (400 accounts) or medium (5,000)', 'small')
  .option('--seed <number>', 'another seed gives another company')
  .option('--accounts <number>', 'companies that ever became leads')
  .option('--months <number>', 'how much of its past')
  .option('--uses <number>', 'events of an active person a month')
  .option('--language <language>', 'en, zh-CN or es; by default that of the workspace')
  .option('--truth <file>', 'write down what is true of it, as lines of JSON; the product never reads it')
  .option('--workspace <slug>', 'which workspace of a stopped installation')
  .option('--json', 'print JSON')
  .action(runDemoCommand);

withAddress(
  program
    .command('query')
    .description(
      'ask a running Perennial what people or accounts do: trend, funnel, retention, stickiness, lifecycle, paths, sessions, adoption',
    )
    .argument('<question>', 'a question as JSON, a file with one, or - for what is piped in'),
)
  .option('--csv', 'print CSV')
  .option('--json', 'print the whole answer as JSON')
  .option('--sql', 'print the SQL that ran')
  .action(runQuery);

const plan = program
  .command('plan')
  .description('the tracking plan of a running Perennial as a file, and what is wrong with what is tracked');
for (const [command, action] of [
  [plan.command('pull').description('write the plan into a file').argument('<file>'), pullPlan],
  [
    plan
      .command('push')
      .description('make the plan be what a file says')
      .argument('<file>')
      .option('--dry-run', 'only say what would change'),
    pushPlan,
  ],
  [plan.command('check').description('say what is wrong; ends with 1 when anything serious is'), checkPlan],
] as const)
  withAddress(command).option('--json', 'print JSON').action(action);

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
