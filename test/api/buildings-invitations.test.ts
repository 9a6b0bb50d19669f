// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, eventsOf, type TestBuilding } from '../support/factories-buildings.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const DAY = 24 * 3_600_000;
const inDays = (days: number) => new Date(plein.clock.now().getTime() + days * DAY).toISOString();

async function link(client: TestMember, building: TestBuilding, options: { maxUses?: number; expiresAt?: string } = {}): Promise<{ id: string; token: string }> {
  const response = await client.post(`${building.path}/invitations`, { link: true, ...options });
  expect(response.statusCode, response.body).toBe(201);
  const { id, url } = response.json<{ id: string; url: string }>();
  return { id, token: tokenOf(url) };
}

function tokenOf(url: string): string {
  return new URL(url).searchParams.get('token') ?? '';
}

/** The secret of the last mail to an address, as it waits to be sent. */
async function mailTo(email: string): Promise<{ token: string; locale: string; data: Record<string, string> }> {
  const mail = await plein.db((trx) => trx.selectFrom('mail').select(['data', 'locale']).where('recipient', '=', email).where('template', '=', 'invitation').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow());
  const data = mail.data as Record<string, string>;
  return { token: tokenOf(data['url'] ?? ''), locale: mail.locale, data };
}

const accept = (client: TestClient, token: string) => client.post('/invitations/acceptances', { token });

/** Every refusal is this one. */
async function expectUnusable(client: TestClient, token: string): Promise<void> {
  const unknown = await accept(await buildMember(plein), 'x'.repeat(43));
  const response = await accept(client, token);
  expect([response.statusCode, response.body]).toEqual([404, unknown.body]);
}

