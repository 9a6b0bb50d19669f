// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { endsWithUs } from '../../scripts/postgres/run-as.ts';

const main = join(import.meta.dirname, '../../server/main.ts');

/** One process of Plein as a municipality runs it: `node server/main.ts` with its settings. */
export interface PleinProcess {
  address: string;
  pid: number;
  /** All that it printed so far. */
  output(): string;
  /** Resolves with the exit code, or null when a signal ended it. */
  exit: Promise<number | null>;
  /** Ends it as an operator does (SIGTERM), and waits. */
  stop(): Promise<void>;
  /** Ends it without any warning (SIGKILL), and waits. */
  kill(): Promise<void>;
}

export interface ProcessSettings {
  databaseUrl: string;
  dataDir: string;
  redisUrl?: string | null;
  role?: 'all' | 'web' | 'worker';
  /** A free one unless given. */
  port?: number;
  /** What the cookies, links and the Origin go by; the process's own address unless given. */
  publicUrl?: string;
  env?: Record<string, string>;
  /** Another program than `server/main.ts`, which says that it is open in the same words. */
  program?: string;
}

/** Starts a process and waits until it says that it is open. @throws with what it printed when it ends before that. */
export async function startProcess({ databaseUrl, dataDir, redisUrl = null, role = 'all', port, publicUrl, env = {}, program = main }: ProcessSettings): Promise<PleinProcess> {
  const chosen = port ?? (await freePort());
  const address = `http://127.0.0.1:${chosen}`;
  const [command, ...args] = [...endsWithUs(), process.execPath, program];
  const child = spawn(command ?? '', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: process.env['TMPDIR'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: String(chosen),
      PUBLIC_URL: publicUrl ?? address,
      ROLE: role,
      DEMO: '0',
      RATE_LIMITS: 'relaxed',
      ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
      ...env,
    },
  });
  let output = '';
  const exit = once(child, 'close').then(() => child.exitCode);
  await opened(child, exit, (text) => (output += text), () => output);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exit;
  };
  return { address, pid: child.pid ?? 0, output: () => output, exit, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function opened(child: ChildProcess, exit: Promise<number | null>, keep: (text: string) => void, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      keep(chunk.toString());
      if (/Plein (is open at|works in the background for) /.test(output())) resolve();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', reject);
    void exit.then((code) => reject(new Error(`it ended with ${code} before it was open: ${output()}`)));
  });
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
