// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Post } from '../../server/posts/schemas.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf } from '../support/factories-buildings.ts';
import { buildReport, queueOf } from '../support/factories-moderation.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';
import { buildRemotePerson, remoteDelete, remoteEdit, remotePost, remoteReaction, remoteReply } from '../support/factories-remote.ts';
import { type Inbox, openInbox } from '../support/inbox.ts';
import { sendDigests } from '../support/mailing.ts';

let plein: TestPlein;
let inbox: Inbox;
beforeAll(async () => {
  inbox = await openInbox();
  plein = await startPlein({ env: { SMTP_URL: inbox.url, RATE_LIMITS: 'relaxed' } });
});
afterAll(async () => {
  await plein.close();
  await inbox.close();
});

const names = (page: { items: Post[] }) => page.items.map((post) => post.author?.handle);
const refused = (kind: string) => expect.objectContaining({ kind });

describe('what somebody of another instance writes', () => {
  test('stands in every list where posts stand, under their name and host, and is told of like any other', async () => {
    const building = await buildBuilding(plein);
    const reader = await buildMemberOf(plein, building);
    const far = await buildRemotePerson(plein, { name: 'Femke Verweg' });
    const post = await remotePost(plein, far, building.slug, { title: 'Geluidsnormen elders', body: '<p>Wij meten #geluid anders</p>' });
    const own = await buildPost(reader, building, { body: 'Hoe doen jullie dat met zwaluwstaarten?' });
    const reply = await remoteReply(plein, far, own.id, { body: `<p>Met een stethoscoop, @${reader.handle}</p>`, handles: [reader.handle] });
    await remoteReaction(plein, far, own.id, 'thanks');
    await plein.drainJobs();

    for (const path of ['/feed?scope=square', '/feed?scope=mine', `${building.path}/posts`, '/tags/geluid/posts']) expect(names((await reader.get(path)).json()), path).toContain(far.handle);
    for (const path of [`/posts/${own.id}/replies`]) expect(names((await buildGuest(plein).get(path)).json()), path).toEqual([far.handle]);
    expect((await reader.get('/today')).body).toContain('Geluidsnormen elders');
    expect(await readPost(reader, post.id)).toMatchObject({ author: { handle: far.handle, name: 'Femke Verweg', isResident: false }, can: { edit: false, reply: true } });
    expect((await reader.get('/notifications')).json().items).toMatchObject([{ kind: 'mention', post: { id: reply.id } }]);
    expect((await reader.get(`/posts/${own.id}/reactions`)).json().items).toMatchObject([{ name: 'thanks', actor: { handle: far.handle } }]);
    expect((await reader.get('/search?q=stethoscoop')).body).toContain(reply.id);
    for (const path of ['/people', '/people-facets', '/mentions?q=verweg', `/people/${encodeURIComponent(far.handle)}/posts`, `/posts/similar?title=Geluidsnormen&building=${building.slug}`, `${building.path}/memberships`]) expect((await reader.get(path)).statusCode, path).toBeLessThan(500);
    await sendDigests(plein, [reader]);
    expect(inbox.letters.find(({ to }) => to.includes(reader.email))?.mail.text).toContain('Femke Verweg');
    // A member who answers tells of it here; nobody writes a mail to who has no account.
    await buildReply(reader, own, { body: 'Dank!' });
    await plein.drainJobs();
    expect(await plein.db((trx) => trx.selectFrom('notification').select('id').where('recipient_id', '=', far.actorId).execute())).toEqual([]);
  });

  test('is taken once by its address, and never stands in the future', async () => {
    const building = await buildBuilding(plein);
    const far = await buildRemotePerson(plein);
    const first = await remotePost(plein, far, building.slug, { uri: 'https://elders.example/n/1', from: { uri: 'https://elders.example/n/1', publishedAt: new Date('2999-01-01'), language: 'fr', handles: [] } });
    const second = await remotePost(plein, far, building.slug, { from: { uri: 'https://elders.example/n/1', publishedAt: new Date(), language: null, handles: [] } });
    expect(second.id).toBe(first.id);
    expect(Date.parse(first.publishedAt)).toBeLessThanOrEqual(plein.clock.now().getTime());
    expect(first).toMatchObject({ uri: 'https://elders.example/n/1', language: 'fr' });
    expect(await plein.db((trx) => trx.selectFrom('post').select('origin').where('id', '=', first.id).executeTakeFirst())).toEqual({ origin: 'remote' });
  });

  test('names people of here only where it says so: a bare @name is a name of where it comes from', async () => {
    const building = await buildBuilding(plein);
    const reader = await buildMemberOf(plein, building);
    const far = await buildRemotePerson(plein);
    const post = await remotePost(plein, far, building.slug, { body: `<p>@${reader.handle} en @${building.founder.handle}</p>`, from: { uri: 'https://elders.example/n/2', publishedAt: new Date(), language: null, handles: [building.founder.handle] } });
    expect(post.html).toContain(`href="/people/${building.founder.handle}"`);
    expect(post.html).not.toContain(`href="/people/${reader.handle}"`);
  });

  test('can be changed and taken back by its author, and by nobody else elsewhere', async () => {
    const building = await buildBuilding(plein);
    const [far, other] = [await buildRemotePerson(plein), await buildRemotePerson(plein)];
    const post = await remotePost(plein, far, building.slug);
    await expect(remoteEdit(plein, other, post.id, '<p>van mij</p>')).rejects.toThrow();
    await expect(remoteDelete(plein, other, post.id)).rejects.toThrow();
    await remoteEdit(plein, far, post.id, '<p>Beter gezegd</p><script>alert(1)</script>');
    expect(await readPost(building.founder, post.id)).toMatchObject({ html: '<p>Beter gezegd</p>', revisionCount: 1 });
    expect((await building.founder.get(`/posts/${post.id}/revisions`)).json().items).toMatchObject([{ editor: { handle: far.handle } }]);
    await remoteDelete(plein, far, post.id);
    expect((await building.founder.get(`/posts/${post.id}`)).statusCode).toBe(404);
  });
});

