// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartRefused } from '../setup/start-refused.mjs';
import type { RunAs } from './run-as.ts';

/** The kernel allows 107 bytes. */
const longest = 100;

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longest;

/** Where the socket stands: in the data folder, or in a short folder of its own when that path is too long. */
export function socketDirOf(dataDir: string): string {
  const beside = join(dataDir, 'socket');
  if (fits(beside)) return beside;
  const name = `plein-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const short = join(tmpdir(), name);
  return fits(short) ? short : join('/tmp', name);
}

/**
 * Makes the folder, open to its owner only. Who can enter it can connect as any role without a
 * password, so in a shared place such as /tmp one that a stranger put there is refused.
 */
export function makeSocketDir(folder: string, owner: RunAs['owner']): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const uid = process.getuid?.();
  if (!found.isDirectory() || (uid !== undefined && found.uid !== uid && found.uid !== owner?.uid)) {
    throw new StartRefused(`${folder}, meant for the socket of PostgreSQL, belongs to somebody else: remove it, or set DATA_DIR to a shorter path.`);
  }
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
}

export function removeSocketDir(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