describe('by mail', () => {
  test('lets one person in, with the role, once and at that address', async () => {
    const building = await buildBuilding(plein, { access: 'hidden', name: 'Geheime tuin' });
    const [invited, other] = [await buildMember(plein, { locale: 'en' }), await buildMember(plein)];
    const stranger = 'nog-niemand@elders.example';
    const response = await building.founder.post(`${building.path}/invitations`, { emails: [invited.email.toUpperCase(), stranger, invited.email], role: 'moderator' });
    expect(response.statusCode, response.body).toBe(201);
    expect(response.json().items).toMatchObject([{ email: invited.email, state: 'sent' }, { email: stranger, state: 'sent' }]);

    const mail = await mailTo(invited.email);
    expect(mail).toMatchObject({ locale: 'en', data: { inviter: building.founder.name, place: 'Geheime tuin' } });
    expect((await mailTo(stranger)).locale).toBe('nl');
    await expectUnusable(other, mail.token);
    expect((await buildGuest(plein).post('/invitations/acceptances', { token: mail.token })).statusCode).toBe(401);

    const accepted = await accept(invited, mail.token);
    expect(accepted.statusCode, accepted.body).toBe(201);
    expect(accepted.json()).toMatchObject({ building: { slug: building.slug, memberCount: 2, myMembership: { role: 'moderator', state: 'active' } } });
    expect((await accept(invited, mail.token)).json()).toEqual(accepted.json());
    await expectUnusable(other, mail.token);
    const told = (await eventsOf(plein, building)).filter((each) => each['type'] === 'MemberInvited');
    expect(told.map((each) => each['memberId'])).toEqual([invited.actorId, null]);
  });

  test('a new invitation takes the place of the one before', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const invited = await buildMember(plein);
    await building.founder.post(`${building.path}/invitations`, { emails: [invited.email] });
    const first = await mailTo(invited.email);
    await building.founder.post(`${building.path}/invitations`, { emails: [invited.email] });
    await expectUnusable(invited, first.token);
    expect((await building.founder.get(`${building.path}/invitations`)).json().items).toHaveLength(1);
    expect((await accept(invited, (await mailTo(invited.email)).token)).statusCode).toBe(201);
    expect((await building.founder.get(`${building.path}/invitations`)).json().items).toEqual([]);
  });

  test('answers a waiting request', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const invited = await buildMember(plein);
    const { id } = (await invited.post(`${building.path}/memberships`, { note: 'Mag ik?' })).json();
    await building.founder.post(`${building.path}/invitations`, { emails: [invited.email] });
    expect((await accept(invited, (await mailTo(invited.email)).token)).json()).toMatchObject({ building: { memberCount: 2, myMembership: { id, state: 'active' } } });
  });

  test('no address is written to more than five times an hour', async () => {
    const [one, other] = [await buildBuilding(plein), await buildBuilding(plein)];
    const email = 'te-vaak@elders.example';
    for (let times = 0; times < 5; times++) expect((await (times % 2 === 0 ? one : other).founder.post(`${(times % 2 === 0 ? one : other).path}/invitations`, { emails: [email] })).statusCode).toBe(201);
    const refused = await one.founder.post(`${one.path}/invitations`, { emails: [email] });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('by link', () => {
  test('lets in as many as it says, each once', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const { token } = await link(building.founder, building, { maxUses: 2 });
    const [one, two, three] = [await buildMember(plein), await buildMember(plein), await buildMember(plein)];
    for (const client of [one, one, two]) expect((await accept(client, token)).statusCode).toBe(201);
    await expectUnusable(three, token);
    expect((await building.founder.get(building.path)).json()).toMatchObject({ memberCount: 3 });
  });

  test('fifty at once with one use let in exactly one', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const { id, token } = await link(building.founder, building, { maxUses: 1 });
    const people = await Promise.all(Array.from({ length: 50 }, () => buildMember(plein)));
    const statuses = (await Promise.all(people.map((each) => accept(each, token)))).map((each) => each.statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 404)).toHaveLength(49);
    expect((await building.founder.get(building.path)).json()).toMatchObject({ memberCount: 2 });
    expect(await plein.db((trx) => trx.selectFrom('invitation').select('uses').where('id', '=', id).executeTakeFirst())).toEqual({ uses: 1 });
  });

  test('is no way back in for somebody who was removed, nor for the banned', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const { token } = await link(building.founder, building);
    const [removed, banned] = [await buildMember(plein), await buildMember(plein)];
    for (const client of [removed, banned]) {
      const { id } = (await accept(client, token)).json().building.myMembership;
      if (client === removed) await building.founder.delete(`${building.path}/memberships/${id}`);
      else await building.founder.patch(`${building.path}/memberships/${id}`, { state: 'banned' });
      await expectUnusable(client, token);
    }
    const fresh = await link(building.founder, building);
    await expectUnusable(banned, fresh.token);
    expect((await accept(removed, fresh.token)).statusCode).toBe(201);
  });

  test('gives no more than membership', async () => {
    const building = await buildBuilding(plein);
    const response = await building.founder.post(`${building.path}/invitations`, { link: true, role: 'admin' });
    expect(response.json().errors).toMatchObject([{ path: 'role' }]);
  });
});

