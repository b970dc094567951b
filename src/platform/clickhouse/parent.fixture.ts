/** A parent for the test of orphans: starts an engine in the folder that it is given, tells its process id, and waits to be killed. */
import { silentLog } from '#platform/log.ts';
import { startEmbeddedClickHouse } from './embedded.ts';

const engine = await startEmbeddedClickHouse({ folder: process.argv[2] ?? '', log: silentLog });
process.send?.(engine.pid());
