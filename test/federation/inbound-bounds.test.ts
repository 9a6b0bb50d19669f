// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellOfPost } from '../../federation/outbound/tell-post.ts';
import { newId } from '../../server/platform/ids.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost } from '../support/factories-posts.ts';
import { buildRemotePerson, type RemotePerson } from '../support/factories-remote.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type Activity, handleKept, keepActivities, outcomesOf } from '../support/kept-activities.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
let plein: OpenPlein;
let serial = 0;

beforeAll(async () => {
  plein = await startOpenPlein({ workers: false, env: { RATE_LIMITS: 'normal' } });
});
afterAll(async () => {
  await plein.close();
});

type Told = Awaited<ReturnType<typeof buildPost>>;

/** A post in an open building, told of to whoever reads along. */
async function toldPost(followed: boolean): Promise<{ building: TestBuilding; post: Told }> {
  const building = await buildBuilding(plein);
  if (followed) {
    const reader = await buildRemotePerson(plein, { host: 'leest-mee.example' });
    await plein.db((trx) => trx.insertInto('follower').values({ follower_id: reader.actorId, target_id: building.id, follow_uri: `${reader.uri}/follows/${++serial}`, created_at: new Date() }).execute());
  }
  const post = await buildPost(building.founder, building);
  await tellOfPost(plein.deps, post.id, 'Create', newId());
  return { building, post };
}

const like = (by: RemotePerson, post: Told, fields: Record<string, unknown> = {}): Activity => ({ id: `https://${by.host}/likes/${++serial}`, type: 'Like', actor: by.uri, object: post.uri, to: [PUBLIC], ...fields });

const passedOn = async (activities: readonly Activity[]): Promise<number> =>
  (await plein.db((trx) => trx.selectFrom('sent_activity').select('id').where('dedupe_key', 'in', activities.map(({ id }) => `${id} passed-on`)).execute())).length;

async function take(host: string, activities: readonly Activity[]): Promise<(string | undefined)[]> {
  await keepActivities(plein, host, activities);
  await handleKept(plein);
  return outcomesOf(plein, activities);
}

test('a place that nobody elsewhere reads along with passes nothing on', async () => {
  const bob = await buildRemotePerson(plein, { host: 'stil.example' });
  const [read, unread] = [await toldPost(true), await toldPost(false)];
  const [heard, unheard] = [like(bob, read.post), like(bob, unread.post)];
  expect(await take(bob.host, [heard, unheard])).toEqual(['done', 'done']);
  expect([await passedOn([heard]), await passedOn([unheard])]).toEqual([1, 0]);
});

test('what says more than a reaction does is counted and not passed on', async () => {
  const bob = await buildRemotePerson(plein, { host: 'lang.example' });
  const { post } = await toldPost(true);
  const long = like(bob, post, { padding: 'x'.repeat(8_000) });
  expect(await take(bob.host, [long])).toEqual(['done']);
  expect(await passedOn([long])).toBe(0);
  expect((await plein.db((trx) => trx.selectFrom('reaction').select('actor_id').where('post_id', '=', post.id).execute())).map(({ actor_id }) => actor_id)).toEqual([bob.actorId]);
});

test('of one instance three hundred are passed on in an hour; all of them count, and another instance is not kept waiting', async () => {
  const { post } = await toldPost(true);
  const people: RemotePerson[] = [];
  while (people.length < 310) people.push(await buildRemotePerson(plein, { host: 'druk.example' }));
  const likes = people.map((person) => like(person, post));
  expect((await take('druk.example', likes)).every((each) => each === 'done')).toBe(true);
  expect(await passedOn(likes)).toBe(300);
  expect(await plein.db((trx) => trx.selectFrom('reaction').select('actor_id').where('post_id', '=', post.id).execute())).toHaveLength(310);
  const other = like(await buildRemotePerson(plein, { host: 'rustig.example' }), post);
  await take('rustig.example', [other]);
  expect(await passedOn([other])).toBe(1);
});

test('an answer that is too long to pass on is told of by its address', async () => {
  const { building, post } = await toldPost(true);
  const bob = await buildRemotePerson(plein, { host: 'uitvoerig.example' });
  const id = `https://${bob.host}/notes/lang`;
  const create = { id: `${id}/create`, type: 'Create', actor: bob.uri, to: [PUBLIC], object: { id, type: 'Note', attributedTo: bob.uri, inReplyTo: post.uri, to: [PUBLIC], content: '<p>Lang verhaal</p>', padding: 'x'.repeat(130_000) } };
  expect(await take(bob.host, [create])).toEqual(['done']);
  const row = await plein.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', id).executeTakeFirstOrThrow());
  const key = newId();
  await tellOfPost(plein.deps, row.id, 'Create', key);
  const sent = await plein.db((trx) => trx.selectFrom('sent_activity').select(['dedupe_key', 'body']).where('sender_id', '=', building.id).where('dedupe_key', 'like', `${key}%`).execute());
  expect(sent.map(({ dedupe_key }) => dedupe_key)).toEqual([`${key} shared`]);
  expect(sent[0]?.body.length).toBeLessThan(2_000);
});

/** As Mastodon does: the instance complains, not one of its people. */
async function buildInstanceActor(host: string): Promise<RemotePerson> {
  const made = await buildRemotePerson(plein, { host });
  await plein.db((trx) => trx.updateTable('actor').set({ type: 'instance' }).where('id', '=', made.actorId).execute());
  return made;
}

const flag = (by: RemotePerson, post: Told): Activity => ({ id: `https://${by.host}/flags/${++serial}`, type: 'Flag', actor: by.uri, object: [post.uri], content: 'Dit hoort hier niet' });
const reportsOn = (post: Told) => plein.db((trx) => trx.selectFrom('report as r').innerJoin('moderation_case as c', 'c.id', 'r.case_id').select(['r.guest_name', 'c.report_count']).where('c.post_id', '=', post.id).execute());

test('an instance complains of one thing once, as long as nobody looked at it', async () => {
  const { post } = await toldPost(false);
  const instance = await buildInstanceActor('klaagt.example');
  expect(await take(instance.host, [flag(instance, post)])).toEqual(['done']);
  expect(await take(instance.host, [flag(instance, post), flag(instance, post)])).toEqual(['done', 'done']);
  expect(await reportsOn(post)).toEqual([{ guest_name: 'klaagt.example', report_count: 1 }]);
  const another = await buildInstanceActor('klaagt-ook.example');
  await take(another.host, [flag(another, post)]);
  expect(await reportsOn(post)).toHaveLength(2);
});

test('of one instance fifty complaints are taken in a day, and the next day again', async () => {
  const { building, post } = await toldPost(false);
  const bob = await buildInstanceActor('veel.example');
  const flags = Array.from({ length: 50 }, () => flag(bob, post));
  expect((await take(bob.host, flags)).every((each) => each === 'done')).toBe(true);
  const [more, quiet] = [await buildPost(building.founder, building), await buildInstanceActor('kalm.example')];
  expect(await take(bob.host, [flag(bob, more)])).toEqual(['too-many']);
  expect(await take(quiet.host, [flag(quiet, more)])).toEqual(['done']);
  plein.clock.advance(25 * 3_600_000);
  const later = flag(bob, more);
  // What is known of who complains is of yesterday: they are looked at anew, and not to be had.
  await plein.db((trx) => trx.updateTable('remote_actor').set({ fetched_at: plein.clock.now() }).where('host', '=', bob.host).execute());
  expect(await take(bob.host, [later])).toEqual(['done']);
});
