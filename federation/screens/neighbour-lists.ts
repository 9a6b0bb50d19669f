// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { guest, PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { actorUri, INSTANCE_ACTOR_ID } from '../addresses.ts';
import { ACTIVITY_JSON } from '../wire/fetch.ts';

/**
 * What the square tells other squares of itself, for everybody to read: its open buildings, and whom it calls its neighbours. Nothing
 * that is closed or hidden is in either.
 */

export const buildingsUri = (instance: string): string => `${instance}/buildings`;
export const neighboursUri = (instance: string): string => `${instance}/neighbours`;
export const MOST_LISTED = 100;

const CONTEXT = ['https://www.w3.org/ns/activitystreams', { plein: 'https://plein.example/ns#', takesQuestions: 'plein:takesQuestions' }];

export function neighbourListRoutes(app: App, { config, database }: Deps): void {
  const instance = actorUri(config, INSTANCE_ACTOR_ID);
  const lists = { [buildingsUri(instance)]: openBuildings, [neighboursUri(instance)]: namedNeighbours };
  for (const [id, read] of Object.entries(lists)) {
    app.get(new URL(id).pathname, { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) => {
      const items = await database.readAs(guest('nl'), (trx) => read(trx, config));
      return reply.type(`${ACTIVITY_JSON}; charset=utf-8`).send({ '@context': CONTEXT, id, type: 'Collection', totalItems: items.length, items });
    });
  }
}

async function openBuildings(trx: Trx, config: Deps['config']): Promise<object[]> {
  const rows = await trx
    .selectFrom('place as p').innerJoin('actor as a', 'a.id', 'p.id')
    .select(['p.id', 'p.slug', 'p.member_count', 'a.name', 'a.summary'])
    .where('p.kind', '=', 'building').where('p.access', '=', 'open').where('p.audience_id', '=', PUBLIC_AUDIENCE).where('p.host', 'is', null).where('p.deleted_at', 'is', null)
    .orderBy('p.public_activity_at', 'desc').orderBy('p.id', 'desc').limit(MOST_LISTED).execute();
  return rows.map(({ id, slug, name, summary, member_count: totalItems }) => ({
    type: 'Group', id: actorUri(config, id), preferredUsername: slug, name, summary, url: `${config.publicUrl}/buildings/${slug}`, members: { type: 'Collection', totalItems },
  }));
}

/** With each whether questions to portfolios are taken from it: a square puts its questions only to who does. */
async function namedNeighbours(trx: Trx): Promise<object[]> {
  const rows = await trx.selectFrom('peer').select(['host', 'instance_uri', 'shares_questions']).where('neighbour_since', 'is not', null).where(sql<boolean>`instance_uri is not null`).orderBy('host').limit(MOST_LISTED).execute();
  return rows.map((row) => ({ type: 'Application', id: row.instance_uri, name: row.host, takesQuestions: row.shares_questions }));
}
