// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { endsWithUs } from '../../scripts/postgres/run-as.ts';

/** A Redis on a port of this machine only, a free one unless given, which keeps nothing. */
export async function startRedis(folder: string, fixedPort?: number): Promise<{ url: string; stop(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  for (let attempt = 0; ; attempt++) {
    const port = fixedPort ?? (await freePort());
    const [command, ...args] = [...endsWithUs(), 'redis-server', '--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
    const child = spawn(command ?? '', args, { stdio: 'ignore' });
    const ended = once(child, 'exit').then(() => 'ended' as const, () => 'missing' as const);
    const givingUp = new AbortController();
    const state = await Promise.race([ended, answers(port, givingUp.signal)]);
    givingUp.abort();
    if (state === 'missing' || (state === 'ended' && attempt === 3)) throw new Error('redis-server could not be started: install it (Debian: apt-get install redis-server), or run "npm test", which does.');
    if (state === 'ended') continue;
    return {
      url: `redis://127.0.0.1:${port}`,
      stop: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }
}

async function answers(port: number, givingUp: AbortSignal): Promise<'ready'> {
  while (!givingUp.aborted) {
    const redis = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 });
    redis.on('error', () => {});
    const pong = await redis.connect().then(() => redis.ping()).catch(() => null);
    redis.disconnect();
    if (pong === 'PONG') return 'ready';
    await sleep(20);
  }
  return 'ready';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
