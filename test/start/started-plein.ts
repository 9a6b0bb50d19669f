// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { postgresProcesses, processIdentity, sendSignal, until } from '../../scripts/postgres/processes.ts';

const script = join(import.meta.dirname, '../../scripts/start.mjs');

/** A data folder (not made yet) in a folder that only its owner may enter. */
export function freshDataDir(): string {
  const parent = mkdtempSync(join(tmpdir(), `plein-test-${process.pid}-`));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, 'data');
}

export interface StartedPlein {
  /** Resolves when the address is printed. */
  address: Promise<string>;
  /** Resolves with the exit code when it ended by itself or by a signal. */
  exit: Promise<number | null>;
  /** All that it printed so far. */
  output(): string;
  signal(name: NodeJS.Signals): void;
}

export interface Circumstances {
  env?: Record<string, string>;
  /** Put before the command, to start it as somebody else. */
  prefix?: string[];
}

/** Runs scripts/start.mjs on a free port; whatever is left of it is ended after the test. */
export function startPlein(dataDir: string, { env = {}, prefix = [] }: Circumstances = {}): StartedPlein {
  const [command, ...args] = [...prefix, process.execPath, script];
  const child = spawn(command ?? '', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir(), PORT: '0', DEMO: '0', DATA_DIR: dataDir, ...env },
  });
  let output = '';
  const exit = once(child, 'close').then(() => child.exitCode);
  const address = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /open at (http:\/\/\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void exit.then((code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  // A test that waits for the exit only does not look at the address.
  address.catch(() => {});
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
    await until(() => processesOf(dataDir).length === 0, 5_000);
    sendSignal(processesOf(dataDir), 'SIGKILL');
  });
  return { address, exit, output: () => output, signal: (name) => child.kill(name) };
}

/** The living processes of the PostgreSQL on this data folder. */
export function processesOf(dataDir: string): number[] {
  return postgresProcesses(join(dataDir, 'postgres'), null).filter((pid) => processIdentity(pid) !== null);
}
