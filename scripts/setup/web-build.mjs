// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  if (hasStamp(target, hash)) return;
  removeLeftBuilds(root);
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
  swap(fresh, target, hash);
}

/** Two starts may have built the same at once: whoever finds the other's in place drops its own. */
function swap(fresh, target, hash) {
  const old = `${fresh}.old`;
  try {
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
  } catch (error) {
    if (!hasStamp(target, hash)) throw error;
  } finally {
    for (const folder of [old, fresh]) rmSync(folder, { recursive: true, force: true });
  }
}

function hasStamp(folder, hash) {
  const stamp = join(folder, '.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Builds that were killed leave their folder, named after their process, behind. */
function removeLeftBuilds(root) {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return;
  for (const name of readdirSync(dist)) {
    const pid = /^web\.(\d+)/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(dist, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