describe('the rules of a place', () => {
  test('hold for them: closed doors, bans, suspensions, blocks of people', async () => {
    const closed = await buildBuilding(plein, { access: 'closed' });
    const open = await buildBuilding(plein);
    const inside = await buildPost(closed.founder, closed);
    const [banned, suspended, blocked] = [await buildRemotePerson(plein), await buildRemotePerson(plein), await buildRemotePerson(plein)];
    const post = await buildPost(open.founder, open);
    const members = await buildPost(open.founder, open, { audience: 'members' });
    const staff = await buildPost(open.founder, open, { audience: 'staff' });
    for (const each of [inside, members, staff]) await expect(remoteReply(plein, banned, each.id)).rejects.toThrow(refused('not-found'));
    await expect(remotePost(plein, banned, closed.slug)).rejects.toThrow();
    await expect(remotePost(plein, banned, open.slug, { audience: 'members' })).rejects.toThrow();
    await expect(remotePost(plein, banned, open.slug, { audience: 'staff' })).rejects.toThrow();

    const [one, two] = [await remoteReply(plein, banned, post.id), await remoteReply(plein, suspended, post.id)];
    for (const [reply, decision] of [[one, { action: 'ban', reason: 'Zo niet' }], [two, { action: 'suspend', days: 3, reason: 'Even niet' }]] as const) {
      await buildReport(open.founder, { postId: reply.id });
      const found = (await queueOf(open.founder, open)).find(({ subject }) => subject.post?.id === reply.id);
      const decided = await open.founder.post(`/reports/${found?.id}/decisions`, decision);
      expect(decided.statusCode, decided.body).toBe(201);
    }
    await plein.drainJobs();
    for (const person of [banned, suspended]) {
      await expect(remoteReply(plein, person, post.id)).rejects.toThrow();
      await expect(remotePost(plein, person, open.slug)).rejects.toThrow();
      await expect(remoteReaction(plein, person, post.id)).rejects.toThrow();
    }
    expect((await open.founder.put(`/me/blocks/${blocked.actorId}`)).statusCode).toBeLessThan(500);
    await plein.db((trx) => trx.insertInto('person_tie').values({ owner_id: open.founder.actorId, person_id: blocked.actorId, kind: 'block', created_at: new Date() }).onConflict((conflict) => conflict.doNothing()).execute());
    await expect(remoteReply(plein, blocked, post.id)).rejects.toThrow();
    await expect(remoteReaction(plein, blocked, post.id)).rejects.toThrow();
  });

  test('in a group: as in its building', async () => {
    const building = await buildBuilding(plein);
    const group = await buildGroup(building);
    const post = await buildPost(group.founder, group);
    const far = await buildRemotePerson(plein);
    await remoteReply(plein, far, post.id);
    expect((await readPost(group.founder, post.id)).replyCount).toBe(1);
  });

  test('moderators hide, give back and remove, administrators are not asked to close an account that there is not', async () => {
    const building = await buildBuilding(plein);
    const administrator = await buildMember(plein, { administrator: true });
    const far = await buildRemotePerson(plein);
    const post = await remotePost(plein, far, building.slug, { body: '<p>Onaardig</p>' });
    await buildReport(administrator, { postId: post.id });
    const [found] = await queueOf(building.founder, building);
    expect(found).toMatchObject({ subject: { person: { handle: far.handle } } });
    for (const action of ['hide', 'restore', 'warn', 'remove']) {
      await buildReport(await buildMember(plein), { postId: post.id }).catch(() => undefined);
      const open = (await queueOf(building.founder, building)).find(({ subject }) => subject.post?.id === post.id || subject.person?.id === far.actorId);
      const decided = await building.founder.post(`/reports/${open?.id ?? found?.id}/decisions`, { action, reason: 'Daarom' });
      expect(decided.statusCode, `${action}: ${decided.body}`).toBe(201);
      await plein.drainJobs();
    }
    expect((await building.founder.get(`/posts/${post.id}`)).statusCode).toBe(404);
    await buildReport(building.founder, { personId: far.actorId });
    const ofInstance = (await administrator.get('/reports')).json<{ items: { id: string; subject: { person?: { id: string } }; can: { act: string[] } }[] }>().items.find(({ subject }) => subject.person?.id === far.actorId);
    expect(ofInstance?.can.act).toContain('warn');
    expect(ofInstance?.can.act).not.toContain('suspend-account');
  });

  test('a newcomer with links waits, one with three accepted posts and a week does not', async () => {
    const building = await buildBuilding(plein);
    const far = await buildRemotePerson(plein);
    const withLink = '<p><a href="https://reclame.example">koop</a></p>';
    const waiting = await remotePost(plein, far, building.slug, { body: withLink });
    expect(waiting.withheld).toBe('waiting');
    expect(await idsOf(building.founder, `${building.path}/posts`)).toEqual([]);
    expect((await queueOf(building.founder, building)).map(({ kind }) => kind)).toEqual([]);
    await plein.drainJobs();
    expect((await queueOf(building.founder, building)).map(({ kind, subject }) => [kind, subject.person?.handle])).toEqual([['waiting', far.handle]]);
    const again = await remotePost(plein, far, building.slug, { body: withLink, from: { uri: waiting.uri, publishedAt: new Date(), language: null, handles: [] } });
    expect(again.id).toBe(waiting.id);
    const known = await buildRemotePerson(plein, { knownSince: new Date(plein.clock.now().getTime() - 30 * 24 * 3_600_000) });
    for (let number = 0; number < 3; number++) await remotePost(plein, known, building.slug);
    expect((await remotePost(plein, known, building.slug, { body: withLink })).withheld).toBeNull();
  });
});