describe('an invitation ends', () => {
  test('when it expires: after 30 days, or the moment that was chosen', async () => {
    const building = await buildBuilding(plein);
    const [usual, short] = [await link(building.founder, building), await link(building.founder, building, { expiresAt: inDays(2) })];
    plein.clock.advance(3 * DAY);
    await expectUnusable(await buildMember(plein), short.token);
    plein.clock.advance(26.5 * DAY);
    expect((await accept(await buildMember(plein), usual.token)).statusCode).toBe(201);
    plein.clock.advance(DAY);
    await expectUnusable(await buildMember(plein), usual.token);
    plein.clock.set(new Date());
  });

  test('when it is revoked', async () => {
    const building = await buildBuilding(plein);
    const { id, token } = await link(building.founder, building);
    expect((await building.founder.delete(`${building.path}/invitations/${id}`)).statusCode).toBe(204);
    expect((await building.founder.delete(`${building.path}/invitations/${id}`)).statusCode).toBe(404);
    await expectUnusable(await buildMember(plein), token);
  });

  test('when the one who sent it is removed, banned, demoted or gone', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const at = `${building.path}/memberships`;
    const ways: ((moderator: TestMember & { membershipId: string }) => Promise<{ statusCode: number }>)[] = [
      (moderator) => building.founder.delete(`${at}/${moderator.membershipId}`),
      (moderator) => building.founder.patch(`${at}/${moderator.membershipId}`, { state: 'banned' }),
      (moderator) => building.founder.patch(`${at}/${moderator.membershipId}`, { role: 'member' }),
      (moderator) => moderator.delete(`${at}/${moderator.membershipId}`),
    ];
    for (const end of ways) {
      const moderator = await buildMemberOf(plein, building, 'moderator');
      const { token } = await link(moderator, building);
      expect((await end(moderator)).statusCode).toBeLessThan(300);
      await expectUnusable(await buildMember(plein), token);
    }
  });

  test('as far as its role goes beyond what the one who sent it may still give', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const admin = await buildMemberOf(plein, building, 'admin');
    const [invited, other] = [await buildMember(plein), await buildMember(plein)];
    await admin.post(`${building.path}/invitations`, { emails: [invited.email], role: 'admin' });
    const { token } = await link(admin, building);
    await building.founder.patch(`${building.path}/memberships/${admin.membershipId}`, { role: 'moderator' });
    await expectUnusable(invited, (await mailTo(invited.email)).token);
    expect((await accept(other, token)).statusCode).toBe(201);
  });

  test('for as long as the one who sent it is suspended', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const admin = await buildMemberOf(plein, building, 'admin');
    const { token } = await link(admin, building);
    const set = (suspended_at: Date | null) => plein.db((trx) => trx.updateTable('account').set({ suspended_at }).where('id', '=', admin.accountId).execute());
    await set(plein.clock.now());
    const invited = await buildMember(plein);
    await expectUnusable(invited, token);
    expect((await invited.post('/invitations/lookups', { token })).statusCode).toBe(404);
    await set(null);
    expect((await accept(invited, token)).statusCode).toBe(201);
  });

  test('for as long as the one who sent it is suspended in the place, or in the building of the group', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const group = await buildGroup(building, { founder: moderator });
    const tokens = [(await link(moderator, building)).token, (await link(moderator, group)).token];
    const set = (suspended_until: Date | null) =>
      plein.db((trx) => trx.updateTable('membership').set({ suspended_until }).where('place_id', '=', building.id).where('member_id', '=', moderator.actorId).execute());
    await set(new Date(plein.clock.now().getTime() + 30 * DAY));
    for (const token of tokens) await expectUnusable(await buildMember(plein), token);
    await set(null);
    for (const token of tokens) expect((await accept(await buildMember(plein), token)).statusCode).toBe(201);
  });

  test.each(['removed', 'banned', 'banned and let go'] as const)('for who was %s: no invitation of before brings them back', async (how) => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const { founder } = building;
    const before = await link(founder, building);
    const member = await buildMemberOf(plein, building);
    await founder.post(`${building.path}/invitations`, { emails: [member.email] });
    const mailed = await mailTo(member.email);
    const at = `${building.path}/memberships/${member.membershipId}`;
    plein.clock.advance(1_000);
    if (how !== 'removed') expect((await founder.patch(at, { state: 'banned' })).statusCode).toBe(200);
    if (how !== 'banned') expect((await founder.delete(at)).statusCode).toBe(204);
    const unknown = await member.post('/invitations/lookups', { token: 'x'.repeat(43) });
    for (const { token } of [before, mailed]) {
      await expectUnusable(member, token);
      const looked = await member.post('/invitations/lookups', { token });
      expect([looked.statusCode, looked.body]).toEqual([404, unknown.body]);
    }
    expect((await buildGuest(plein).post('/invitations/lookups', { token: before.token })).statusCode).toBe(200);
    expect((await accept(await buildMember(plein), before.token)).statusCode).toBe(201);

    plein.clock.advance(1_000);
    const { token } = await link(founder, building);
    if (how === 'banned') return expectUnusable(member, token);
    expect((await member.post('/invitations/lookups', { token })).statusCode).toBe(200);
    expect((await accept(member, token)).statusCode).toBe(201);
  });

  test('not for who left of their own accord', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const { token } = await link(building.founder, building);
    const member = await buildMemberOf(plein, building);
    expect((await member.delete(`${building.path}/memberships/${member.membershipId}`)).statusCode).toBe(204);
    expect((await accept(member, token)).statusCode).toBe(201);
  });

  test('when its building is deleted', async () => {
    const building = await buildBuilding(plein, { name: 'Straks weg' });
    const { token } = await link(building.founder, building);
    await building.founder.delete(`${building.path}?name=Straks%20weg`);
    await expectUnusable(await buildMember(plein), token);
    expect((await buildGuest(plein).post('/invitations/lookups', { token })).statusCode).toBe(404);
  });

  test.each([-1, 0, 91])('and never starts with an end in %d days', async (days) => {
    const building = await buildBuilding(plein);
    const response = await building.founder.post(`${building.path}/invitations`, { link: true, expiresAt: inDays(days) });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toMatchObject([{ path: 'expiresAt' }]);
  });
});

