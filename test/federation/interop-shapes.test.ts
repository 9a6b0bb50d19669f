// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Post } from '../../server/posts/schemas.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, readPost } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type Activity, announces, brought, inside, type Voice, voiceOf } from '../support/fediverse.ts';
import { type HostilePeer, startHostilePeer } from '../support/hostile-peer.ts';

let plein: OpenPlein;
let peer: HostilePeer;
let serial = 100;
beforeAll(async () => {
  plein = await startOpenPlein();
  peer = await startHostilePeer();
});
afterAll(async () => {
  await plein.close();
  await peer.close();
});

interface Scene {
  building: TestBuilding;
  post: Post;
  founder: TestMember;
  voice: Voice;
  /** Sends what the file has under this name. @returns what became of it */
  say(name: string): Promise<string>;
  read(): Promise<Post>;
  /** The answers in the thread, and what else stands in the building, as its founder sees it. */
  replies(): Promise<Post[]>;
  feed(): Promise<Post[]>;
}

/** An open building with a post, and somebody of another software. What newcomers wait with is shown apart: here they have been known for long. */
async function scene(file: string): Promise<Scene> {
  const { activities } = JSON.parse(await readFile(new URL(`fixtures/${file}.json`, import.meta.url), 'utf8')) as { activities: Record<string, unknown> };
  const number = ++serial;
  const founder = await buildMember(plein);
  const building = await buildBuilding(plein, { founder });
  const post = await buildPost(founder, building, { body: 'Hoe stil is het bij jullie?' });
  const voice = voiceOf(plein, peer, peer.actor(`iemand${number}`));
  const instance = peer.actor(`server${number}`, { type: 'Application' });
  const uriOf = (id: string) => `${plein.url}/ap/actors/${id}`;
  const words: Record<string, string> = { peer: peer.url, actor: voice.actor.uri, instance: instance.uri, place: uriOf(building.id), person: uriOf(founder.actorId), post: post.uri, n: String(number) };
  const spoken = voiceOf(plein, peer, instance);
  return {
    building, post, founder, voice,
    say(name) {
      const text = JSON.stringify(activities[name]).replace(/\{\{(\w+)\}\}/g, (_all, word: string) => words[word] ?? '');
      const activity = JSON.parse(text) as Activity;
      return (activity['actor'] === instance.uri ? spoken : voice).sayRaw(activity);
    },
    read: () => readPost(founder, post.id),
    replies: async () => (await founder.get(`/posts/${post.id}/replies`)).json<{ items: Post[] }>().items,
    feed: async () => (await founder.get(`${building.path}/posts`)).json<{ items: Post[] }>().items.filter((each) => each.id !== post.id),
  };
}

