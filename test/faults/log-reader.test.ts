// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endsWithUs } from '../../scripts/postgres/run-as.ts';
import { createDatabase } from '../support/database.ts';
import { freePort } from '../support/processes.ts';
import { until } from '../support/until.ts';

const main = join(import.meta.dirname, '../../server/main.ts');
/** Well over what the system keeps of a stream that nobody reads. */
const REQUESTS = 3_000;
const AT_ONCE = 20;

test.each(['stops reading', 'is gone'] as const)('a process whose reader of its log %s answers, and ends when it is told to', async (how) => {
  const database = await createDatabase();
  const port = await freePort();
  const [command, ...args] = [...endsWithUs(), process.execPath, main];
  const child = spawn(command ?? '', args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], DATABASE_URL: database.url, DATA_DIR: await mkdtemp(join(tmpdir(), 'plein-log-')), PORT: String(port), ROLE: 'web', DEMO: '0', LOG_LEVEL: 'info', RATE_LIMITS: 'relaxed' },
  });
  const ended = once(child, 'exit');
  try {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await until(() => output.includes('Plein is open at'), Boolean, 60_000);
    if (how === 'is gone') child.stdout.destroy();
    else child.stdout.pause();
    const answers = new Set<number>();
    for (let sent = 0; sent < REQUESTS; sent += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, async () => answers.add((await fetch(`http://127.0.0.1:${port}/api/v1/nothing?${'x'.repeat(100)}`)).status)));
    }
    expect([...answers]).toEqual([404]);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
    await ended;
    await database.drop();
  }
});
