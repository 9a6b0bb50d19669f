// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, joinGroup } from '../support/factories-buildings.ts';
import { buildReport, decideOn, decisionsAbout, notifiedOf, queueOf } from '../support/factories-moderation.ts';
import { buildPost } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

describe('in a group', () => {
  const inGroup = async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const group = await buildGroup(building, { founder: await buildMemberOf(plein, building) });
    const [author, reader, moderator] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    for (const member of [author, reader]) await joinGroup(group, member);
    await joinGroup(group, moderator, 'moderator');
    const post = await buildPost(author, group, { audience: 'members', body: 'Een nare opmerking in de groep.' });
    return { building, group, author, reader, moderator, post };
  };
  const at = ({ building, group }: { building: { slug: string }; group: { slug: string } }) => `place=${building.slug}&group=${group.slug}`;
  const casesAt = async (client: TestClient, where: string) => (await client.get(`/reports?${where}`)).json<{ items: { id: string; can: { act: string[] } }[] }>().items;

  test('what is reported is seen and decided by the moderators of the group, and stands in its log', async () => {
    const scene = await inGroup();
    const { building, group, author, reader, moderator, post } = scene;
    await buildReport(reader, { postId: post.id });
    const [found, ...more] = await casesAt(moderator, at(scene));
    expect([more, found?.can.act]).toEqual([[], ['dismiss', 'hide', 'remove', 'warn', 'suspend', 'ban']]);
    // The admins of the building do not read in the group, and neither do its members moderate it.
    expect((await building.founder.get(`/reports?${at(scene)}`)).statusCode).toBe(404);
    expect(await queueOf(building.founder, building)).toEqual([]);
    expect((await reader.get(`/reports?${at(scene)}`)).statusCode).toBe(403);
    expect((await building.founder.get(`/reports/${found?.id}`)).statusCode).toBe(404);
    expect((await building.founder.post(`/reports/${found?.id}/decisions`, { action: 'hide', reason: 'Mag niet.' })).statusCode).toBe(404);

    await decideOn(moderator, found?.id, 'hide');
    await plein.drainJobs();
    expect((await reader.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await moderator.get(`/posts/${post.id}`)).json()).toMatchObject({ withheld: 'hidden' });
    expect(await notifiedOf(author)).toContain('moderated');
    const log = async (client: TestClient, path = '/moderation-log') => client.get(`${path}?${at(scene)}`);
    expect((await log(moderator)).json()).toMatchObject({ items: [{ act: 'hide', by: { id: moderator.actorId }, person: { id: author.actorId }, place: { id: group.id } }] });
    expect([(await log(reader)).statusCode, (await log(building.founder)).statusCode]).toEqual([403, 404]);
    expect([(await log(moderator, '/moderation-log/export')).statusCode, (await log(group.founder, '/moderation-log/export')).statusCode]).toEqual([403, 200]);
    expect((await moderator.get(`/reports?group=${group.slug}`)).statusCode).toBe(400);
  });

  test('who is suspended there writes in the building as before, and who is banned stays in the building', async () => {
    const scene = await inGroup();
    const { building, group, author, reader, moderator } = scene;
    await buildReport(reader, { personId: author.actorId, placeId: group.id });
    const [found] = await casesAt(moderator, at(scene));
    await decideOn(moderator, found?.id, 'suspend', { days: 3 });
    const write = async (path: string) => (await author.post(`${path}/posts`, { body: 'Mag dit?', audience: 'members' })).statusCode;
    expect([await write(group.path), await write(building.path)]).toEqual([403, 201]);
    await buildReport(reader, { personId: author.actorId, placeId: group.id });
    await decideOn(group.founder, (await casesAt(group.founder, at(scene)))[0]?.id, 'ban');
    await plein.drainJobs();
    expect([(await author.get(`${group.path}/posts`)).statusCode, await write(building.path)]).toEqual([404, 201]);
  });

  test('who is suspended in the building is in charge of none of its groups, also of one that they came into since', async () => {
    const { building, group, author, reader, moderator, post } = await inGroup();
    const suspended = await buildMemberOf(plein, building);
    await buildReport(reader, { personId: suspended.actorId, placeId: building.id });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'suspend', { days: 30 });
    await buildReport(reader, { postId: post.id });
    const [found] = await casesAt(moderator, at({ building, group }));
    await decideOn(moderator, found?.id, 'hide');
    for (const role of ['moderator', 'admin'] as const) {
      if (role === 'moderator') await joinGroup(group, suspended, role);
      else await plein.db((trx) => trx.updateTable('membership').set({ role }).where('place_id', '=', group.id).where('member_id', '=', suspended.actorId).execute());
      expect((await suspended.get(group.path)).json()).toMatchObject({ can: { read: true, post: false, moderate: false, invite: false, edit: false, delete: false } });
      expect((await suspended.get(`/reports?${at({ building, group })}`)).statusCode).toBe(403);
      expect((await suspended.get(`/reports?place=${building.slug}`)).statusCode).toBe(403);
      expect([(await suspended.get(`/reports/${found?.id}`)).statusCode, (await suspended.get(`/posts/${post.id}`)).statusCode]).toEqual([404, 404]);
      expect((await suspended.post(`/reports/${found?.id}/decisions`, { action: 'remove', reason: 'Omdat het kan.' })).statusCode).toBe(404);
      expect((await suspended.delete(`${group.path}/memberships/${author.membershipId}`)).statusCode).not.toBe(204);
    }
  });

  test('house rules of its own are written by its admins and those of the building, and told to newcomers', async () => {
    const scene = await inGroup();
    const { building, group, author, reader, moderator } = scene;
    const write = (client: TestClient, source: string) => client.put(`${group.path}/house-rules`, { source });
    expect([(await write(reader, 'Niets mag')).statusCode, (await write(moderator, 'Niets mag')).statusCode]).toEqual([403, 403]);
    expect((await write(group.founder, '- Noem geen namen')).statusCode).toBe(200);
    expect((await write(building.founder, '- Noem geen namen van gezinnen')).json()).toMatchObject({ version: 2, can: { edit: true } });
    const rules = async (client: TestClient, path = group.path) => (await client.get(`${path}/house-rules`)).json<{ html: string; newcomer: boolean; can: { edit: boolean } }>();
    expect(await rules(reader)).toMatchObject({ html: expect.stringContaining('gezinnen') as string, newcomer: true, can: { edit: false } });
    expect((await rules(reader, building.path)).html).toBe('');
    // One post is not three; who moderates is not new.
    expect([(await rules(author)).newcomer, (await rules(moderator)).newcomer]).toEqual([true, false]);
    for (let more = 0; more < 2; more++) await buildPost(author, group, { audience: 'members' });
    expect([(await rules(author)).newcomer, (await rules(author, building.path)).newcomer]).toEqual([false, false]);
    // They stand on a door that outsiders of the building do not see.
    expect((await buildGuest(plein).get(`${group.path}/house-rules`)).statusCode).toBe(404);
  });
});

