// SPDX-License-Identifier: EUPL-1.2
// npm start: from a bare checkout to a running instance. Plain JavaScript without packages, because it
// also runs on Node 20 and before anything is installed.
import { dirname, join } from 'node:path';
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

  const env = { ...process.env };
  if (env.NODE_ENV !== 'production') env.DEMO ||= '1';
  if (!env.DATABASE_URL?.trim()) env.DATABASE_URL = await ownDatabase(env);
  const { run } = await import('../server/main.ts');
  const server = await run(env);
  running.push(server);
  // Ctrl-C while it was starting ended the rest already.
  if (ending) await server.stop();
}

/** Starts the embedded PostgreSQL. @returns the address of its database */
async function ownDatabase(env) {
  // A wrong setting is told before anything is made.
  const { readConfig } = await import('../server/platform/config/config.ts');
  const { dataDir } = readConfig({ ...env, DATABASE_URL: 'postgres://localhost' });
  const { startPostgres } = await import('./postgres/embedded.ts');
  const postgres = await startPostgres({ dataDir, log: say });
  running.push(postgres);
  if (ending) await postgres.stop();
  return postgres.appUrl;
}

/** An interrupted set-up is no success, unlike an instance that is told to stop. */
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
  console.error(isSentence(error) ? error.message : error);
  await end(1);
}

/** Whether the message of an error says it all. */
function isSentence(error) {
  return error instanceof StartRefused || error?.constructor?.name === 'ConfigError';
}

main().catch(refuse);
