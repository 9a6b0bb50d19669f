// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Something that tells this process from every other that ever had its number; null when there is no
 * such process, or only the remains of one that nobody collected.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform !== 'linux') {
    const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim();
    return started ? started.replaceAll(/\s+/g, '-') : null;
  }
  // The second field holds the program's name, which may contain spaces and parentheses.
  const fields = read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, '').split(' ');
  const state = fields?.[0];
  if (fields === undefined || state === undefined || 'ZX'.includes(state)) return null;
  return `${fields[19]}@${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}`;
}

/** Whether the process is a PostgreSQL that serves this folder. */
function servesFolder(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') {
    const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    return command.includes('postgres') && command.includes(folder);
  }
  const command = read(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
  if (basename(command[0] ?? '') === 'postgres' && command.includes(folder)) return true;
  try {
    // Every process of a PostgreSQL works in its data folder; so may an administrator's shell.
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
    return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/** The processes of any PostgreSQL that serves this folder, main process or not. */
export function postgresProcesses(folder: string, knownPid: number | null): number[] {
  if (process.platform !== 'linux') return knownPid !== null && servesFolder(knownPid, folder) ? [knownPid] : [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => servesFolder(pid, folder));
}

export function sendSignal(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended in the meantime.
    }
  }
}

/** Waits until the condition holds. @returns whether it did, in time (milliseconds). */
export async function until(condition: () => boolean, within: number): Promise<boolean> {
  const end = performance.now() + within;
  while (!condition()) {
    if (performance.now() > end) return false;
    await sleep(20);
  }
  return true;
}
