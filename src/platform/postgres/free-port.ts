import { createServer } from 'node:net';

/** Which loopback port is free at this moment? Another process may take it before we do; callers try again. */
export const freePort = (): Promise<number> => listenOnce(0);

/** Can this loopback port be taken at this moment? */
export const isFree = (port: number): Promise<boolean> =>
  listenOnce(port).then(
    () => true,
    () => false,
  );

const listenOnce = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
