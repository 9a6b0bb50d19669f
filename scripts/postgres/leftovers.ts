// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../setup/start-refused.mjs';
import { postgresProcesses, sendSignal, until } from './processes.ts';

/**
 * Ends a server that a killed run left behind and clears what it would trip over. It is replaced, not
 * adopted: that takes a moment more, but the new server surely has the present program and settings.
 * The caller holds the lock of the data folder.
 */
export async function endLeftover(folder: string, socketDir: string): Promise<void> {
  const left = postmasterFile(folder);
  const running = (): number[] => postgresProcesses(folder, left?.pid ?? null);
  const main = left !== null && running().includes(left.pid) ? left : null;
  if (main !== null && main.socketDir !== socketDir) {
    throw new StartRefused(`A PostgreSQL that Plein did not start (process ${main.pid}) is using ${folder}: stop it first.`);
  }
  if (main !== null) sendSignal([main.pid], 'SIGINT');
  if (!(await until(() => running().length === 0, 30_000))) sendSignal(running(), 'SIGQUIT');
  if (!(await until(() => running().length === 0, 5_000))) sendSignal(running(), 'SIGKILL');
  if (!(await until(() => running().length === 0, 5_000))) {
    throw new StartRefused(`The PostgreSQL of an earlier run (process ${running().join(', ')}) does not end: stop it first.`);
  }
  // PostgreSQL takes any living process with the number in these files for a running server.
  for (const path of [join(folder, 'postmaster.pid'), join(socketDir, '.s.PGSQL.5432'), join(socketDir, '.s.PGSQL.5432.lock')]) rmSync(path, { force: true });
}

/** The first and the fifth line: https://www.postgresql.org/docs/18/storage-file-layout.html */
function postmasterFile(folder: string): { pid: number; socketDir: string } | null {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Math.abs(Number(lines[0])), socketDir: lines[4] ?? '' };
  } catch {
    return null;
  }
}
