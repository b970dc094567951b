import { recallFrom } from '#kernel/saying.ts';
import { systemClock } from '#platform/clock.ts';
import { openJobs } from '#platform/jobs.ts';
import { silentLog } from '#platform/log.ts';
import { connectPostgres } from '#platform/postgres.ts';
import { createImports } from '../create-imports.ts';
import { firmTarget, forgetThings, orderTarget } from './things.ts';

/** A process of its own that does what waits in workspace 1, so that a test can kill it: database address and upload folder are its arguments. */
const [, , url = '', folder = ''] = process.argv;
const postgres = await connectPostgres({ url });
const jobs = await openJobs({ url, log: silentLog });
const targets = [firmTarget, orderTarget];
const imports = createImports({
  postgres,
  jobs,
  clock: systemClock,
  log: silentLog,
  folder,
  targets,
  hasRoom: () => true,
  recall: recallFrom([]),
  forgetFacts: forgetThings(postgres.db),
});
await imports.start();
// As the product does it: the jobs take up what was left, not a call.
await jobs.start();
process.send?.('ready');
