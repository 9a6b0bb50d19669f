// SPDX-License-Identifier: EUPL-1.2
import { readFile, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../server/platform/db/schema.gen.ts', import.meta.url));
const codegen = fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url));

/** The types of every table of a migrated database, as they belong in `schema.gen.ts`. */
export async function schemaTypes(databaseUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plein-schema-'));
  try {
    const out = join(folder, 'schema.ts');
    const options = ['--dialect', 'postgres', '--url', databaseUrl, '--out-file', out, '--exclude-pattern', 'kysely_*', '--type-mapping', '{"int8":"number"}', '--log-level', 'error'];
    const child = spawn(process.execPath, [codegen, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error('kysely-codegen failed');
    return `// SPDX-License-Identifier: EUPL-1.2\n${await readFile(out, 'utf8')}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function currentSchemaTypes(): Promise<string> {
  return readFile(target, 'utf8');
}

if (import.meta.main) {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined) throw new Error('DATABASE_URL is missing: give a migrated database.');
  await writeFile(target, await schemaTypes(databaseUrl));
}
