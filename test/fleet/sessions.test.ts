// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../server/identity/public.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { backends } from '../support/queues.ts';
import { openSocket } from '../support/socket.ts';
import { until } from '../support/until.ts';
import { type Fleet, openFleet, pairOf } from './fleet.ts';
import { sessionOf, visit } from './visit.ts';

const password = 'vier losse woorden samen';

describe.each(backends)('two web processes on %s', (backend) => {
  let fleet: Fleet;
  let a: string;
  let b: string;

  beforeAll(async () => {
    fleet = await openFleet(backend, { workers: 1 });
    [a, b] = pairOf(fleet).map((web) => web.address) as [string, string];
  });
  afterAll(() => fleet.close());

  async function buildSignedUp(): Promise<TestMember> {
    const member = await buildMember(fleet.plein);
    const password_hash = await hashPassword(password);
    await fleet.plein.db((trx) => trx.updateTable('account').set({ password_hash }).where('id', '=', member.accountId).execute());
    return member;
  }

  async function signIn(address: string, { email }: TestMember): Promise<{ cookie: string | null }> {
    const answer = await visit(address, null, 'POST', '/sessions', { email, password });
    expect(answer.status, answer.text).toBe(201);
    return { cookie: sessionOf(answer) };
  }

  const statusAt = async (address: string, who: { cookie: string | null }) => (await visit(address, who, 'GET', '/me')).status;

  test('know who signed in at the other, and from the next request on who signed out there', async () => {
    const session = await signIn(a, await buildSignedUp());
    expect(await statusAt(b, session)).toBe(200);
    const socket = await openSocket(a, session);
    await socket.subscribe('me');
    expect((await visit(b, session, 'DELETE', '/sessions/current')).status).toBe(204);
    expect(await statusAt(a, session)).toBe(401);
    expect(await socket.closed).toBe(4401);
  });

  test('end the other sessions and sockets of somebody with a new password, wherever they are, and keep the one it was chosen in', async () => {
    const member = await buildSignedUp();
    const [here, there] = [await signIn(a, member), await signIn(b, member)];
    const [mine, other] = [await openSocket(b, here), await openSocket(b, there)];
    await Promise.all([mine.subscribe('me'), other.subscribe('me')]);
    const answer = await visit(a, here, 'PUT', '/me/password', { current: password, password: 'een ander lang geheim' });
    expect(answer.status, answer.text).toBe(204);
    expect(await statusAt(b, there)).toBe(401);
    expect(await statusAt(b, here)).toBe(200);
    expect(await other.closed).toBe(4401);
    // It may still hear.
    expect(await mine.subscribe('square')).toMatchObject({ event: 'subscribed' });
  });

  test('shut out at once who was suspended through the other, also on an open socket', async () => {
    const administrator = await buildMember(fleet.plein, { administrator: true });
    const building = await buildBuilding(fleet.plein, { access: 'closed' });
    const [member, witness] = [await buildMemberOf(fleet.plein, building), await buildMemberOf(fleet.plein, building)];
    const [socket, other] = await Promise.all([openSocket(b, member), openSocket(b, witness)]);
    await Promise.all([socket, other].map((each) => each.subscribe(`building:${building.slug}`)));
    const answer = await visit(a, administrator, 'PATCH', `/operations/people/${member.actorId}`, { suspended: true });
    expect(answer.status, answer.text).toBe(200);
    expect(await statusAt(b, member)).toBe(401);
    const made = await visit(a, building.founder, 'POST', `/buildings/${building.slug}/posts`, { body: 'Na de schorsing' });
    await other.hears(({ data }) => data?.['postId'] === made.json<{ id: string }>().id);
    expect(await socket.closed).toBe(4401);
    expect(socket.frames.filter(({ event }) => event === 'post.published')).toEqual([]);
    await expect(openSocket(b, member).then((again) => again.subscribe('me'))).resolves.toMatchObject({ error: 'not-found' });
  });

  test('make one thing of a request that is sent to both at the same moment with one Idempotency-Key, and answer alike', async () => {
    const building = await buildBuilding(fleet.plein);
    const ids = new Set<string>();
    for (let round = 0; round < 10; round++) {
      const headers = { 'idempotency-key': `round-${round}` };
      const [one, other] = await Promise.all([a, b].map((address) => visit(address, building.founder, 'POST', `/buildings/${building.slug}/posts`, { body: `Ronde ${round}` }, { headers })));
      expect([one?.status, other?.status]).toEqual([201, 201]);
      expect(one?.text).toBe(other?.text);
      expect(one?.headers.get('location')).toBe(other?.headers.get('location'));
      ids.add(one?.json<{ id: string }>().id ?? '');
    }
    const posts = await fleet.plein.db((trx) => trx.selectFrom('post').select('id').where('place_id', '=', building.id).execute());
    expect(posts.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(ids.size).toBe(10);
    await until(async () => (await fleet.plein.db((trx) => trx.selectFrom('event').select('id').where('done_at', 'is', null).execute())).length, (left) => left === 0);
    const told = await fleet.plein.db((trx) => trx.selectFrom('live_update').select('id').where('place_id', '=', building.id).where('topic', '=', 'square').where('event', '=', 'post.published').execute());
    expect(told).toHaveLength(10);
  });
});
