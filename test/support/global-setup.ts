// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../scripts/postgres/embedded.ts';
import { processIdentity } from '../../scripts/postgres/processes.ts';
import { compiledFolder, keepCompiledCode } from '../../scripts/setup/compiled-code.mjs';
import { createTemplate } from './postgres-template.ts';
import { startRedis } from './redis-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** As the superuser, to the database `postgres`. */
    pgAdminUrl: string;
    pgSocketDir: string;
    redisUrl: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** One PostgreSQL and one Redis for the whole run, gone after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeLeftFolders();
  const folder = mkdtempSync(join(tmpdir(), `plein-test-${process.pid}-`));
  // Whatever a test puts in the folder for temporary files goes with this one, also when it fails half-way.
  process.env['TMPDIR'] = folder;
  // As npm start does; else every process of Plein that a test starts compiles the whole server for itself.
  await keepCompiledCode(root);
  process.env['NODE_COMPILE_CACHE'] = compiledFolder(root);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log: () => {}, fast: true });
  const redis = await startRedis(join(folder, 'redis'));
  await createTemplate(postgres.adminUrl, postgres.socketDir);
  project.provide('pgAdminUrl', postgres.adminUrl);
  project.provide('pgSocketDir', postgres.socketDir);
  project.provide('redisUrl', redis.url);
  return async () => {
    await redis.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A killed run takes its servers along (they end with their parent), but leaves its folder. */
function removeLeftFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^plein-test-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && processIdentity(Number(pid)) === null) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
