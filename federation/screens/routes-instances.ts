// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { memberOf } from '../../server/platform/http/access.ts';
import type { App } from '../../server/platform/http/app.ts';
import { Empty } from '../../server/platform/http/schemas.ts';
import { INSTANCE_ACTOR_ID } from '../addresses.ts';
import { retryNow } from '../delivery/retry-now.ts';
import { publicKeysOf, rotateKeys } from '../wire/keys.ts';
import { blockInstance, forgetRelation, nameNeighbour } from './change-relation.ts';
import { hostGiven } from './host-names.ts';
import { instanceOf, listInstances } from './instances.ts';
import { refreshNeighbour } from './neighbours.ts';
import { ByHost, InstanceBody, InstanceList, InstanceQuery, InstanceSchema, KeyList } from './schemas.ts';

const tags = ['federation'];

/** The administrator's screen of other instances. All of it reads and writes as the system: these tables are nobody's else. */
export function instanceRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;
  const administrator = { access: 'administrator' } as const;

  app.get(
    '/api/v1/instances',
    { config: administrator, schema: { tags, operationId: 'listOtherInstances', summary: 'Other instances, and how delivery to them is going', querystring: InstanceQuery, response: { 200: InstanceList } } },
    (request) => database.asSystem((trx) => listInstances(trx, request.query)),
  );

  app.get(
    '/api/v1/instances/:host',
    { config: administrator, schema: { tags, operationId: 'getOtherInstance', summary: 'One other instance', params: ByHost, response: { 200: InstanceSchema } } },
    (request) => database.asSystem((trx) => instanceOf(trx, hostGiven(deps, request.params.host, 'host'))),
  );

  app.put(
    '/api/v1/instances/:host',
    { config: administrator, schema: { tags, operationId: 'relateToInstance', summary: 'Name a neighbour, block an instance, or neither', params: ByHost, body: InstanceBody, response: { 200: InstanceSchema } } },
    async (request) => {
      const host = hostGiven(deps, request.params.host, 'host');
      const { relation, reason, sharesQuestions } = request.body;
      const by = memberOf(request).actorId;
      const change: Record<typeof relation, (trx: Trx) => Promise<void>> = {
        neighbour: (trx) => nameNeighbour(trx, clock.now(), host, sharesQuestions),
        blocked: (trx) => blockInstance(trx, clock.now(), host, reason?.trim(), by),
        known: async (trx) => {
          await trx.insertInto('peer').values({ host, first_seen_at: clock.now() }).onConflict((conflict) => conflict.doNothing()).execute();
          await forgetRelation(trx, host);
        },
      };
      await database.asSystem(change[relation]);
      if (relation === 'neighbour') await refreshNeighbour(deps, host);
      return database.asSystem((trx) => instanceOf(trx, host));
    },
  );

  app.delete(
    '/api/v1/instances/:host',
    { config: administrator, schema: { tags, operationId: 'forgetInstance', summary: 'Neither a neighbour nor blocked any more', params: ByHost, response: { 204: Empty } } },
    async (request, reply) => {
      const host = hostGiven(deps, request.params.host, 'host');
      await database.asSystem(async (trx) => {
        await instanceOf(trx, host);
        await forgetRelation(trx, host);
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/instances/:host/tries',
    { config: { access: 'administrator', idempotent: false }, schema: { tags, operationId: 'tryInstance', summary: 'Try now what waits for it, and ask it anew who it is', params: ByHost, response: { 200: InstanceSchema } } },
    async (request) => {
      const host = hostGiven(deps, request.params.host, 'host');
      const { relation } = await database.asSystem((trx) => instanceOf(trx, host));
      await retryNow(deps, host);
      if (relation === 'neighbour') await refreshNeighbour(deps, host);
      return database.asSystem((trx) => instanceOf(trx, host));
    },
  );

  app.get(
    '/api/v1/instance-keys',
    { config: administrator, schema: { tags, operationId: 'listInstanceKeys', summary: 'The keys with which the square itself signs', response: { 200: KeyList } } },
    () => keysOfSquare(deps),
  );

  app.post(
    '/api/v1/instance-keys/rotations',
    { config: { access: 'administrator', sessionOnly: true, idempotent: false }, schema: { tags, operationId: 'rotateInstanceKeys', summary: 'Replace the keys of the square; the old ones stay published for a week', response: { 200: KeyList } } },
    async (request) => {
      await rotateKeys(deps, INSTANCE_ACTOR_ID);
      request.log.warn({ by: memberOf(request).actorId }, 'keys of the instance replaced');
      return keysOfSquare(deps);
    },
  );
}

async function keysOfSquare(deps: Deps) {
  // Makes them where nothing was signed yet.
  await publicKeysOf(deps, INSTANCE_ACTOR_ID);
  const rows = await deps.database.asSystem((trx) => trx.selectFrom('actor_key').select(['id', 'kind', 'public_key', 'created_at', 'retired_at']).where('actor_id', '=', INSTANCE_ACTOR_ID).orderBy('retired_at', (order) => order.desc().nullsFirst()).orderBy('kind').execute());
  return {
    // A check constraint keeps the kind to these words.
    items: rows.map((row) => ({ id: row.id, kind: row.kind as 'rsa' | 'ed25519', fingerprint: createHash('sha256').update(row.public_key).digest('hex'), createdAt: row.created_at.toISOString(), retiredAt: row.retired_at?.toISOString() ?? null })),
  };
}
