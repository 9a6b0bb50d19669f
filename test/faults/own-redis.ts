// SPDX-License-Identifier: EUPL-1.2
import { Redis } from 'ioredis';
import { freePort } from '../support/processes.ts';
import { startRedis } from '../support/redis-server.ts';

/** A Redis that keeps nothing, and comes back empty on the same port after it was killed. */
export interface OwnRedis {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export async function openOwnRedis(folder: string): Promise<OwnRedis> {
  const port = await freePort();
  let running: { stop(): Promise<void> } | null = await startRedis(folder, port);
  const kill = async (): Promise<void> => {
    // It is ended with SIGKILL.
    await running?.stop();
    running = null;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    stop: kill,
    async start() {
      running ??= await startRedis(folder, port);
    },
    async flush() {
      const redis = new Redis(port, '127.0.0.1', { retryStrategy: null });
      redis.on('error', () => undefined);
      await redis.flushall();
      redis.disconnect();
    },
  };
}
