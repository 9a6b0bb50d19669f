// SPDX-License-Identifier: EUPL-1.2
// npm run bench: sets up what is missing, then holds Plein against the bare stack. See test/bench/README.md for its options.
// Plain JavaScript without packages, because it also runs on Node 20 and before anything is installed.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { continueOnNode24, onNode24 } from './setup/node-24.mjs';
import { installPackages, packagesAreCurrent } from './setup/packages.mjs';
import { StartRefused } from './setup/start-refused.mjs';
import { buildWeb } from './setup/web-build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (message) => console.log(message);

async function main() {
  if (!packagesAreCurrent(root)) await installPackages(root, say);
  if (!onNode24()) return continueOnNode24(root, fileURLToPath(import.meta.url), process.argv.slice(2));
  await buildWeb(root, say);
  const child = spawn(process.execPath, [join(root, 'test/bench/main.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

main().then((code) => process.exit(code), (error) => {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
});
