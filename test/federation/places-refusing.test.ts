// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorUri, membersUri, objectUri, PUBLIC } from '../../federation/addresses.ts';
import { newActivityId } from '../../federation/delivery/send.ts';
import { signedPost } from '../../federation/wire/sign.ts';
import { newId } from '../../server/platform/ids.ts';
import { withholdPost } from '../../server/posts/public.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere, lookUp, standing, type TestReplica, uriOf } from '../support/factories-federation.ts';
import { buildPost } from '../support/factories-posts.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

/** What a place does not take, and whom it tells why. */

let home: OpenPlein;
let here: OpenPlein;

beforeAll(async () => {
  [home, here] = await Promise.all([startOpenPlein(), startOpenPlein()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([home.close(), here.close()]);
});

interface News { kind: string; word: string | null; building: { slug: string } | null }

const newsOf = async (member: TestMember, kind: string): Promise<News | undefined> =>
  until(async () => (await member.get('/notifications')).json<{ items: News[] }>().items.find((each) => each.kind === kind), (found) => found !== undefined, 30_000);

describe.each(['closed', 'hidden', 'open'] as const)('a %s building', (access) => {
  let building: TestBuilding;
  let anna: TestMember;
  let replica: TestReplica;

  beforeAll(async () => {
    building = await buildBuilding(home, { access });
    await allow(home, building, here);
    anna = await buildMember(here);
    replica = await joinElsewhere(here, home, building, anna);
  }, 60_000);

  const suspend = (until: Date | null) =>
    home.db(async (trx) => {
      const { id } = await trx.selectFrom('actor').select('id').where('uri', '=', uriOf(here, anna)).executeTakeFirstOrThrow();
      await trx.updateTable('membership').set({ suspended_until: until }).where('member_id', '=', id).where('place_id', '=', building.id).execute();
    });

  test('tells a member of elsewhere why it does not take what they wrote, and they keep their text', async () => {
    await suspend(new Date(Date.now() + 3_600_000));
    await anna.post(`${replica.path}/posts`, { title: 'Een vraag', kind: 'question', body: 'Mag dit **nog**?', tags: ['woo'] });
    expect(await newsOf(anna, 'not-taken')).toMatchObject({ building: { slug: replica.slug }, word: 'Je kunt in dit gebouw een tijd niet meedoen. Lezen kan wel.' });
    const drafts = (await anna.get('/drafts')).json<{ items: unknown[] }>().items;
    expect(drafts).toMatchObject([{ title: 'Een vraag', kind: 'question', body: 'Mag dit **nog**?', format: 'markdown', tags: ['woo'], buildingSlug: replica.slug, audience: access === 'open' ? 'public' : 'members' }]);
    await suspend(null);
  });

  test('says nothing to somebody who is no member, where it is not open', async () => {
    const stranger = await buildMember(here);
    const place = actorUri(home.config, building.id);
    const actor = uriOf(here, stranger);
    const to = [place, membersUri(home.config, building.id)];
    const object = { id: objectUri(here.config, newId()), type: 'Note', attributedTo: actor, content: '<p>Hallo?</p>', audience: place, to };
    const { uri } = newActivityId(here.deps);
    await signedPost(here.deps, { actorId: stranger.actorId, inbox: `${home.url}/ap/inbox`, body: JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', id: uri, type: 'Create', actor, to, object }) });
    const row = await until(() => home.db((trx) => trx.selectFrom('received_activity').select(['outcome', 'handled_at']).where('uri', '=', uri).executeTakeFirst()), (found) => found?.handled_at != null, 30_000);
    expect(row?.outcome).toBe('refused');
    const said = await home.db((trx) => trx.selectFrom('sent_activity').select('id').where('type', '=', 'Reject').where('dedupe_key', '=', `${uri} Reject`).execute());
    expect(said).toHaveLength(access === 'open' ? 1 : 0);
  });
});

describe('an answer to what is not for its author to read', () => {
  async function rejected(by: TestMember, inReplyTo: string, readers: string[]): Promise<number> {
    const actor = uriOf(here, by);
    const object = { id: objectUri(here.config, newId()), type: 'Note', attributedTo: actor, content: '<p>Wat staat hier?</p>', inReplyTo, to: readers };
    const { uri } = newActivityId(here.deps);
    await signedPost(here.deps, { actorId: by.actorId, inbox: `${home.url}/ap/inbox`, body: JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', id: uri, type: 'Create', actor, to: readers, object }) });
    const row = await until(() => home.db((trx) => trx.selectFrom('received_activity').select(['outcome', 'handled_at']).where('uri', '=', uri).executeTakeFirst()), (found) => found?.handled_at != null, 30_000);
    expect(row?.outcome).toBe('refused');
    return (await home.db((trx) => trx.selectFrom('sent_activity').select('id').where('dedupe_key', '=', `${uri} Reject`).execute())).length;
  }

  test('is met with silence, as one to nothing is; to what was for them and is hidden now it is told', async () => {
    const building = await buildBuilding(home);
    const [anna, stranger] = [await buildMember(here), await buildMember(here)];
    await joinElsewhere(here, home, building, anna);
    const forMembers = [actorUri(home.config, building.id), membersUri(home.config, building.id)];
    const [members, staff, open] = [await buildPost(building.founder, building, { audience: 'members' }), await buildPost(building.founder, building, { audience: 'staff' }), await buildPost(building.founder, building)];
    for (const [post, by, count] of [[members, stranger, 0], [staff, stranger, 0], [staff, anna, 0], [members, anna, 1]] as const) expect(await rejected(by, post.uri, [PUBLIC])).toBe(count);
    expect(await rejected(stranger, objectUri(home.config, newId()), [PUBLIC])).toBe(0);
    await until(() => home.db((trx) => trx.selectFrom('told_post').select('post_id').where('post_id', 'in', [open.id, members.id]).execute()), (rows) => rows.length === 2);
    for (const post of [open, members]) await home.db((trx) => withholdPost(trx, post.id, 'hidden', new Date()));
    expect(await rejected(stranger, open.uri, [PUBLIC])).toBe(1);
    expect(await rejected(stranger, members.uri, forMembers)).toBe(0);
    expect(await rejected(anna, members.uri, forMembers)).toBe(1);
  });
});

test('what a home that blocked us will never have, its author has back too', async () => {
  const building = await buildBuilding(home);
  const anna = await buildMember(here);
  const replica = await joinElsewhere(here, home, building, anna);
  await home.db((trx) => trx.insertInto('peer_block').values({ domain: here.host, reason: '', by_id: building.founder.actorId, created_at: new Date() }).execute());
  try {
    await anna.post(`${replica.path}/posts`, { body: 'Hoort iemand dit?' });
    expect(await newsOf(anna, 'not-taken')).toMatchObject({ building: { slug: replica.slug }, word: null });
    expect((await anna.get('/drafts')).json<{ items: unknown[] }>().items).toMatchObject([{ body: 'Hoort iemand dit?', buildingSlug: replica.slug, audience: 'public' }]);
  } finally {
    await home.db((trx) => trx.deleteFrom('peer_block').where('domain', '=', here.host).execute());
  }
});

describe('who asks to come in and is refused, is told why', () => {
  test('where nobody of their instance is let in', async () => {
    const building = await buildBuilding(home, { access: 'closed' });
    const anna = await buildMember(here);
    await anna.patch('/me', { locale: 'en' });
    const replica = await lookUp(here, home, building);
    await anna.post(`${replica.path}/memberships`, {});
    expect(await newsOf(anna, 'refused')).toMatchObject({ building: { slug: replica.slug }, word: 'This building lets nobody of your square in yet. Its admins can change that.' });
  });

  test.each([['in the words of the admin who answered', { word: 'Dit is <b>alleen</b> voor juristen' }], ['or only that they are', {}]])('%s', async (_how, answer) => {
    const building = await buildBuilding(home, { access: 'closed' });
    await allow(home, building, here);
    const anna = await buildMember(here);
    const replica = await lookUp(here, home, building);
    await anna.post(`${replica.path}/memberships`, {});
    await until(() => standing(home, building.id, uriOf(here, anna)), (state) => state === 'requested', 30_000);
    const asked = await home.db((trx) => trx.selectFrom('membership').select('id').where('place_id', '=', building.id).where('state', '=', 'requested').executeTakeFirstOrThrow());
    const answered = await building.founder.post(`${building.path}/memberships/${asked.id}/answers`, { outcome: 'refused', ...answer });
    expect(answered.statusCode, answered.body).toBe(204);
    expect(await newsOf(anna, 'refused')).toMatchObject({ word: null, ...answer });
  });
});
