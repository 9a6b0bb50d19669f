// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { endsWithUs } from '../../scripts/postgres/run-as.ts';
import { freePort } from '../support/processes.ts';

export interface BareServer {
  address: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts `baseline.ts` or `baseline-live.ts` as a process of its own. */
export async function startBare(script: 'baseline.ts' | 'baseline-live.ts', env: Record<string, string> = {}): Promise<BareServer> {
  const port = await freePort();
  const [command, ...args] = [...endsWithUs(), process.execPath, join(import.meta.dirname, script)];
  const child = spawn(command ?? '', args, { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: String(port), ...env } });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended.then(([code]) => Promise.reject(new Error(`${script} ended with ${String(code)}`)))]);
  return {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
