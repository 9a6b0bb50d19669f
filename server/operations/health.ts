// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { pendingMigrations } from '../platform/db/migrate.ts';
import type { Deps } from '../platform/deps.ts';
import type { App } from '../platform/http/app.ts';
import { queueNames } from '../platform/jobs/jobs.ts';
import { Readiness } from './schemas.ts';

/** A part that takes longer counts as failing: probes must not pile up. */
const PATIENCE_MS = 2_000;

type PartState = 'ok' | 'failing';

/** `/healthz`: the process answers. `/readyz`: it can do its work; 503 says which part cannot, or that the process is about to end. */
export function healthRoutes(app: App, deps: Deps): void {
  const migrated = migrationCheck(deps.config.databaseUrl);

  app.get(
    '/healthz',
    { config: { access: 'public' }, schema: { hide: true, response: { 200: Type.Object({ status: Type.Literal('ok') }) } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { status: 'ok' as const };
    },
  );

  app.get('/readyz', { config: { access: 'public' }, schema: { hide: true, response: { 200: Readiness, 503: Readiness } } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    if (deps.stopping.begun) {
      reply.code(503);
      return { status: 'stopping' as const };
    }
    const [database, migrations, queue] = await Promise.all([
      state(deps.database.pool.query('select 1')),
      state(migrated()),
      state(Promise.all(queueNames.map((name) => deps.jobs.queue(name).getJobCounts('waiting')))),
    ]);
    const ready = [database, migrations, queue].every((part) => part === 'ok');
    reply.code(ready ? 200 : 503);
    return { status: ready ? ('ok' as const) : ('unavailable' as const), parts: { database, migrations, queue } };
  });
}

/** Once all are carried out they stay so: asked until then, not after. */
function migrationCheck(databaseUrl: string): () => Promise<void> {
  let done = false;
  return async () => {
    if (done) return;
    const pending = await pendingMigrations(databaseUrl);
    if (pending.length > 0) throw new Error(`migrations wait: ${pending.join(', ')}`);
    done = true;
  };
}

async function state(check: Promise<unknown>): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<PartState>((resolve) => {
    timer = setTimeout(() => resolve('failing'), PATIENCE_MS);
  });
  const outcome = check.then((): PartState => 'ok', (): PartState => 'failing');
  try {
    return await Promise.race([outcome, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
