// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runQuietly, tail } from './run-quietly.mjs';
import { StartRefused } from './start-refused.mjs';

/** A hash over all that the web build is made of. */
function sourcesHash(root) {
  const web = join(root, 'web');
  const files = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts') && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const hash = createHash('sha256');
  for (const file of [...files.sort(), join(root, 'package-lock.json')]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Builds the web application into dist/web when its sources changed since the last build. It is built
 * beside and then swapped, so that a broken-off build leaves the old one and two starts do not mix.
 */
export async function buildWeb(root, say) {
  if (!existsSync(join(root, 'web', 'vite.config.ts'))) return;
  const target = join(root, 'dist', 'web');
  const hash = sourcesHash(root);
  if (existsSync(join(target, '.stamp')) && readFileSync(join(target, '.stamp'), 'utf8') === hash) return;
  say('Building the web pages.');
  const fresh = `${target}.${process.pid}`;
  const vite = await runQuietly(process.execPath, [
    join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', 'web', '--config', 'web/vite.config.ts',
    '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn',
  ], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  if (vite.code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new StartRefused(`The web pages could not be built; vite says:\n${tail(vite.output, 30)}`);
  }
  writeFileSync(join(fresh, '.stamp'), hash);
  const old = `${fresh}.old`;
  mkdirSync(join(root, 'dist'), { recursive: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}
