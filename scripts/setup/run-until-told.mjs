// SPDX-License-Identifier: EUPL-1.2
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCompiledCode } from './compiled-code.mjs';
import { continueOnNode24, endWithParent, onNode24 } from './node-24.mjs';
import { installPackages, packagesAreCurrent } from './packages.mjs';
import { StartRefused } from './start-refused.mjs';
import { buildWeb } from './web-build.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const say = (message) => console.log(message);

/**
 * Runs a script of `scripts/` from a bare checkout: packages, Node 24, the web pages, and then what it starts, until it is told to end.
 * What runs is ended in the opposite order of starting. Refusals are shown as one sentence.
 * @param {string} scriptUrl its `import.meta.url`
 * @param {(tools: { say(message: string): void, started(part: { stop(): Promise<unknown> }): Promise<void> }) => Promise<void>} start
 */
export function runUntilTold(scriptUrl, start) {
  const script = fileURLToPath(scriptUrl);
  const root = dirname(dirname(script));
  const running = [];
  let ending = null;

  /** Ends everything once, however many signals come (npm and the terminal both send them). */
  function end(code) {
    ending ??= (async () => {
      for (const part of running.reverse()) await part.stop().catch((error) => console.error(error));
      process.exit(code);
    })();
    return ending;
  }

  /** An interrupted set-up is no success, unlike what is told to stop once it runs. */
  const endOnSignal = () => void end(running.length > 0 ? 0 : 130);

  async function refuse(error) {
    if (ending) return;
    console.error(isSentence(error) ? error.message : error);
    await end(1);
  }

  /** Ctrl-C while something was starting ended the rest already. */
  async function started(part) {
    if (ending) await part.stop();
    else running.push(part);
  }

  async function main() {
    for (const signal of signals) process.on(signal, endOnSignal);
    if (!packagesAreCurrent(root)) await installPackages(root, say);
    if (!onNode24()) {
      for (const signal of signals) process.off(signal, endOnSignal);
      process.exit(await continueOnNode24(root, script, process.argv.slice(2)));
    }
    endWithParent(endOnSignal);
    process.on('uncaughtException', refuse);
    await buildWeb(root, say);
    await keepCompiledCode(root);
    await start({ say, started });
  }

  main().catch(refuse);
}

/** Whether the message of an error says it all. */
function isSentence(error) {
  return error instanceof StartRefused || error?.constructor?.name === 'ConfigError';
}
