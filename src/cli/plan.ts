import { readFile, writeFile } from 'node:fs/promises';
import type { PlanChange, PlanFinding, TrackingPlan } from '#flow/measures/plan-contracts.ts';
import { OperatorError } from '#kernel/app-error.ts';
import { type Address, callProduct } from './call-product.ts';

interface PlanOptions extends Address {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Writes the tracking plan of a running Perennial into a file. */
export const pullPlan = async (file: string, options: PlanOptions): Promise<void> => {
  const plan = await callProduct<TrackingPlan>(options, ['GET', '/api/v1/tracking-plan']);
  await writeFile(file, `${JSON.stringify(plan, null, 2)}\n`);
  process.stdout.write(`${plan.events.length} events written to ${file}\n`);
};

/** Makes the tracking plan be what a file says, or prints only what would change. */
export const pushPlan = async (file: string, options: PlanOptions): Promise<void> => {
  const { changes } = await callProduct<{ changes: PlanChange[] }>(
    options,
    ['PUT', `/api/v1/tracking-plan?dryRun=${options.dryRun === true}`],
    { json: await readPlan(file) },
  );
  process.stdout.write(
    options.json
      ? `${JSON.stringify(changes)}\n`
      : changes.length === 0
        ? 'Nothing to change\n'
        : changes.map(({ event, change, parts }) => `${change.padEnd(8)} ${event} ${parts.join(' ')}\n`).join(''),
  );
};

/** Prints what is wrong with what is tracked; ends with 1 when anything serious is, so that a build can stop on it. */
export const checkPlan = async (options: PlanOptions): Promise<void> => {
  const { rows } = await callProduct<{ rows: PlanFinding[] }>(options, ['GET', '/api/v1/tracking-plan/findings']);
  const open = rows.filter((row) => !row.ignored);
  process.stdout.write(options.json ? `${JSON.stringify(open)}\n` : open.map(lineOf).join('') || 'Nothing stands out\n');
  if (open.some((row) => row.weight === 'serious')) process.exitCode = 1;
};

const lineOf = ({ weight, kind, event, property, count, of, day, found }: PlanFinding): string => {
  const amount = count === null ? '' : of === null ? `${count}` : `${count} of ${of}`;
  const parts = [weight.padEnd(8), kind.padEnd(18), [event, property].filter(Boolean).join('.'), amount, day ?? '', found.join(', ')];
  return `${parts.filter(Boolean).join('  ')}\n`;
};

const readPlan = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null)
    throw new OperatorError('not_found', `There is no file ${file}.`, { remedy: 'Check the path, or write one with “plan pull”.' });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new OperatorError('malformed', `${file} is not JSON: ${why}`, { remedy: 'Mend the place that is named.', cause });
  }
};
