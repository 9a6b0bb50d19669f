// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { remoteActor } from '../../federation/actors/remote-actors.ts';
import { proofHolds } from '../../federation/wire/proof.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { queueOf } from '../support/factories-moderation.ts';
import { buildPost, buildReply, readPost } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type Activity, announces, brought, broughtTo, inside, noteOf, type Voice, voiceOf } from '../support/fediverse.ts';
import { type HostilePeer, startHostilePeer } from '../support/hostile-peer.ts';
import { until } from '../support/until.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
let plein: OpenPlein;
let peer: HostilePeer;
let serial = 0;

beforeAll(async () => {
  plein = await startOpenPlein();
  peer = await startHostilePeer();
});
afterAll(async () => {
  await plein.close();
  await peer.close();
});

const uriOf = (id: string) => `${plein.url}/ap/actors/${id}`;
const somebody = (): Voice => voiceOf(plein, peer, peer.actor(`iemand${++serial}`));
const get = async (uri: string) => {
  const answer = await fetch(uri, { headers: { accept: 'application/activity+json' } });
  return { status: answer.status, json: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
};

/** An open building with somebody elsewhere who follows it. */
async function followed(): Promise<{ building: TestBuilding; place: string; follower: Voice; followId: string }> {
  const building = await buildBuilding(plein);
  const follower = somebody();
  const place = uriOf(building.id);
  const followId = `${follower.actor.uri}/follows/${++serial}`;
  expect(await follower.say({ id: followId, type: 'Follow', object: place })).toBe('done');
  await brought(peer, (each) => each.type === 'Accept' && (each['object'] as Activity).id === followId);
  return { building, place, follower, followId };
}

describe('following', () => {
  test('an open place is accepted at once, by the place, naming what was asked', async () => {
    const { building, place, follower, followId } = await followed();
    const accept = await brought(peer, (each) => each.type === 'Accept' && (each['object'] as Activity).id === followId);
    expect(accept).toMatchObject({ actor: place, to: [follower.actor.uri], object: { type: 'Follow', id: followId, actor: follower.actor.uri, object: place } });
    expect((await get(accept.id)).status).toBe(404);
    expect((await get(`${place}/followers`)).json).toMatchObject({ type: 'OrderedCollection', totalItems: 2 });
    expect((await building.founder.get(`${building.path}/memberships`)).body).not.toContain(follower.actor.uri);
  });

  test('a person likewise; a closed place and one that is not there are another matter', async () => {
    const anna = await buildMember(plein);
    expect(await somebody().say({ type: 'Follow', object: uriOf(anna.actorId) })).toBe('done');
    const hidden = await buildBuilding(plein, { access: 'hidden' });
    const answers = [await somebody().say({ type: 'Follow', object: uriOf(hidden.id) }), await somebody().say({ type: 'Follow', object: uriOf('019a0000-0000-7000-8000-000000000001') })];
    expect(answers).toEqual(['unknown-target', 'unknown-target']);
  });

  test('ends by undoing it, also where the other forgot its address, and not by another', async () => {
    const { building, place, follower, followId } = await followed();
    const count = () => plein.db((trx) => trx.selectFrom('follower').select('follower_id').where('target_id', '=', building.id).execute());
    expect(await somebody().say({ type: 'Undo', object: followId })).toBe('not-theirs');
    expect(await somebody().say({ type: 'Undo', object: { type: 'Follow', id: followId, actor: follower.actor.uri, object: place } })).toBe('not-theirs');
    expect(await count()).toHaveLength(1);
    expect(await follower.say({ type: 'Undo', object: { type: 'Follow', actor: follower.actor.uri, object: place } })).toBe('done');
    expect(await count()).toHaveLength(0);
  });

  test('is refused to who was put out, with an answer', async () => {
    const { building, place, follower } = await followed();
    const row = await plein.db((trx) => trx.selectFrom('actor').select('id').where('uri', '=', follower.actor.uri).executeTakeFirstOrThrow());
    const note = noteOf(follower.actor, '<p>flauw</p>', { cc: [place] });
    await follower.say({ type: 'Create', object: note });
    const post = await until(() => plein.db((trx) => trx.selectFrom('post').select('id').where('author_id', '=', row.id).executeTakeFirst()));
    await building.founder.post('/reports', { personId: row.id, placeId: building.id, reason: 'spam', note: '' });
    await plein.db((trx) => trx.insertInto('membership').values({ id: post?.id ?? '', member_id: row.id, place_id: building.id, state: 'banned', role: 'member', audience_id: 1, created_at: new Date() }).execute());
    expect(await follower.say({ id: `${follower.actor.uri}/again`, type: 'Follow', object: place })).toBe('not-allowed');
    await brought(peer, (each) => each.type === 'Reject' && (each['object'] as Activity).id === `${follower.actor.uri}/again`);
  });
});

describe('what is written in an open place', () => {
  test('is passed on whole with the proof of its author, and shared by its address; both can be fetched', async () => {
    const { building, place } = await followed();
    const author = await buildMemberOf(plein, building);
    const post = await buildPost(author, building, { kind: 'question', title: 'Hoe ver zijn jullie?', body: `Met de #omgevingsvisie & zo`, tags: ['woo'] });
    const passed = await brought(peer, (each) => announces('Create')(each) && (inside(each)['object'] as Activity).id === post.uri);
    const share = await brought(peer, (each) => each.type === 'Announce' && each['object'] === post.uri);
    expect(passed).toMatchObject({ actor: place, to: [PUBLIC], cc: [`${place}/followers`] });
    expect(share).toMatchObject({ actor: place, to: [PUBLIC] });
    const create = inside(passed);
    expect(create).toMatchObject({ type: 'Create', actor: uriOf(author.actorId), audience: place, to: [PUBLIC] });
    expect(await proofHolds(plein.deps, create).catch(() => 'asked somebody')).not.toBe('asked somebody');
    expect(create['object']).toMatchObject({
      type: 'Note', kind: 'question', name: 'Hoe ver zijn jullie?', attributedTo: uriOf(author.actorId), audience: place, context: `${post.uri}/context`, replies: `${post.uri}/replies`, url: `${plein.url}/posts/${post.id}`,
      content: expect.stringContaining('<p><strong>Hoe ver zijn jullie?</strong></p>'), contentMap: { nl: expect.any(String) }, source: { mediaType: 'text/markdown' },
      tag: expect.arrayContaining([{ type: 'Hashtag', href: `${plein.url}/tags/woo`, name: '#woo' }]),
    });
    expect(String((create['object'] as Activity)['content'])).toContain(`href="${plein.url}/tags/omgevingsvisie"`);
    expect((await get(post.uri)).json).toMatchObject({ '@context': expect.anything(), id: post.uri, type: 'Note' });
    expect((await get(create.id)).json).toEqual(create);
    expect((await get(`${post.uri}/context?page=first`)).json).toMatchObject({ orderedItems: [post.uri] });
    expect((await get(`${place}/outbox?page=first`)).json).toMatchObject({ orderedItems: expect.arrayContaining([share]) });
    expect((await get(`${uriOf(author.actorId)}/outbox?page=first`)).json).toMatchObject({ totalItems: 1, orderedItems: [create] });
  });

  test('stays here where it is for members or civil servants, in every address and collection', async () => {
    const { building, place } = await followed();
    const [members, staff] = [await buildPost(building.founder, building, { audience: 'members' }), await buildPost(building.founder, building, { audience: 'staff' })];
    const open = await buildPost(building.founder, building);
    await brought(peer, (each) => each['object'] === open.uri);
    for (const post of [members, staff]) {
      expect(broughtTo(peer).some((each) => JSON.stringify(each).includes(post.id))).toBe(false);
      for (const path of ['', '/replies', '/context']) expect((await get(`${post.uri}${path}`)).status).toBe(404);
    }
    expect(JSON.stringify((await get(`${place}/outbox?page=first`)).json)).not.toContain(members.id);
  });

  test('names people elsewhere who are known here, and reaches them and who follows its author', async () => {
    const building = await buildBuilding(plein);
    const [named, fan] = [somebody(), somebody()];
    expect(await fan.say({ type: 'Follow', object: uriOf(building.founder.actorId) })).toBe('done');
    await named.say({ type: 'Follow', object: place(building) });
    await named.say({ type: 'Undo', object: { type: 'Follow', actor: named.actor.uri, object: place(building) } });
    const post = await buildPost(building.founder, building, { body: `Weet @${nameOf(named)}@${peer.host} dit?` });
    expect(post.html).toContain(`<a href="/people/${nameOf(named)}@${peer.host}" class="mention">`);
    const create = await brought(peer, (each) => each.type === 'Create' && (each['object'] as Activity).id === post.uri);
    expect((create['object'] as Activity)['tag']).toContainEqual({ type: 'Mention', href: named.actor.uri, name: `@${nameOf(named)}@${peer.host}` });
    await until(() => peer.requests.filter(({ url, body }) => url.endsWith('/inbox') && body.includes(create.id)).length === 2);
  });

  test('is taken back from everybody when it is deleted, hidden or closed off, and changed when it changes', async () => {
    const { building, place, follower, followId } = await followed();
    const [one, two, three] = [await buildPost(building.founder, building), await buildPost(building.founder, building), await buildPost(building.founder, building)];
    await brought(peer, (each) => each['object'] === three.uri);
    await building.founder.patch(`/posts/${one.id}`, { body: 'Beter gezegd' });
    const update = inside(await brought(peer, (each) => announces('Update')(each) && (inside(each)['object'] as Activity).id === one.uri));
    expect((update['object'] as Activity)['content']).toContain('Beter gezegd');
    expect((update['object'] as Activity)['updated']).toBeDefined();
    await building.founder.delete(`/posts/${one.id}`);
    const deletion = inside(await brought(peer, (each) => announces('Delete')(each) && (inside(each)['object'] as Activity).id === one.uri));
    expect(deletion).toMatchObject({ actor: uriOf(building.founder.actorId), object: { type: 'Tombstone', id: one.uri } });
    expect(await get(one.uri)).toMatchObject({ status: 410, json: { type: 'Tombstone' } });
    // A moderator who hides it.
    const moderator = await buildMemberOf(plein, building, 'moderator');
    await moderator.post('/reports', { postId: two.id, reason: 'abuse', note: 'Kwetsend' });
    const [found] = await queueOf(moderator, building);
    const decided = await moderator.post(`/reports/${found?.id}/decisions`, { action: 'hide', reason: 'Kwetsend' });
    expect(decided.statusCode, decided.body).toBe(201);
    await brought(peer, (each) => announces('Delete')(each) && (inside(each)['object'] as Activity).id === two.uri);
    expect((await get(two.uri)).status).toBe(404);
    // The door closes.
    await building.founder.patch(building.path, { access: 'closed' });
    await brought(peer, (each) => each.type === 'Update' && (each['object'] as Activity)['manuallyApprovesFollowers'] === true && (each['object'] as Activity).id === place);
    await brought(peer, (each) => announces('Delete')(each) && (inside(each)['object'] as Activity).id === three.uri);
    const reject = await brought(peer, (each) => each.type === 'Reject' && (each['object'] as Activity).id === followId);
    expect(reject['to']).toEqual([follower.actor.uri]);
    expect((await get(three.uri)).status).toBe(404);
    expect(await plein.db((trx) => trx.selectFrom('follower').select('follower_id').where('target_id', '=', building.id).execute())).toEqual([]);
  });

  test('that is deleted with its building goes too, and the building with it', async () => {
    const { building, place } = await followed();
    const post = await buildPost(building.founder, building);
    await brought(peer, (each) => each['object'] === post.uri);
    expect((await building.founder.delete(building.path)).statusCode).toBeLessThan(300);
    await brought(peer, (each) => announces('Delete')(each) && (inside(each)['object'] as Activity).id === post.uri);
    await brought(peer, (each) => each.type === 'Delete' && each['object'] === place);
  });
});

const place = (building: TestBuilding) => uriOf(building.id);
const nameOf = ({ actor }: Voice) => actor.uri.split('/').at(-1) ?? '';

describe('what comes from elsewhere', () => {
  test('answers in the thread, tells whom it answers, and is passed on as it came', async () => {
    const { building, follower } = await followed();
    const other = somebody();
    const post = await buildPost(building.founder, building);
    const note = noteOf(other.actor, `<p><span class="h-card"><a href="${uriOf(building.founder.actorId)}" class="u-url mention">@<span>${building.founder.handle}</span></a></span> Bij ons ook!<script>x</script></p>`, {
      inReplyTo: post.uri, tag: [{ type: 'Mention', href: uriOf(building.founder.actorId), name: `@${building.founder.handle}@${plein.host}` }], summary: 'over geluid', attachment: [{ type: 'Document', mediaType: 'image/png', url: `${peer.url}/plaatje.png`, name: 'Een grafiek' }],
    });
    const before = await plein.db((trx) => trx.updateTable('actor').set({ created_at: new Date(0) }).where('uri', '=', other.actor.uri).execute());
    expect(before).toBeDefined();
    const id = `${other.actor.uri}/creates/1`;
    expect(await other.say({ id, type: 'Create', object: note })).toBe('done');
    const waiting = await plein.db((trx) => trx.selectFrom('post').select(['id', 'withheld']).where('uri', '=', note.id).executeTakeFirstOrThrow());
    // Somebody new with a link: a moderator looks first.
    expect(waiting.withheld).toBe('waiting');
    const [found] = await until(() => queueOf(building.founder, building), (queue) => queue.length === 1);
    expect((await building.founder.post(`/reports/${found?.id}/decisions`, { action: 'approve' })).statusCode).toBe(201);
    const passed = await brought(peer, (each) => announces('Create')(each) && inside(each).id === id);
    expect(inside(passed)).toMatchObject({ actor: other.actor.uri, object: note });
    await brought(peer, (each) => each.type === 'Announce' && each['object'] === note.id);
    const reply = await readPost(building.founder, waiting.id);
    expect(reply).toMatchObject({ inReplyTo: post.id, author: { handle: `${nameOf(other)}@${peer.host}` } });
    expect(reply.html).toBe(`<p><strong>Let op: over geluid</strong></p><p><a href="/people/${building.founder.handle}" class="mention">@${building.founder.handle}</a> Bij ons ook!</p><p>Bijlagen: <a href="${peer.url}/plaatje.png" rel="nofollow noopener ugc">Een grafiek</a></p>`);
    await until(async () => (await building.founder.get('/notifications')).json<{ items: { kind: string }[] }>().items.some(({ kind }) => kind === 'mention'));
    expect(follower.actor.uri).not.toBe(other.actor.uri);
  });

  test('begins a thread where it is for an open place, and nothing where it only names a person', async () => {
    const { building, place, follower } = await followed();
    const anna = await buildMember(plein);
    const note = noteOf(follower.actor, `<p><a href="${place}" class="u-url mention">@<span>x</span></a> Een vraag van ver #geluid</p>`, { tag: [{ type: 'Mention', href: place, name: '@x' }, { type: 'Hashtag', name: '#Geluid' }] });
    expect(await follower.say({ type: 'Create', object: note })).toBe('done');
    const feed = (await building.founder.get(`${building.path}/posts`)).json<{ items: { uri: string; tags: string[] }[] }>().items;
    expect(feed).toMatchObject([{ uri: note.id, tags: ['geluid'] }]);
    expect(await follower.say({ type: 'Create', object: noteOf(follower.actor, '<p>hoi</p>', { to: [uriOf(anna.actorId)], cc: [] }) })).toBe('unknown-target');
    expect(await follower.say({ type: 'Create', object: noteOf(follower.actor, '<p>stiekem</p>', { to: [place], cc: [] }) })).toBe('not-allowed');
    const post = await buildPost(building.founder, building);
    expect(await follower.say({ type: 'Create', object: noteOf(follower.actor, '<p>onder ons</p>', { to: [uriOf(anna.actorId)], cc: [], inReplyTo: post.uri }) })).toBe('not-allowed');
  });

  test('counts as a reaction, once, and is taken back by its address', async () => {
    const { building } = await followed();
    const fan = somebody();
    const post = await buildPost(building.founder, building);
    await brought(peer, (each) => each['object'] === post.uri);
    const like = { id: `${fan.actor.uri}/likes/1`, type: 'Like', object: post.uri };
    expect(await fan.say(like)).toBe('done');
    expect(await fan.say({ type: 'EmojiReact', object: post.uri, content: '💡' })).toBe('done');
    expect(await fan.say({ type: 'Like', object: post.uri, content: '🙏🏽' })).toBe('done');
    expect((await readPost(building.founder, post.id)).reactions).toEqual({ like: 1, idea: 1, thanks: 1 });
    await brought(peer, (each) => announces('Like')(each) && inside(each).id === like.id);
    expect(await somebody().say({ type: 'Undo', object: like.id })).toBe('not-theirs');
    expect(await fan.say({ type: 'Undo', object: like.id })).toBe('done');
    expect((await readPost(building.founder, post.id)).reactions).toEqual({ idea: 1, thanks: 1 });
    expect(await fan.say({ type: 'Dislike', object: post.uri })).toBe('done');
    expect(await fan.say({ type: 'Announce', object: post.uri })).toBe('done');
    const share = { id: `${fan.actor.uri}/shares/1`, type: 'Announce', object: post.uri };
    const other = somebody();
    for (const said of [{ ...share, id: `${other.actor.uri}/shares/1` }, { ...share, id: `${other.actor.uri}/shares/2` }]) expect(await other.say(said)).toBe('done');
    expect((await readPost(building.founder, post.id)).shareCount).toBe(2);
    // Nobody takes back what another did.
    expect(await somebody().say({ type: 'Undo', object: { ...share, id: `${other.actor.uri}/shares/1` } })).toBe('not-theirs');
    expect(await other.say({ type: 'Undo', object: `${other.actor.uri}/shares/1` })).toBe('done');
    expect(await fan.say({ type: 'Undo', object: { type: 'Announce', actor: fan.actor.uri, object: post.uri } })).toBe('done');
    expect((await readPost(building.founder, post.id)).shareCount).toBeUndefined();
    const members = await buildPost(building.founder, building, { audience: 'members' });
    expect(await fan.say({ type: 'Announce', object: members.uri })).toBe('unknown-object');
  });

  test('is told of ours: reactions of people here reach its author and who reads along', async () => {
    const { building, follower, place } = await followed();
    const note = noteOf(follower.actor, '<p>Zo doen wij het</p>', { audience: place });
    expect(await follower.say({ type: 'Create', object: note })).toBe('done');
    const row = await plein.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', note.id).executeTakeFirstOrThrow());
    await brought(peer, (each) => each['object'] === note.id);
    expect((await building.founder.put(`/posts/${row.id}/reactions/thanks`)).statusCode).toBe(200);
    const like = await brought(peer, (each) => each.type === 'Like' && each['object'] === note.id);
    expect(like).toMatchObject({ actor: uriOf(building.founder.actorId), content: '🙏' });
    expect((await building.founder.delete(`/posts/${row.id}/reactions/thanks`)).statusCode).toBe(200);
    const undo = await brought(peer, (each) => each.type === 'Undo' && (each['object'] as Activity).id === like.id);
    expect(undo['actor']).toBe(uriOf(building.founder.actorId));
    // An answer names whom it answers: else Mastodon tells them nothing.
    const reply = await buildReply(building.founder, { id: row.id });
    const create = await brought(peer, (each) => each.type === 'Create' && (each['object'] as Activity).id === reply.uri);
    expect(create['object']).toMatchObject({ inReplyTo: note.id, tag: [{ type: 'Mention', href: follower.actor.uri }], context: `${plein.url}/ap/objects/${row.id}/context` });
    // Removed by a moderator: the place takes back what it passed on.
    expect((await building.founder.delete(`/posts/${row.id}`)).statusCode).toBeLessThan(300);
    const deletion = await brought(peer, (each) => announces('Delete')(each) && inside(each)['object'] === note.id);
    expect(inside(deletion)['actor']).toBe(place);
    await brought(peer, (each) => each.type === 'Undo' && (each['object'] as Activity)['object'] === note.id && each['actor'] === place);
  });

  test('is changed and deleted by who said it, and passed on so; what was deleted first is not taken in later', async () => {
    const { building, follower, place } = await followed();
    const note = noteOf(follower.actor, '<p>Eerst</p>', { audience: place });
    await follower.say({ type: 'Create', object: note });
    const row = await plein.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', note.id).executeTakeFirstOrThrow());
    await brought(peer, (each) => each['object'] === note.id);
    expect(await follower.say({ type: 'Update', object: { ...note, content: '<p>Later</p>' } })).toBe('done');
    expect((await readPost(building.founder, row.id)).html).toBe('<p>Later</p>');
    await brought(peer, (each) => announces('Update')(each) && (inside(each)['object'] as Activity).id === note.id);
    expect(await follower.say({ type: 'Delete', object: { id: note.id, type: 'Tombstone' } })).toBe('done');
    expect((await building.founder.get(`/posts/${row.id}`)).statusCode).toBe(404);
    await brought(peer, (each) => announces('Delete')(each) && (inside(each)['object'] as Activity).id === note.id);
    const early = noteOf(follower.actor, '<p>Te laat</p>', { audience: place });
    expect(await follower.say({ type: 'Delete', object: early.id })).toBe('done');
    expect(await follower.say({ type: 'Create', object: early })).toBe('deleted');
  });

  test('a whole actor: what they wrote goes, and they follow nothing any more', async () => {
    const { building, follower, place } = await followed();
    const note = noteOf(follower.actor, '<p>Weg ermee</p>', { audience: place });
    await follower.say({ type: 'Create', object: note });
    expect(await follower.say({ type: 'Delete', object: follower.actor.uri })).toBe('done');
    await until(() => plein.db((trx) => trx.selectFrom('post').select('deleted_at').where('uri', '=', note.id).executeTakeFirst()), (post) => post?.deleted_at !== null);
    expect(await plein.db((trx) => trx.selectFrom('follower').select('follower_id').where('target_id', '=', building.id).execute())).toEqual([]);
  });

  test('a block: nothing of the one who is blocked reaches them', async () => {
    const anna = await buildMember(plein);
    const them = somebody();
    await them.say({ type: 'Follow', object: uriOf(anna.actorId) });
    expect(await them.say({ type: 'Block', object: uriOf(anna.actorId) })).toBe('done');
    expect(await plein.db((trx) => trx.selectFrom('follower').select('follower_id').where('target_id', '=', anna.actorId).execute())).toEqual([]);
    const building = await buildBuilding(plein, { founder: anna });
    expect((await buildPost(anna, building, { body: `Dag @${nameOf(them)}@${peer.host}` })).html).not.toContain('class="mention"');
    expect(await them.say({ type: 'Undo', object: { type: 'Block', actor: them.actor.uri, object: uriOf(anna.actorId) } })).toBe('done');
  });

  test('a complaint: it stands among the reports, with the instance that sent it', async () => {
    const { building } = await followed();
    const post = await buildPost(building.founder, building);
    const admin = voiceOf(plein, peer, peer.actor(`server${++serial}`, { type: 'Application' }));
    expect(await admin.say({ type: 'Flag', object: [uriOf(building.founder.actorId), post.uri], content: 'Dit is <b>reclame</b>', to: [] })).toBe('done');
    const moderator = await buildMemberOf(plein, building, 'admin');
    const [found] = await queueOf(moderator, building);
    const reports = found?.reports;
    expect(reports).toMatchObject([{ guest: peer.host, note: expect.stringContaining('reclame') }]);
    const members = await buildPost(building.founder, building, { audience: 'members' });
    expect(await admin.say({ type: 'Flag', object: [members.uri], content: 'x', to: [] })).toBe('unknown-object');
  });

  test('a complaint of somebody here about something from elsewhere goes there too, if they want that, without their name', async () => {
    const { building, follower, place } = await followed();
    const notes = [noteOf(follower.actor, '<p>Onaardig</p>', { audience: place }), noteOf(follower.actor, '<p>Ook onaardig</p>', { audience: place })];
    for (const object of notes) expect(await follower.say({ type: 'Create', object })).toBe('done');
    const member = await buildMemberOf(plein, building);
    const ids = await Promise.all(notes.map(({ id }) => plein.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', id).executeTakeFirstOrThrow())));
    expect((await member.post('/reports', { postId: ids[0]?.id, reason: 'abuse', note: 'Blijft hier' })).statusCode).toBe(201);
    expect((await member.post('/reports', { postId: ids[1]?.id, reason: 'abuse', note: 'Kijk hier eens naar', tellHome: true })).statusCode).toBe(201);
    const sent = await brought(peer, ({ type }) => type === 'Flag');
    expect(sent).toMatchObject({ actor: uriOf('00000000-0000-7000-8000-000000000001'), to: [follower.actor.uri], object: [follower.actor.uri, notes[1]?.id], content: 'Kijk hier eens naar' });
    expect(JSON.stringify(sent)).not.toContain(member.handle);
    expect(broughtTo(peer).filter(({ type }) => type === 'Flag')).toHaveLength(1);
    // What is of here has no other home.
    const own = await buildPost(building.founder, building);
    expect((await member.post('/reports', { postId: own.id, reason: 'spam', tellHome: true })).statusCode).toBe(201);
  });

  test('a move that both sides tell of takes the following along', async () => {
    const { building, follower } = await followed();
    const next = peer.actor(`nieuw${++serial}`, { alsoKnownAs: [follower.actor.uri] });
    const stranger = peer.actor(`vreemd${++serial}`);
    expect(await follower.say({ type: 'Move', object: follower.actor.uri, target: stranger.uri })).toBe('not-allowed');
    expect(await follower.say({ type: 'Move', object: stranger.uri, target: next.uri })).toBe('not-theirs');
    expect(await follower.say({ type: 'Move', object: follower.actor.uri, target: next.uri })).toBe('done');
    const rows = await plein.db((trx) => trx.selectFrom('follower').innerJoin('actor', 'actor.id', 'follower.follower_id').select('actor.uri').where('target_id', '=', building.id).execute());
    expect(rows).toEqual([{ uri: next.uri }]);
  });

  test('a move brings nobody back who is not welcome', async () => {
    const anna = await buildMember(plein);
    const follower = somebody();
    expect(await follower.say({ type: 'Follow', object: uriOf(anna.actorId) })).toBe('done');
    const next = peer.actor(`nieuw${++serial}`, { alsoKnownAs: [follower.actor.uri] });
    const { id } = await remoteActor(plein.deps, next.uri);
    await plein.db((trx) => trx.insertInto('person_tie').values({ owner_id: anna.actorId, person_id: id, kind: 'block', created_at: new Date() }).execute());
    expect(await follower.say({ type: 'Move', object: follower.actor.uri, target: next.uri })).toBe('done');
    expect(await plein.db((trx) => trx.selectFrom('follower').select('follower_id').where('target_id', '=', anna.actorId).execute())).toEqual([]);
  });
});

describe('what a person or place shows of itself', () => {
  test('is told when it changes, to who follows', async () => {
    const { building, place } = await followed();
    const anna = await buildMember(plein);
    await somebody().say({ type: 'Follow', object: uriOf(anna.actorId) });
    await building.founder.patch(building.path, { summary: 'Over geluid en licht' });
    const update = await brought(peer, (each) => each.type === 'Update' && (each['object'] as Activity).id === place);
    expect(update['object']).toMatchObject({ type: 'Group', summary: '<p>Over geluid en licht</p>' });
    await anna.patch('/me', { name: 'Anna van Dam' });
    await brought(peer, (each) => each.type === 'Update' && (each['object'] as Activity)['name'] === 'Anna van Dam');
  });
});
