// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startPostgres } from '../../scripts/postgres/embedded.ts';

// Runs in a mount namespace of its own (see small-disk.ts). Says where PostgreSQL is, then takes orders on standard input
// until that ends.

const SIZE = '512m';
const CHUNK = Buffer.alloc(4 * 1024 * 1024, 1);
const TOP_UP_MS = 20;

const disk = process.argv[2] ?? '';
mkdirSync(disk, { recursive: true });
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk], { encoding: 'utf8' });
if (mounted.status !== 0) {
  console.error(mounted.stderr || mounted.error?.message);
  process.exit(1);
}
// A path too long for a socket, so that the socket stands outside this disk, where others can reach it.
const dataDir = join(disk, 'data-'.padEnd(100, 'x'));
const ballast = join(disk, 'ballast');
const postgres = await startPostgres({ dataDir, log: () => undefined });
const say = (what: object): boolean => process.stdout.write(`${JSON.stringify(what)}\n`);

let told: number | undefined;
const watch = setInterval(() => {
  if (postgres.pid() === told) return;
  told = postgres.pid();
  say({ pid: told });
}, TOP_UP_MS);
let toppingUp: NodeJS.Timeout | null = null;
say({ adminUrl: postgres.adminUrl, appUrl: postgres.appUrl });

for await (const order of createInterface(process.stdin)) {
  if (order === 'fill') {
    fill();
    // What PostgreSQL gives back in the meantime is taken too.
    toppingUp ??= setInterval(fill, TOP_UP_MS);
  } else {
    if (toppingUp !== null) clearInterval(toppingUp);
    toppingUp = null;
    rmSync(ballast, { force: true });
  }
  say({ done: order });
}
if (toppingUp !== null) clearInterval(toppingUp);
clearInterval(watch);
rmSync(ballast, { force: true });
await postgres.stop();

function fill(): void {
  const file = openSync(ballast, 'a');
  try {
    for (let size = CHUNK.length; size >= 1; ) {
      try {
        writeSync(file, CHUNK, 0, size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}
