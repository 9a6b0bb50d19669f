// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectUri, PUBLIC } from '../../federation/addresses.ts';
import { newActivityId } from '../../federation/delivery/send.ts';
import { mayPassOn } from '../../federation/outbound/pass-on-bounds.ts';
import { withContext } from '../../federation/translate/vocabulary.ts';
import { withProof } from '../../federation/wire/proof.ts';
import { signedPost } from '../../federation/wire/sign.ts';
import { newId } from '../../server/platform/ids.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { joinElsewhere, uriOf } from '../support/factories-federation.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

/** What third servers say straight to the author of something in a place elsewhere. */

let home: OpenPlein;
let here: OpenPlein;
let third: OpenPlein;
let building: TestBuilding;
let anna: TestMember;
/** Of the third; a member of nothing. */
let carla: TestMember;
let post: { id: string; uri: string };

beforeAll(async () => {
  [home, here, third] = await Promise.all([startOpenPlein(), startOpenPlein({ env: { RATE_LIMITS: 'normal' } }), startOpenPlein()]);
  building = await buildBuilding(home);
  [anna, carla] = [await buildMember(here), await buildMember(third)];
  const replica = await joinElsewhere(here, home, building, anna);
  post = (await anna.post(`${replica.path}/posts`, { body: 'Wie weet dit?' })).json();
  await until(() => atHome(), Boolean, 30_000);
}, 60_000);
afterAll(async () => {
  await Promise.all([home.close(), here.close(), third.close()]);
});

const atHome = () => home.db((trx) => trx.selectFrom('post').select(['id', 'reply_count']).where('uri', '=', post.uri).executeTakeFirst());
const reactionsOn = (plein: OpenPlein) => plein.db((trx) => trx.selectFrom('reaction as r').innerJoin('post as p', 'p.id', 'r.post_id').select('r.name').where('p.uri', '=', post.uri).execute());

/** Carla says something to Anna's instance alone. @returns what was made of it */
async function say(said: Record<string, unknown>, proven = true): Promise<{ outcome: string | null; reason: string }> {
  const bare = withContext({ id: newActivityId(third.deps).uri, actor: uriOf(third, carla), to: [PUBLIC], cc: [uriOf(here, anna)], ...said });
  const activity = proven ? await withProof(third.deps, carla.actorId, bare) : bare;
  expect(await signedPost(third.deps, { actorId: carla.actorId, inbox: `${here.url}/ap/actors/${anna.actorId}/inbox`, body: JSON.stringify(activity) })).toMatchObject({ status: 202 });
  const row = await until(() => here.db((trx) => trx.selectFrom('received_activity').select(['outcome', 'reason', 'handled_at']).where('uri', '=', String(bare.id)).executeTakeFirst()), (found) => found?.handled_at != null, 30_000);
  return { outcome: row?.outcome ?? null, reason: row?.reason ?? '' };
}

const noteOf = (content: string) => ({ id: objectUri(third.config, newId()), type: 'Note', attributedTo: uriOf(third, carla), content, inReplyTo: post.uri, to: [PUBLIC], cc: [uriOf(here, anna)], published: new Date().toISOString() });

test('a reaction goes on to the home of an open place, which passes it on; and so it is taken back', async () => {
  const like = { id: newActivityId(third.deps).uri, type: 'Like', object: post.uri };
  expect(await say(like)).toEqual({ outcome: 'done', reason: '' });
  for (const plein of [home, here]) await until(() => reactionsOn(plein), (rows) => rows.length === 1, 30_000);
  expect(await say({ type: 'Undo', object: { ...like, actor: uriOf(third, carla) } })).toEqual({ outcome: 'done', reason: '' });
  for (const plein of [home, here]) await until(() => reactionsOn(plein), (rows) => rows.length === 0, 30_000);
});

test('an answer likewise: it stands in the thread once its home took it', async () => {
  const object = noteOf('<p>Ik weet het</p>');
  expect(await say({ type: 'Create', object })).toEqual({ outcome: 'done', reason: '' });
  await until(async () => (await anna.get(`/posts/${post.id}/replies`)).json<{ items: { text: string }[] }>().items, (items) => items.some(({ text }) => text === 'Ik weet het'), 30_000);
  expect(await atHome()).toMatchObject({ reply_count: 1 });
});

test('without a proof of who said it, it is refused for that, and goes nowhere', async () => {
  expect(await say({ type: 'Like', object: post.uri }, false)).toEqual({ outcome: 'refused', reason: 'proof-missing' });
  expect(await say({ type: 'Create', object: noteOf('<p>Zonder bewijs</p>') }, false)).toEqual({ outcome: 'refused', reason: 'proof-missing' });
  expect(await reactionsOn(home)).toEqual([]);
});

test('a reaction as long as a book goes nowhere, nor do more in an hour than a home should have to take of us', async () => {
  expect(await say({ type: 'Like', object: post.uri, summary: 'x'.repeat(9_000) })).toEqual({ outcome: 'refused', reason: 'too-many' });
  const more = Array.from({ length: 320 }, () => mayPassOn(here.deps, { type: 'Like', raw: '{}', host: third.host }));
  expect((await Promise.all(more)).filter((may) => !may).length).toBeGreaterThan(20);
  expect(await say({ type: 'Like', object: post.uri })).toEqual({ outcome: 'refused', reason: 'too-many' });
  expect(await reactionsOn(home)).toEqual([]);
});

test('nothing is taken further that is about a closed place', async () => {
  const closed = await buildBuilding(home, { access: 'closed' });
  await closed.founder.put(`${closed.path}/allowed-instances/${here.host}`);
  const replica = await joinElsewhere(here, home, closed, anna);
  const secret = (await anna.post(`${replica.path}/posts`, { body: 'Onder ons' })).json<{ uri: string }>();
  expect(await say({ type: 'Like', object: secret.uri })).toEqual({ outcome: 'refused', reason: 'unknown-target' });
  expect(await here.db((trx) => trx.selectFrom('sent_activity').select('id').where('dedupe_key', 'like', '%handed-on').where('body', 'like', `%${secret.uri}%`).execute())).toEqual([]);
});
