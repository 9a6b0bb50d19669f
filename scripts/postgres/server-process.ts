// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { tail } from '../setup/run-quietly.mjs';
import { StartRefused } from '../setup/start-refused.mjs';
import { until } from './processes.ts';

const largestLog = 10 * 1024 * 1024;

/** Starts PostgreSQL and returns when it answers. */
export async function startServerProcess(command: string[], logFile: string, adminUrl: string): Promise<ChildProcess> {
  const log = openLog(logFile);
  const before = statSync(logFile).size;
  const [program, ...args] = command;
  // A process group of its own: Ctrl-C in the terminal must not end it before the application is done.
  const child = spawn(program ?? '', args, { stdio: ['ignore', log, log], detached: true, cwd: '/' });
  closeSync(log);
  let failure: string | null = null;
  child.once('error', (error) => { failure = error.message; });
  child.once('exit', () => { failure ??= 'it ended'; });
  while (!(await answers(adminUrl))) {
    if (failure !== null) throw new StartRefused(`PostgreSQL did not start (${failure}); the end of ${logFile} says:\n${tail(readFileSync(logFile).subarray(before).toString('utf8'), 8)}`);
    await sleep(15);
  }
  return child;
}

async function answers(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Keeps the log of one earlier time, so that it cannot fill the disk. */
function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/**
 * Lets connections that are just being closed end by themselves, then disconnects everybody, writes
 * everything to disk and ends; harder when that takes too long.
 */
export async function stopServerProcess(child: ChildProcess): Promise<void> {
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  for (const [signal, patience] of [['SIGTERM', 500], ['SIGINT', 30_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    if (ended()) return;
    child.kill(signal);
    if (await until(ended, patience)) return;
  }
}
