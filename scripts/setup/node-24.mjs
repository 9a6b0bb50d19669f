// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StartRefused } from './start-refused.mjs';

const needed = 24;
const marker = 'PLEIN_CONTINUED_ON_NODE_24';

/** Whether this process can run the TypeScript sources as they are. */
export function onNode24() {
  const continued = process.env[marker] === '1';
  delete process.env[marker];
  if (Number(process.versions.node.split('.')[0]) >= needed) return true;
  if (continued) {
    throw new StartRefused(`The package "node" holds Node ${process.versions.node} instead of ${needed}: remove node_modules and start again.`);
  }
  return false;
}

/**
 * Runs the same script on the Node 24 of the package "node" and passes signals on. The open IPC channel
 * tells that process when this one is killed (see endWithParent).
 * @returns {Promise<number>} the exit code
 */
export function continueOnNode24(root, script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules', '.bin', 'node'), [...process.execArgv, script, ...args], {
      env: { ...process.env, [marker]: '1' },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    endWithParent(() => child.kill('SIGTERM'));
    child.once('error', (error) => reject(new StartRefused(`Node ${needed} could not be started: ${error.message}.`)));
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/**
 * Calls `end` when the process on whose behalf this one runs was killed and could not pass that on: the
 * one that continued on this one, or npm.
 */
export function endWithParent(end) {
  if (process.channel) {
    process.once('disconnect', end);
    process.channel.unref();
  } else if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      end();
    }, 500);
    watch.unref();
  }
}
