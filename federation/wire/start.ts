// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { ConfigError } from '../../server/platform/config/config-error.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { sealedFor } from './keys.ts';
import { sealerOf } from './sealing.ts';

/** With which the signatures were looked through and tried. Others of these packages were found to believe keys of strangers. */
const versions: Record<string, string> = {
  '@fedify/fedify': '2.3.8',
  '@fedify/vocab': '2.3.6',
  '@fedify/vocab-runtime': '2.3.6',
  '@fedify/webfinger': '2.3.6',
  '@fedify/uri-template': '2.3.8',
};

/** Stops the start where another version of a package came in than the one that was looked through. */
export function assertVersions(versionOf: (name: string) => string = installedVersion): void {
  for (const [name, wanted] of Object.entries(versions)) {
    const found = versionOf(name);
    if (found !== wanted) throw new Error(`${name} is of version ${found}, but ${wanted} is what was looked through: see package.json (overrides) and run "npm ci".`);
  }
}

function installedVersion(name: string): string {
  // Nothing but the version is read of it.
  return (JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as { version: string }).version;
}

/**
 * Whether the keys in the database open with the key that this process has: found out at the start, not at the first message.
 * @throws {ConfigError} in one sentence that names the setting
 */
export async function assertSealedKeysOpen({ config, database }: Pick<Deps, 'config' | 'database'>): Promise<void> {
  const sealer = await sealerOf(config);
  // Keys are nobody's to read.
  const row = await database.asSystem((trx) => trx.selectFrom('actor_key').select(['id', 'actor_id', 'private_sealed']).orderBy('id', 'desc').limit(1).executeTakeFirst());
  if (row === undefined) return;
  try {
    sealer.open(row.private_sealed, sealedFor(row.actor_id, row.id));
  } catch {
    throw new ConfigError(config.federationKey === null
      ? 'FEDERATION_KEY is missing, and the file federation.key under DATA_DIR is not the one with which the keys in this database were sealed: put that file back, or set FEDERATION_KEY to what it held.'
      : 'FEDERATION_KEY is not the key with which the keys in this database were sealed: set the one that was used before.');
  }
}
