// SPDX-License-Identifier: EUPL-1.2
// npm run demo:federation: from a bare checkout to three squares that know each other. Plain JavaScript without packages, because it
// also runs on Node 20 and before anything is installed.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCompiledCode } from './setup/compiled-code.mjs';
import { continueOnNode24, endWithParent, onNode24 } from './setup/node-24.mjs';
import { installPackages, packagesAreCurrent } from './setup/packages.mjs';
import { StartRefused } from './setup/start-refused.mjs';
import { buildWeb } from './setup/web-build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (message) => console.log(message);
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What runs, in the order in which it was started; ended in the opposite order. */
const running = [];
let ending = null;

async function main() {
  for (const signal of signals) process.on(signal, endOnSignal);
  if (!packagesAreCurrent(root)) await installPackages(root, say);
  if (!onNode24()) {
    for (const signal of signals) process.off(signal, endOnSignal);
    process.exit(await continueOnNode24(root, fileURLToPath(import.meta.url), process.argv.slice(2)));
  }
  endWithParent(endOnSignal);
  process.on('uncaughtException', refuse);
  await buildWeb(root, say);
  await keepCompiledCode(root);
  const { startSquares } = await import('./demo/federation/start-squares.ts');
  const guide = await startSquares({ env: process.env, say, started });
  say(`Where to look, and as whom: ${guide}`);
}

/** Ctrl-C while something was starting ended the rest already. */
async function started(part) {
  if (ending) await part.stop();
  else running.push(part);
}

/** An interrupted set-up is no success, unlike squares that are told to stop. */
function endOnSignal() {
  void end(running.length > 0 ? 0 : 130);
}

/** Ends everything once, however many signals come (npm and the terminal both send them). */
function end(code) {
  ending ??= (async () => {
    for (const part of running.reverse()) await part.stop().catch((error) => console.error(error));
    process.exit(code);
  })();
  return ending;
}

async function refuse(error) {
  if (ending) return;
  console.error(error instanceof StartRefused || error?.constructor?.name === 'ConfigError' ? error.message : error);
  await end(1);
}

main().catch(refuse);