describe('a place that was reported', () => {
  const reported = async (access: 'open' | 'closed' = 'open') => {
    const administrator = await buildMember(plein, { administrator: true });
    const building = await buildBuilding(plein, { access });
    const second = await buildMemberOf(plein, building, 'admin');
    const post = await buildPost(second, building, { audience: access === 'open' ? 'public' : 'members' });
    await buildReport(await buildMember(plein), { placeId: building.id });
    const found = (await queueOf(administrator, null)).find(({ subject }) => subject.building?.id === building.id);
    return { administrator, building, second, post, found };
  };

  test('can be warned: each of its admins reads why, by mail too, and can appeal with the administrators', async () => {
    const { administrator, building, second, found } = await reported('closed');
    expect(found?.can.act).toEqual(['dismiss', 'warn']);
    expect((await building.founder.get(`/reports/${found?.id}`)).statusCode).toBe(404);
    await decideOn(administrator, found?.id, 'warn', { reason: 'Haal de adressen weg.' });
    await plein.drainJobs();
    for (const admin of [building.founder, second]) {
      expect(await decisionsAbout(admin)).toMatchObject([{ action: 'warn', reason: 'Haal de adressen weg.', subject: { kind: 'place', excerpt: building.name }, can: { appeal: true } }]);
      expect(await notifiedOf(admin)).toContain('moderated');
    }
    const mails = await plein.db((trx) => trx.selectFrom('mail').select('recipient').where('template', '=', 'moderation-decision').where('recipient', 'in', [building.founder.email, second.email]).execute());
    expect(mails).toHaveLength(2);
    const [decision] = await decisionsAbout(second);
    expect((await second.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Die waren openbaar.' })).statusCode).toBe(204);
    expect(await queueOf(building.founder, building)).toEqual([]);
    const appeal = (await queueOf(administrator, null)).find(({ kind, subject }) => kind === 'appeal' && subject.person?.id === second.actorId);
    expect(appeal?.appeal?.note).toBe('Die waren openbaar.');
  });

  test('is looked at by an administrator who is none of its admins, where there is one', async () => {
    const { administrator, building, found } = await reported();
    await plein.drainJobs();
    await plein.db((trx) => trx.updateTable('account').set({ role: 'administrator' }).where('id', '=', building.founder.accountId).execute());
    await buildReport(await buildMember(plein), { placeId: (await buildBuilding(plein, { founder: building.founder })).id });
    await plein.drainJobs();
    expect([(await notifiedOf(administrator)).includes('reported'), (await notifiedOf(building.founder)).includes('reported')]).toEqual([true, false]);
    const seen = async () => (await queueOf(building.founder, null)).some(({ id }) => id === found?.id);
    expect([await seen(), (await building.founder.get(`/reports/${found?.id}`)).statusCode]).toEqual([false, 404]);
    expect((await building.founder.post(`/reports/${found?.id}/decisions`, { action: 'dismiss' })).statusCode).toBe(404);
    const demote = (role: string) => plein.db((trx) => trx.updateTable('account').set({ role }).where('role', '=', role === 'member' ? 'administrator' : 'member').where('id', '!=', building.founder.accountId).where('actor_id', 'in', administrators).returning('actor_id').execute());
    const administrators = await plein.db(async (trx) => (await trx.selectFrom('account').select('actor_id').where('role', '=', 'administrator').execute()).map((row) => row.actor_id));
    await demote('member');
    expect(await seen()).toBe(true);
    await decideOn(building.founder, found?.id, 'dismiss');
    await demote('administrator');
    const log = (await administrator.get('/moderation-log')).json<{ items: { act: string; by: { id: string }; subject: { id: string } }[] }>().items;
    expect(log.find(({ subject }) => subject.id === building.id)).toMatchObject({ act: 'dismiss', by: { id: building.founder.actorId } });
  });

  test('can be closed when it is open: what was for everybody is for its members', async () => {
    const { administrator, building, second, post, found } = await reported();
    expect(found?.can.act).toEqual(['dismiss', 'warn', 'close-place']);
    const guest = buildGuest(plein);
    expect((await guest.get(`/posts/${post.id}`)).statusCode).toBe(200);
    await decideOn(administrator, found?.id, 'close-place');
    await plein.drainJobs();
    expect([(await guest.get(`/posts/${post.id}`)).statusCode, (await administrator.get(`/posts/${post.id}`)).statusCode, (await second.get(`/posts/${post.id}`)).statusCode]).toEqual([404, 404, 200]);
    expect((await guest.get(building.path)).json()).toMatchObject({ access: 'closed' });
    expect(await decisionsAbout(building.founder)).toMatchObject([{ action: 'close-place', subject: { excerpt: building.name } }]);
    expect((await administrator.post(`/reports/${found?.id}/decisions`, { action: 'close-place', reason: 'Nog eens.' })).statusCode).toBe(409);
    const log = (await administrator.get('/moderation-log')).json<{ items: { act: string; subject: { id: string } }[] }>().items;
    expect(log.filter(({ subject }) => subject.id === building.id).map(({ act }) => act)).toEqual(['close-place']);
  });
});
