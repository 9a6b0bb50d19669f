// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endsWithUs } from '../../scripts/postgres/run-as.ts';
import type { OwnPostgres } from './installation.ts';

/** A PostgreSQL whose data folder is a disk of its own, so small that it can be filled. */
export interface SmallDiskPostgres extends OwnPostgres {
  /** Takes the last byte of the disk and keeps it full. */
  fill(): Promise<void>;
  free(): Promise<void>;
}

const program = join(import.meta.dirname, 'small-disk-postgres.ts');

/**
 * The disk is a tmpfs in a mount namespace of one process, which any user may make: it is seen by nobody else and is gone
 * with that process, however this one ends.
 */
export async function startPostgresOnSmallDisk(folder: string): Promise<SmallDiskPostgres> {
  const [command, ...args] = [...endsWithUs(), 'unshare', '--user', '--map-root-user', '--mount', process.execPath, program, folder];
  const child = spawn(command ?? '', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = once(child, 'close');
  const answers: ((line: string | null) => void)[] = [];
  createInterface(child.stdout).on('line', (line) => {
    const told = JSON.parse(line) as { pid?: number };
    if (told.pid !== undefined) pid = told.pid;
    else answers.shift()?.(line);
  });
  let pid: number | undefined;
  void ended.then(() => answers.splice(0).forEach((answer) => answer(null)));
  const answer = async (): Promise<string> => {
    const line = await new Promise<string | null>((resolve) => answers.push(resolve));
    if (line === null) throw new Error(`The small disk could not be made: this machine must allow a user namespace with a tmpfs in it (unshare --user --map-root-user --mount; mount -t tmpfs). It said: ${complaints}`);
    return line;
  };
  const tell = async (order: 'fill' | 'free'): Promise<void> => {
    child.stdin.write(`${order}\n`);
    await answer();
  };
  const { adminUrl, appUrl } = JSON.parse(await answer()) as { adminUrl: string; appUrl: string };
  return {
    adminUrl,
    appUrl,
    pid: () => pid,
    fill: () => tell('fill'),
    free: () => tell('free'),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
