// SPDX-License-Identifier: EUPL-1.2
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from '../setup/start-refused.mjs';
import { processIdentity } from './processes.ts';

/** How long, in milliseconds, the one before may still be busy ending. */
const patience = 3_000;

/**
 * Makes this process the only one that uses the data folder, by a file `plein.lock` with its number and
 * start. A lock of a process that is gone (kill -9, a restarted machine) is replaced.
 * @returns a function that gives the folder free
 */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  const path = join(dataDir, 'plein.lock');
  const own = `${process.pid} ${processIdentity(process.pid)}\n`;
  const draft = `${path}.${process.pid}`;
  const end = performance.now() + patience;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    while (!tryLink(draft, path)) {
      const found = readOrNull(path);
      if (found === null) continue;
      const [pid, identity] = found.trim().split(' ');
      const held = found === own || (identity !== undefined && processIdentity(Number(pid)) === identity);
      if (!held) {
        replaceStale(path, found, `${draft}.stale`);
      } else if (performance.now() < end) {
        await sleep(100);
      } else {
        throw new StartRefused(`Another Plein (process ${pid}) is using the data folder ${dataDir}: stop that one first, or set DATA_DIR to another folder.`);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (readOrNull(path) === own) rmSync(path, { force: true });
  };
}

/** A link appears with its content in one step, unlike a file that is made and then written. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the stale lock away; when another start was quicker and this is its fresh lock, puts it back. */
function replaceStale(path: string, expected: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readOrNull(aside) !== expected) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
