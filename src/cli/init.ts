import { OperatorError } from '#kernel/app-error.ts';
import { PERMISSIONS } from '#kernel/endpoint.ts';
import { insertWorkspace, issueKey } from '#platform/access.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { openProduct } from '../product.ts';

interface InitOptions {
  readonly email: string;
  readonly password: string;
  readonly workspace: string;
  readonly name?: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly json?: boolean;
}

/** Sets an installation up without a browser and prints the address, an admin API key and a write key. */
export const runInit = async (options: InitOptions): Promise<void> => {
  if (options.password.length < 10)
    throw new OperatorError('invalid', 'The password has fewer than 10 characters.', { remedy: 'Choose a longer one.' });
  const config = readConfig(process.env);
  const product = await openProduct({ config, log: createLog('warn') });
  try {
    const { db } = product.stores.postgres;
    const owner = await product.access.auth.createUser({
      email: options.email,
      password: options.password,
      name: options.name ?? options.email,
    });
    const workspace = await insertWorkspace(
      db,
      systemClock,
      { name: options.workspace, timeZone: options.timeZone, currency: options.currency.toUpperCase(), weekStart: 1, language: 'en' },
      owner.id,
    );
    const api = await issueKey(db, systemClock, { ws: workspace.ws, name: 'init', kind: 'api', permissions: PERMISSIONS, by: owner.id });
    const write = await issueKey(db, systemClock, { ws: workspace.ws, name: 'init', kind: 'write', permissions: [], by: owner.id });
    const answer = {
      url: config.publicUrl ?? `http://localhost:${config.port}`,
      workspace: workspace.slug,
      apiKey: api.secret,
      writeKey: write.secret,
    };
    process.stdout.write(
      options.json
        ? `${JSON.stringify(answer)}\n`
        : `Address    ${answer.url} (after: npm start)\nWorkspace  ${answer.workspace}\nAPI key    ${answer.apiKey}\nWrite key  ${answer.writeKey}\n\nThe keys are shown this once.\n`,
    );
  } finally {
    await product.close();
  }
};