describe('who may', () => {
  test('invite: moderators members, admins everybody, others nobody', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [moderator, member, outsider] = [await buildMemberOf(plein, building, 'moderator'), await buildMemberOf(plein, building), await buildMember(plein, { administrator: true })];
    const at = `${building.path}/invitations`;
    const body = { emails: ['iemand@elders.example'] };
    expect((await moderator.post(at, body)).statusCode).toBe(201);
    for (const role of ['moderator', 'admin']) expect((await moderator.post(at, { ...body, role })).statusCode).toBe(403);
    for (const [client, status] of [[member, 403], [outsider, 404], [buildGuest(plein), 401]] as const) {
      expect((await client.post(at, body)).statusCode).toBe(status);
      expect((await client.post(at, { link: true })).statusCode).toBe(status);
      expect((await client.get(at)).statusCode).toBe(status);
    }
    await building.founder.post(at, { ...body, role: 'admin' });
    const { id } = (await building.founder.get(at)).json().items[0];
    for (const [client, status] of [[moderator, 403], [member, 403], [outsider, 404]] as const) expect((await client.delete(`${at}/${id}`)).statusCode).toBe(status);
    const elsewhere = await buildBuilding(plein);
    expect((await elsewhere.founder.delete(`${elsewhere.path}/invitations/${id}`)).statusCode).toBe(404);
  });

  test('see the list: no secret stands in it', async () => {
    const building = await buildBuilding(plein);
    const made = [await link(building.founder, building, { maxUses: 3 }), await link(building.founder, building)];
    const first = await building.founder.get(`${building.path}/invitations?limit=1`);
    const second = await building.founder.get(`${building.path}/invitations?limit=1&cursor=${first.json().next}`);
    expect(second.json()).toMatchObject({ items: [{ id: made[0]?.id, email: null, uses: 0, maxUses: 3, role: 'member' }], next: null });
    expect(first.body + second.body).not.toMatch(/token|hash/);
  });

  test('look: the one with the secret learns what it is for, and nothing changes', async () => {
    const building = await buildBuilding(plein, { access: 'hidden', name: 'Besloten hof', summary: 'Voor de bewoners' });
    const { id, token } = await link(building.founder, building, { maxUses: 1 });
    const guest = buildGuest(plein);
    for (let times = 0; times < 3; times++) expect((await guest.post('/invitations/lookups', { token })).json()).toEqual({ building: { name: 'Besloten hof', summary: 'Voor de bewoners' }, invitedBy: building.founder.name, email: null });
    expect((await guest.get(`/invitations/acceptances?token=${token}`)).statusCode).toBe(404);
    expect(await plein.db((trx) => trx.selectFrom('invitation').select('uses').where('id', '=', id).executeTakeFirst())).toEqual({ uses: 0 });
    expect((await guest.post('/invitations/lookups', { token: 'nonsense' })).statusCode).toBe(404);
  });
});

test.each([
  [{}, 'emails'],
  [{ emails: ['a@b.example'], link: true }, 'emails'],
  [{ emails: [] }, 'emails'],
  [{ emails: ['geen adres'] }, 'emails/0'],
  [{ emails: Array.from({ length: 51 }, (_, index) => `a${index}@b.example`) }, 'emails'],
  [{ emails: ['a@b.example'], maxUses: 5 }, 'maxUses'],
  [{ link: true, maxUses: 0 }, 'maxUses'],
  [{ link: true, maxUses: 10_001 }, 'maxUses'],
  [{ link: false }, 'link'],
  [{ link: true, placeId: 'x' }, 'placeId'],
])('refuses %j by name', async (body, path) => {
  const building = await buildBuilding(plein);
  const response = await building.founder.post(`${building.path}/invitations`, body);
  expect(response.statusCode, response.body).toBe(400);
  expect(response.json().errors.map((each: { path: string }) => each.path)).toContain(path);
});
