// SPDX-License-Identifier: EUPL-1.2
import { chownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly, tail } from '../setup/run-quietly.mjs';
import { StartRefused } from '../setup/start-refused.mjs';
import type { Binaries } from './binaries.ts';
import type { RunAs } from './run-as.ts';

/** Whether the folder holds the data of a PostgreSQL we can run; false: there is nothing yet. */
export function clusterExists(folder: string, major: string): boolean {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  if (names.length === 0) {
    rmdirSync(folder);
    return false;
  }
  if (!names.includes('PG_VERSION')) throw new StartRefused(`${folder} is not empty, but holds no data of PostgreSQL: set DATA_DIR to another folder.`);
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== major) throw new StartRefused(`${folder} holds data of PostgreSQL ${found}, but this Plein brings PostgreSQL ${major}: start the Plein that made it, or follow "Upgrades" in docs/operating.md.`);
  return true;
}

/** Makes the cluster beside its place and moves it there when whole, so that a broken-off attempt is simply made again. */
export async function createCluster(folder: string, binaries: Binaries, user: RunAs, fast: boolean): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (user.owner) chownSync(draft, user.owner.uid, user.owner.gid);
  const [command, ...args] = [
    ...user.prefix, binaries.initdb, '-D', draft, '--username=postgres', '--encoding=UTF8',
    // Sorting by code point, the same on every machine; the C library's part is for pg_trgm, which
    // would otherwise pass over letters such as é.
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8',
    // There is no TCP, and only the owner of the folder of the socket can reach it: see socket-dir.ts.
    '--auth-local=trust', '--auth-host=reject', ...(fast ? ['--no-sync'] : []),
  ];
  const initdb = await runQuietly(command ?? '', args);
  if (initdb.code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new StartRefused(`The database could not be made in ${folder}; PostgreSQL says:\n${tail(initdb.output)}`);
  }
  renameSync(draft, folder);
}
