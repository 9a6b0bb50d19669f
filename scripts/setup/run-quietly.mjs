// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';

/**
 * Runs a command without showing what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{code: number | null, signal: string | null, output: string}>} code is null when it could not start
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    // A set-up step must not outlive us; Ctrl-C reaches it through the terminal, a plain kill does not.
    const end = () => child.kill('SIGTERM');
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
      resolve({ code: code ?? (signal ? 1 : null), signal, output });
    });
  });
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