describe('Mastodon', () => {
  test('follows, answers, edits, likes, boosts, reports, deletes and leaves', async () => {
    const { say, replies, read, building, founder, post } = await scene('mastodon');
    expect(await say('follow')).toBe('done');
    const accept = await brought(peer, (each) => each.type === 'Accept' && (each['object'] as Activity)['object'] === `${plein.url}/ap/actors/${building.id}`);
    expect((accept['object'] as Activity).id).toMatch(/\/7b0f1c1e-/);
    expect(await say('reply')).toBe('done');
    expect(await replies()).toMatchObject([{ text: `@${founder.handle} Bij ons ook, met #geluid.`, tags: ['geluid'], language: 'nl' }]);
    expect(await say('edit')).toBe('done');
    expect(await replies()).toMatchObject([{ text: 'Bij ons ook, sinds mei.', revisionCount: 1 }]);
    expect([await say('like'), (await read()).reactions]).toEqual(['done', { like: 1 }]);
    expect([await say('unlike'), (await read()).reactions]).toEqual(['done', {}]);
    expect(await say('boost')).toBe('done');
    expect(await say('flag')).toBe('done');
    expect((await plein.db((trx) => trx.selectFrom('report').select('note').innerJoin('moderation_case as c', 'c.id', 'report.case_id').where('c.post_id', '=', post.id).execute())).map(({ note }) => note)).toEqual(['Kijk hier eens naar']);
    expect(await say('delete')).toBe('done');
    expect(await replies()).toEqual([]);
    expect(await say('unfollow')).toBe('done');
    expect(await plein.db((trx) => trx.selectFrom('follower').select('follower_id').where('target_id', '=', building.id).execute())).toEqual([]);
  });

  test('is given what it shows: a boost of an address, of a Note whose text says all, or of an Article with a summary', async () => {
    const { say, building, founder } = await scene('mastodon');
    await say('follow');
    const article = await buildPost(founder, building, { kind: 'article', title: 'Geluidsnormen', body: 'Wij meten **alles**.' });
    const boost = await brought(peer, (each) => each.type === 'Announce' && each['object'] === article.uri);
    expect(boost['to']).toContain('https://www.w3.org/ns/activitystreams#Public');
    const served = (await (await fetch(article.uri, { headers: { accept: 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"' } })).json()) as Record<string, unknown>;
    // Of an article it shows name, summary and url; of its content nothing.
    expect(served).toMatchObject({ type: 'Article', name: 'Geluidsnormen', summary: 'Wij meten alles.', url: `${plein.url}/posts/${article.id}`, attributedTo: expect.stringContaining('/ap/actors/'), to: ['https://www.w3.org/ns/activitystreams#Public'], published: expect.any(String) });
    const question = await buildPost(founder, building, { kind: 'question', title: 'Wie meet er?', body: 'Graag voor vrijdag.' });
    const asked = (await (await fetch(question.uri, { headers: { accept: 'application/activity+json' } })).json()) as Record<string, unknown>;
    expect(asked).toMatchObject({ type: 'Note', content: '<p><strong>Wie meet er?</strong></p><p>Graag voor vrijdag.</p>' });
    expect(asked).not.toHaveProperty('summary');
  });
});

describe('Lemmy', () => {
  test('follows, begins a thread, comments, votes, reports and deletes', async () => {
    const { say, replies, feed, read, post } = await scene('lemmy');
    expect(await say('follow')).toBe('done');
    expect(await say('page')).toBe('done');
    expect(await feed()).toMatchObject([{ kind: 'article', title: 'Wie meet er geluid?', html: '<p>Wij zoeken <em>buren</em>.</p>', language: 'nl', tags: ['geluid'] }]);
    expect(await say('comment')).not.toBe('done');
    expect(await say('like')).toBe('done');
    expect((await read()).reactions).toEqual({ like: 1 });
    expect(await say('dislike')).toBe('done');
    expect(await say('unlike')).toBe('done');
    expect((await read()).reactions).toEqual({});
    expect(await say('report')).toBe('done');
    expect((await plein.db((trx) => trx.selectFrom('report').select(['note', 'reporter_id']).innerJoin('moderation_case as c', 'c.id', 'report.case_id').where('c.post_id', '=', post.id).execute()))).toMatchObject([{ note: 'Dit is reclame', reporter_id: expect.any(String) }]);
    expect(await say('delete')).toBe('done');
    expect(await feed()).toEqual([]);
    expect(await replies()).toEqual([]);
  });

  test('comments in a thread', async () => {
    const { say, replies } = await scene('lemmy');
    expect(await say('comment')).toBe('done');
    expect(await replies()).toMatchObject([{ text: 'Wij sinds mei.' }]);
  });

  test('is given what it reads: the activity itself, announced by the place, with its audience', async () => {
    const { say, building, founder } = await scene('lemmy');
    await say('follow');
    const post = await buildPost(founder, building, { kind: 'article', title: 'Een kop', body: 'En een lijf.' });
    const announce = await brought(peer, (each) => announces('Create')(each) && (inside(each)['object'] as Activity).id === post.uri);
    const place = `${plein.url}/ap/actors/${building.id}`;
    expect(announce).toMatchObject({ actor: place, to: ['https://www.w3.org/ns/activitystreams#Public'], cc: [`${place}/followers`] });
    expect(inside(announce)).toMatchObject({ id: expect.stringContaining('/ap/activities/'), actor: `${plein.url}/ap/actors/${founder.actorId}`, to: ['https://www.w3.org/ns/activitystreams#Public'], audience: place, cc: expect.arrayContaining([`${place}/followers`]) });
    expect(inside(announce)['object']).toMatchObject({ attributedTo: `${plein.url}/ap/actors/${founder.actorId}`, name: 'Een kop', audience: place, mediaType: 'text/html', source: { content: 'En een lijf.', mediaType: 'text/markdown' } });
    const group = (await (await fetch(place, { headers: { accept: 'application/activity+json' } })).json()) as Record<string, string>;
    // It reads what was said before it came.
    for (const address of [group['outbox'], group['followers']]) expect((await fetch(address ?? '', { headers: { accept: 'application/activity+json' } })).status, address).toBe(200);
  });
});

describe('NodeBB', () => {
  test('follows, begins a topic, answers and likes', async () => {
    const { say, feed, read, voice } = await scene('nodebb');
    expect(await say('follow')).toBe('done');
    expect(await say('topic')).toBe('done');
    // A picture is a link: with somebody who never wrote here it waits.
    const kept = await plein.db((trx) => trx.selectFrom('post').innerJoin('actor', 'actor.id', 'post.author_id').select(['post.title', 'post.html', 'post.kind', 'post.withheld']).where('actor.uri', '=', voice.actor.uri).execute());
    expect(kept).toEqual([{ title: 'Geluid in de binnenstad', kind: 'article', withheld: 'waiting', html: `<h2>Vooraf</h2>\n<p>Een lang verhaal.</p>\n<p></p>\n<p>Bijlagen: <a href="${peer.url}/assets/uploads/kaart.png" rel="nofollow noopener ugc">kaart</a></p>` }]);
    expect(await feed()).toEqual([]);
    expect([await say('like'), (await read()).reactions]).toEqual(['done', { like: 1 }]);
  });

  test('answers', async () => {
    const { say, replies } = await scene('nodebb');
    expect(await say('reply')).toBe('done');
    expect(await replies()).toMatchObject([{ text: 'Eens!' }]);
  });

  test('is given what it reads: a context that lists the thread (FEP-7888)', async () => {
    const { say, post, replies } = await scene('nodebb');
    await say('reply');
    const [reply] = await replies();
    const page = (await (await fetch(`${post.uri}/context?page=first`, { headers: { accept: 'application/activity+json' } })).json()) as { orderedItems: string[] };
    expect(page.orderedItems).toEqual([post.uri, reply?.uri]);
  });
});

describe('snac', () => {
  test('follows, answers, likes, boosts, deletes and leaves; an answer to what is not here stands in the thread that it names', async () => {
    const { say, replies, read, building } = await scene('snac');
    expect(await say('follow')).toBe('done');
    expect(await say('reply')).toBe('done');
    expect(await say('lost-parent')).toBe('done');
    expect((await replies()).map(({ text }) => text)).toEqual(['Hier is het stil.\nNu wel.', 'Ik antwoord op iemand die hier niet te zien is.']);
    expect([await say('like'), (await read()).reactions]).toEqual(['done', { like: 1 }]);
    expect(await say('boost')).toBe('done');
    expect(await say('delete')).toBe('done');
    expect(await replies()).toHaveLength(1);
    expect(await say('unfollow')).toBe('done');
    expect(await plein.db((trx) => trx.selectFrom('follower').select('follower_id').where('target_id', '=', building.id).execute())).toEqual([]);
  });
});

describe('Misskey', () => {
  test('follows, answers under a warning, reacts with emoji, takes that back, renotes and reports', async () => {
    const { say, replies, read, founder } = await scene('misskey');
    expect(await say('follow')).toBe('done');
    expect(await say('reply')).toBe('done');
    expect(await replies()).toMatchObject([{ html: `<p><strong>Let op: over lawaai</strong></p><p><a href="/people/${founder.handle}" class="mention">@${founder.handle}</a> Gezellig!</p>` }]);
    expect([await say('reaction'), (await read()).reactions]).toEqual(['done', { idea: 1 }]);
    expect([await say('custom-reaction'), (await read()).reactions]).toEqual(['done', { idea: 1, like: 1 }]);
    expect([await say('undo-reaction'), (await read()).reactions]).toEqual(['done', { like: 1 }]);
    expect(await say('renote')).toBe('done');
    expect(await say('flag')).toBe('done');
  });
});
