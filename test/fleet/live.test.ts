// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { backends } from '../support/queues.ts';
import { openSocket } from '../support/socket.ts';
import { until } from '../support/until.ts';
import { type Fleet, openFleet, pairOf } from './fleet.ts';
import { follow } from './follower.ts';
import { visit } from './visit.ts';

describe.each(backends)('live between web processes on %s', (backend) => {
  let fleet: Fleet;
  let a: string;
  let b: string;

  beforeAll(async () => {
    fleet = await openFleet(backend);
    [a, b] = pairOf(fleet).map((web) => web.address) as [string, string];
  });
  afterAll(() => fleet.close());

  async function post(address: string, author: TestMember, building: TestBuilding, body = 'Een bericht'): Promise<string> {
    const answer = await visit(address, author, 'POST', `/buildings/${building.slug}/posts`, { body });
    expect(answer.status, answer.text).toBe(201);
    return answer.json<{ id: string }>().id;
  }

  test.each([
    ['the first', 'the second', () => [a, b] as const],
    ['the second', 'the first', () => [b, a] as const],
  ])('what is written through %s is heard at %s: on the square, in the building, in the thread and by whom it concerns', async (_from, _to, addresses) => {
    const [from, to] = addresses();
    const building = await buildBuilding(fleet.plein);
    const reader = await buildMemberOf(fleet.plein, building);
    const root = await post(from, reader, building);
    const socket = await openSocket(to, reader);
    for (const topic of ['square', `building:${building.slug}`, `post:${root}`, 'me']) await socket.subscribe(topic);
    const made = await post(from, building.founder, building, `Welkom @${reader.handle}`);
    const replied = await visit(from, building.founder, 'POST', `/posts/${root}/replies`, { body: 'Een antwoord' });
    expect(replied.status, replied.text).toBe(201);
    const reply = replied.json<{ id: string }>().id;
    for (const topic of ['square', `building:${building.slug}`]) await socket.hears((frame) => frame.topic === topic && frame.event === 'post.published' && frame.data?.['postId'] === made);
    await socket.hears((frame) => frame.topic === `post:${root}` && frame.event === 'reply.published' && frame.data?.['postId'] === reply);
    for (const kind of ['mention', 'reply']) await socket.hears((frame) => frame.topic === 'me' && frame.event === 'notification' && frame.data?.['kind'] === kind);
    socket.ws.terminate();
  });

  test('who is put out of a building through one hears no more of it at the other', async () => {
    const building = await buildBuilding(fleet.plein, { access: 'closed' });
    const [member, witness] = [await buildMemberOf(fleet.plein, building), await buildMemberOf(fleet.plein, building)];
    const topic = `building:${building.slug}`;
    const [socket, other] = await Promise.all([openSocket(b, member), openSocket(b, witness)]);
    await Promise.all([socket.subscribe(topic), other.subscribe(topic)]);
    expect((await visit(a, building.founder, 'DELETE', `${building.path}/memberships/${member.membershipId}`)).status).toBe(204);
    const made = await post(a, building.founder, building, 'Alleen voor wie er nog is');
    await other.hears(({ data }) => data?.['postId'] === made);
    expect(socket.frames.filter(({ data }) => data?.['postId'] === made)).toEqual([]);
    await socket.hears((frame) => frame.topic === topic && frame.error === 'not-found');
    expect(await socket.subscribe(topic)).toMatchObject({ error: 'not-found' });
    for (const each of [socket, other]) each.ws.terminate();
  });

  test('who listened at a process that is killed comes back at the other and misses nothing, and hears nothing twice', async () => {
    const doomed = await fleet.startWeb();
    const building = await buildBuilding(fleet.plein);
    const reader = await buildMemberOf(fleet.plein, building);
    const topics = ['square', `building:${building.slug}`, 'me'];
    const followers = await Promise.all(Array.from({ length: 10 }, () => follow([doomed.address, b], reader, topics)));
    const made: string[] = [];
    for (let serial = 0; serial < 40; serial++) {
      if (serial === 15) void doomed.kill();
      made.push(await post(serial % 2 === 0 ? a : b, building.founder, building, `Bericht ${serial} voor @${reader.handle}`));
    }
    await until(() => followers.every((each) => each.told('square').length >= made.length && each.told('me').length >= made.length));
    for (const follower of followers) {
      expect(follower.returns()).toBe(1);
      expect(follower.lost).toEqual([1006]);
      expect(follower.repeated).toEqual([]);
      for (const topic of ['square', `building:${building.slug}`]) expect(follower.told(topic).map(({ data }) => data?.['postId']).sort()).toEqual([...made].sort());
      expect(follower.told('me').filter(({ event }) => event === 'notification')).toHaveLength(made.length);
    }
    await Promise.all(followers.map((each) => each.stop()));
  });

  test('a post made in one process is soon live in the other', async () => {
    const building = await buildBuilding(fleet.plein);
    const reader = await buildMember(fleet.plein);
    const sockets = new Map([[a, await openSocket(a, reader)], [b, await openSocket(b, reader)]]);
    for (const socket of sockets.values()) await socket.subscribe('square');
    const [fromSending, fromAnswer]: [number[], number[]] = [[], []];
    for (let serial = 0; serial < 30; serial++) {
      const [from, to] = serial % 2 === 0 ? [a, b] : [b, a];
      const arrival = new Map<string, number>();
      const note = (content: unknown): void => void arrival.set(String((JSON.parse(String(content)) as { data?: { postId?: string } }).data?.postId), performance.now());
      sockets.get(to)?.ws.on('message', note);
      const start = performance.now();
      const id = await post(from, building.founder, building);
      const answered = performance.now();
      const live = await until(() => arrival.get(id) ?? 0);
      sockets.get(to)?.ws.off('message', note);
      fromSending.push(live - start);
      fromAnswer.push(Math.max(0, live - answered));
    }
    const line = (name: string, values: number[]) => `${name}: p50 ${Math.round(values.sort((x, y) => x - y)[15] ?? 0)} ms, max ${Math.round(values[29] ?? 0)} ms`;
    console.log(`live in another process over ${backend}, 30 posts; ${line('from sending', fromSending)}; ${line('from the answer', fromAnswer)}`);
    expect(fromSending).toHaveLength(30);
    for (const socket of sockets.values()) {
      // The process that a post was made in may hear of it last.
      await until(() => socket.heard('square').filter(({ event }) => event === 'post.published').length, (count) => count >= 30);
      expect(socket.heard('square').filter(({ event }) => event === 'post.published')).toHaveLength(30);
      socket.ws.terminate();
    }
  });
});
