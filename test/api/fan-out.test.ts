// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost } from '../support/factories-posts.ts';
import { statementsSent } from '../support/statements-sent.ts';

const CROWD = 10_000;

let plein: TestPlein;
let building: TestBuilding;
beforeAll(async () => {
  plein = await startPlein();
  building = await buildBuilding(plein, { access: 'closed' });
  await plein.drainJobs();
  await plein.db(async (trx) => {
    await sql`
      insert into actor (id, type, handle, name, uri, audience_id, created_at)
      select gen_random_uuid(), 'person', 'menigte-' || n, 'Menigte ' || n, 'http://plein.test/ap/actors/menigte-' || n, 1, ${plein.clock.now()} from generate_series(1, ${sql.lit(CROWD)}) n`.execute(trx);
    await sql`
      insert into account (id, actor_id, email, locale, role, is_staff, confirmed_at)
      select gen_random_uuid(), id, handle || '@zuiderdam.example', 'nl', 'member', true, ${plein.clock.now()} from actor where handle like 'menigte-%'`.execute(trx);
    await sql`
      insert into membership (id, member_id, place_id, role, state, audience_id, created_at)
      select gen_random_uuid(), a.id, ${building.id}::uuid, 'member', 'active', p.audience_id, ${plein.clock.now()} from actor a, place p where a.handle like 'menigte-%' and p.id = ${building.id}::uuid`.execute(trx);
    await sql`insert into place_level (owner_id, place_id, level) select id, ${building.id}::uuid, 'all' from actor where handle like 'menigte-%'`.execute(trx);
    // Nobody looks for them here.
    await trx.deleteFrom('search_waiting').execute();
  });
  // As the database does by itself within a minute of so much that is new.
  await plein.deps.database.pool.query('analyze');
}, 60_000);
afterAll(() => plein.close());

/** How many were told of a post, how many rows that took, and on how many sockets it would be heard. */
async function reached(postId: string): Promise<{ people: number; rows: number; live: number }> {
  return plein.db(async (trx) => {
    const { rows } = await sql<{ people: number; rows: number; live: number }>`
      select count(distinct n.recipient_id)::integer as people, count(*)::integer as rows,
        (select count(*)::integer from live_update u where u.event = 'notification' and u.data ->> 'notificationId' in (select id::text from notification where post_id = ${postId}::uuid)) as live
      from notification n where n.post_id = ${postId}::uuid`.execute(trx);
    return rows[0] ?? { people: 0, rows: 0, live: 0 };
  });
}

test('a post in a place of ten thousand who want to hear all reaches each of them once, in batches, however often it is handled', async () => {
  const author = await buildMemberOf(plein, building);
  const named = await buildMemberOf(plein, building);
  await named.put(`/notification-settings/places/${building.id}`, { level: 'all' });
  await plein.drainJobs();
  const post = await buildPost(author, building, { body: `Voor allen, en vooral voor @${named.handle}.` });
  const { sent } = await statementsSent(() => plein.drainJobs());
  expect(await reached(post.id)).toEqual({ people: CROWD + 1, rows: CROWD + 1, live: CROWD + 1 });
  const inserts = sent.filter((statement) => statement.includes('insert into notification'));
  expect(inserts.length).toBeGreaterThanOrEqual(CROWD / 1_000);
  expect(inserts.length).toBeLessThanOrEqual(CROWD / 500 + 2);
  // Nobody is looked up one by one.
  expect(sent.filter((statement) => statement.includes('viewer_of_actor')).length).toBeLessThanOrEqual(2);
  expect(await plein.db((trx) => trx.selectFrom('notification').select('kind').where('recipient_id', '=', named.actorId).where('post_id', '=', post.id).execute())).toEqual([{ kind: 'mention' }]);

  await plein.db(async (trx) => {
    await trx.deleteFrom('event_handled').where('subscriber', '=', 'tell-of-post').execute();
    await trx.updateTable('event').set({ done_at: null }).where('type', '=', 'PostPublished').execute();
  });
  await plein.drainJobs();
  expect(await reached(post.id)).toEqual({ people: CROWD + 1, rows: CROWD + 1, live: CROWD + 1 });

  await author.delete(`/posts/${post.id}`);
  await plein.drainJobs();
  expect(await reached(post.id)).toEqual({ people: 0, rows: 0, live: 0 });
}, 120_000);

test('what broke off half-way is told to the rest, and to none of those who may no longer read it', async () => {
  const author = await buildMemberOf(plein, building);
  const post = await buildPost(author, building);
  const last = await plein.db(async (trx) => {
    await sql`
      insert into notification (id, recipient_id, kind, actor_id, post_id, root_id, place_id, audience_id, dedupe_key, created_at, due_at)
      select gen_random_uuid(), w.owner_id, 'watched', ${author.actorId}::uuid, p.id, p.id, p.place_id, p.audience_id, 'post ' || p.id, now(), now()
      from post p, (select owner_id from place_level where place_id = ${building.id}::uuid and level = 'all' order by owner_id limit 1200) w where p.id = ${post.id}::uuid`.execute(trx);
    const { rows } = await sql<{ owner_id: string }>`select owner_id from place_level where place_id = ${building.id}::uuid and level = 'all' order by owner_id desc limit 3`.execute(trx);
    await trx.deleteFrom('membership').where('place_id', '=', building.id).where('member_id', 'in', rows.map((row) => row.owner_id)).execute();
    return rows.map((row) => row.owner_id);
  });
  await plein.drainJobs();
  // The one who was named before watches too.
  expect((await reached(post.id)).people).toBe(CROWD + 1 - last.length);
  expect(await plein.db((trx) => trx.selectFrom('notification').select('id').where('post_id', '=', post.id).where('recipient_id', 'in', last).execute())).toEqual([]);
}, 120_000);

test('an outsider with a level hears nothing of a closed place', async () => {
  const outsider = await buildMember(plein);
  expect((await outsider.put(`/notification-settings/places/${building.id}`, { level: 'all' })).statusCode).toBe(404);
});
