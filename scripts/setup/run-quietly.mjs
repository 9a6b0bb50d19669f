// SPDX-License-Identifier: EUPL-1.2
import { spawn, spawnSync } from 'node:child_process';

/** What ends a command when this process is killed and can do nothing more; only Linux has it. */
function endsWithUs() {
  const prefix = ['setpriv', '--pdeathsig', 'KILL'];
  const works = process.platform === 'linux' && spawnSync(prefix[0], [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
  return works ? prefix : [];
}

/**
 * Runs a step of the set-up without showing what it says. It never outlives this process: a broken-off
 * npm would otherwise go on for a minute (it puts off SIGTERM) and get in the way of the next start.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{code: number | null, signal: string | null, output: string}>} code is null when it could not start
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const [program, ...rest] = [...endsWithUs(), command, ...args];
    // A process group of its own, so that it can be ended with all that it started.
    const child = spawn(program, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const end = () => endGroup(child.pid);
    process.once('exit', end);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => {
      process.off('exit', end);
      resolve({ code: null, signal: null, output: error.message });
    });
    child.once('close', (code, signal) => {
      process.off('exit', end);
      // setpriv says 127 when there is no such command.
      const missing = code === 127 && program !== command;
      resolve({ code: missing ? null : (code ?? 1), signal, output });
    });
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended in the meantime, or never began.
  }
}

/** The last lines of an output, indented, to stand under a sentence. */
export function tail(output, lines = 15) {
  return indented(output.trimEnd().split('\n').slice(-lines));
}

/** The first lines of an output, for programs that name the fault before they explain themselves. */
export function head(output, lines = 15) {
  return indented(output.trimEnd().split('\n').slice(0, lines));
}

function indented(lines) {
  return lines.map((line) => `  ${line}`).join('\n');
}
