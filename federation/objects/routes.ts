// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { BadInput, NotFound } from '../../server/platform/http/problem.ts';
import { isUuid } from '../../server/platform/ids.ts';
import { requireFetch } from '../asker.ts';
import { ActorParams, sendActivityJson } from '../actors/routes-actors.ts';
import { contextUri, followersUri, outboxUri, repliesUri } from '../addresses.ts';
import { objectOf, postToTell } from '../translate/object-of-post.ts';
import type { Json } from '../translate/read-json.ts';
import { withContext } from '../translate/vocabulary.ts';
import { answersTo, countAnswers, countFollowers, countSaid, type Cursor, type Listed, saidBy } from './collections.ts';

const PageQuery = Type.Object({ page: Type.Optional(Type.String({ maxLength: 100 })) }, { additionalProperties: true });
const config = { access: 'public' } as const;
const one = { hide: true, params: ActorParams };
const paged = { ...one, querystring: PageQuery };

/** Posts, what was said, and collections of them, for other instances; to whom is decided in one place (federation/access.ts). */
export function objectRoutes(app: App, deps: Deps): void {
  const { database } = deps;

  app.get('/ap/objects/:id', { config, schema: one }, async (request, reply) => {
    const id = known(request.params.id);
    await requireFetch(deps, request, { kind: 'object', id });
    const post = await database.asSystem((trx) => postToTell(trx, id));
    if (post === null || post.origin !== 'local') throw new NotFound();
    return send(reply.code(post.deleted_at === null ? 200 : 410), withContext(objectOf(deps, post)));
  });

  for (const which of ['replies', 'context'] as const) {
    app.get(`/ap/objects/:id/${which}`, { config, schema: paged }, async (request, reply) => {
      const id = known(request.params.id);
      await requireFetch(deps, request, { kind: 'object', id });
      const part = which === 'replies' ? 'answers' : 'thread';
      const uri = which === 'replies' ? repliesUri(deps.config, id) : contextUri(deps.config, id);
      return database.asSystem(async (trx) => {
        const post = await postToTell(trx, id);
        if (post === null || post.deleted_at !== null || (which === 'context' && post.root_id !== null)) throw new NotFound();
        return send(reply, await collection(uri, request.query, () => countAnswers(trx, id, part), (after) => answersTo(trx, id, part, after), which === 'context' ? { attributedTo: post.place_uri } : {}));
      });
    });
  }

  app.get('/ap/activities/:id', { config, schema: one }, async (request, reply) => {
    const id = known(request.params.id);
    await requireFetch(deps, request, { kind: 'activity', id });
    const row = await database.asSystem((trx) => trx.selectFrom('sent_activity').select('body').where('id', '=', id).executeTakeFirst());
    if (row === undefined) throw new NotFound();
    return send(reply, JSON.parse(row.body) as Json);
  });

  app.get('/ap/actors/:id/outbox', { config, schema: paged }, async (request, reply) => {
    const id = known(request.params.id);
    await requireFetch(deps, request, { kind: 'collection', id });
    return database.asSystem(async (trx) => {
      const actor = await trx.selectFrom('actor').select('type').where('id', '=', id).executeTakeFirst();
      const type = actor?.type === 'person' ? 'Create' : 'Announce';
      return send(reply, await collection(outboxUri(deps.config, id), request.query, () => countSaid(trx, id, type), (before) => saidBy(trx, deps, id, type, before)));
    });
  });

  app.get('/ap/actors/:id/followers', { config, schema: one }, async (request, reply) => {
    const id = known(request.params.id);
    await requireFetch(deps, request, { kind: 'collection', id });
    const totalItems = await database.asSystem((trx) => countFollowers(trx, id));
    return send(reply, withContext({ id: followersUri(deps.config, id), type: 'OrderedCollection', totalItems }));
  });
}

/** @throws {NotFound} */
function known(id: string): string {
  if (!isUuid(id)) throw new NotFound();
  return id.toLowerCase();
}

function send(reply: FastifyReply, document: Json): FastifyReply {
  return sendActivityJson(reply.header('cache-control', 'private, no-cache'), document);
}

/** Without a page: how many, and where the first page is. */
async function collection(uri: string, { page }: Static<typeof PageQuery>, count: () => Promise<number>, list: (cursor: Cursor | null) => Promise<Listed>, more: Json = {}): Promise<Json> {
  const about = { type: 'OrderedCollection', id: uri, totalItems: await count(), ...more, first: `${uri}?page=first` };
  if (page === undefined) return withContext(about);
  const { items, next } = await list(page === 'first' ? null : readCursor(page));
  return withContext({ id: `${uri}?page=${page}`, type: 'OrderedCollectionPage', partOf: uri, totalItems: about.totalItems, orderedItems: items, ...(next === null ? {} : { next: `${uri}?page=${next.moment.getTime()}_${next.id}` }) });
}

function readCursor(page: string): Cursor {
  const [time = '', id = ''] = page.split('_');
  const moment = new Date(Number(time));
  if (!/^\d{1,15}$/.test(time) || Number.isNaN(moment.getTime()) || !isUuid(id)) throw new BadInput('page', { nl: 'Deze bladzijde is er niet.', en: 'There is no such page.' });
  return { moment, id };
}
