// SPDX-License-Identifier: EUPL-1.2
// npm test: sets up what is missing, then the checks and all tests. With names of test files: only those.
// npm run test:long (--long): what takes too long for every change.
// Plain JavaScript without packages, because it also runs on Node 20 and before anything is installed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { continueOnNode24, onNode24 } from './setup/node-24.mjs';
import { installPackages, packagesAreCurrent } from './setup/packages.mjs';
import { StartRefused } from './setup/start-refused.mjs';
import { ensureSystemPrograms } from './setup/system-programs.mjs';
import { buildWeb } from './setup/web-build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (message) => console.log(message);
const given = process.argv.slice(2);
const long = given.includes('--long');
const chosen = given.filter((each) => each !== '--long');

async function main() {
  if (!packagesAreCurrent(root)) await installPackages(root, say);
  if (!onNode24()) return continueOnNode24(root, fileURLToPath(import.meta.url), given);
  await ensureSystemPrograms(say);
  await buildWeb(root, say);
  if (chosen.length === 0 && !long) {
    const checks = await runShown('npm', ['run', '--silent', 'check']);
    if (checks !== 0) {
      say('The checks failed, so the tests were not run.');
      return checks;
    }
  }
  return runTests();
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'plein-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runShown(process.execPath, [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`,
      ...(long ? ['--config', join(root, 'vitest.long.config.ts')] : []), ...chosen,
    ]);
    const { passed, failed } = count(report);
    say(`\n${passed} passed, ${failed} failed`);
    return code === 0 && (failed > 0 || passed === 0) ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test file that could not even be loaded counts as one failure. */
function count(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Runs a command in the open. @returns {Promise<number>} its exit code */
function runShown(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: withOwnPrograms() });
    // The terminal sends Ctrl-C to the child as well; what is sent to us alone is passed on.
    const passOn = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, passOn);
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, passOn);
      resolve(code ?? 1);
    });
  });
}

/** With node_modules/.bin first, so that every script runs on the Node of the package "node". */
function withOwnPrograms() {
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` };
}

main().then((code) => process.exit(code), (error) => {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
});
