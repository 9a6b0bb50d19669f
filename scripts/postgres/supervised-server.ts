// SPDX-License-Identifier: EUPL-1.2
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopServerProcess } from './server-process.ts';

export interface SupervisedServer {
  pid(): number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts a server and starts it again whenever it ends by itself, after a pause that grows from 0.1 to
 * 10 seconds while that fails.
 */
export async function superviseServer(start: () => Promise<ChildProcess>, log: (message: string) => void): Promise<SupervisedServer> {
  const stopping = new AbortController();
  let server = await start();
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await ended(server, stopping.signal);
      for (let pause = 100; !stopping.signal.aborted && isOver(server); pause = Math.min(pause * 2, 10_000)) {
        log('PostgreSQL ended by itself and is started again.');
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return;
        server = await start().catch((error: unknown) => {
          log(error instanceof Error ? error.message : String(error));
          return server;
        });
      }
    }
  };
  const watching = watch();
  return {
    pid: () => server.pid,
    stop: async () => {
      stopping.abort();
      await watching;
      await stopServerProcess(server);
    },
  };
}

const isOver = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null;

function ended(server: ChildProcess, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (isOver(server) || signal.aborted) return resolve();
    server.once('exit', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
