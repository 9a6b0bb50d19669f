// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pushLive } from '../../server/platform/live/push-live.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding, join } from '../support/factories-buildings.ts';
import { buildPost } from '../support/factories-posts.ts';
import { openSocket } from '../support/socket.ts';
import { until } from '../support/until.ts';

describe('a socket', () => {
  let plein: TestPlein;
  let address: string;
  beforeAll(async () => {
    plein = await startPlein();
    address = await plein.listen();
  });
  afterAll(() => plein.close());

  test('that sends nonsense is told so, and closed when it sends too much', async () => {
    const socket = await openSocket(address, null);
    for (const nonsense of ['', '[]', '{}', 'null', '{"subscribe":1}', '{"subscribe":""}', '{"shout":"x"}', '{"subscribe":"square","unsubscribe":"square"}', JSON.stringify({ subscribe: 'x'.repeat(300) })]) socket.ws.send(nonsense);
    await until(() => socket.frames.length, (count) => count === 9);
    expect(new Set(socket.frames.map((frame) => frame.error))).toEqual(new Set(['bad-message']));
    for (let index = 0; index < 250; index++) socket.ws.send('{"unsubscribe":"square"}');
    expect(await socket.closed).toBe(1008);
    const large = await openSocket(address, null);
    large.ws.send('x'.repeat(5_000));
    expect(await large.closed).toBe(1009);
  });

  test('holds a hundred subscriptions', async () => {
    const building = await buildBuilding(plein);
    const { id } = await buildPost(building.founder, building, { audience: 'public' });
    const { rows } = await plein.db((trx) => sql<{ id: string }>`
      insert into post (id, uri, kind, author_id, place_id, audience_id, html, text, source, format, published_at)
      select gen_random_uuid(), 'http://plein.test/' || n, kind, author_id, place_id, audience_id, html, text, source, format, published_at
      from post, generate_series(1, 101) n where id = ${id} returning id`.execute(trx));
    const socket = await openSocket(address, null);
    expect(await socket.subscribe(`post:${id.toUpperCase()}`)).toMatchObject({ error: 'not-found' });
    const answers = await Promise.all(rows.map((row) => socket.subscribe(`post:${row.id}`)));
    expect(answers.filter((frame) => frame.event === 'subscribed')).toHaveLength(100);
    expect(answers.at(-1)).toMatchObject({ error: 'too-many' });
    socket.ws.send(JSON.stringify({ unsubscribe: `post:${rows[0]?.id}` }));
    expect(await socket.subscribe(`post:${rows[100]?.id}`)).toMatchObject({ event: 'subscribed' });
    socket.ws.terminate();
  });

  test('that stops reading is dropped, and the process keeps its memory', async () => {
    const [slow, quick] = [await openSocket(address, null), await openSocket(address, null)];
    await slow.subscribe('square');
    await quick.subscribe('square');
    slow.ws.pause();
    const filling = 'x'.repeat(6_500);
    let heard = 0;
    quick.ws.on('message', () => heard++);
    for (let round = 0; round < 20 && plein.app.websocketServer.clients.size > 1; round++) {
      await plein.db((trx) => pushLive(trx, Array.from({ length: 200 }, () => ({ topic: 'square', event: 'test', data: { filling }, audienceId: 1 }))));
      await until(() => heard, (count) => count >= (round + 1) * 200);
    }
    expect(plein.app.websocketServer.clients.size).toBe(1);
    slow.ws.terminate();
    quick.ws.terminate();
  });

  test('is said goodbye to when the process ends', async () => {
    const leaving = await startPlein({ databaseUrl: plein.databaseUrl });
    const socket = await openSocket(await leaving.listen(), null);
    await socket.subscribe('square');
    const start = performance.now();
    await leaving.close();
    expect(await socket.closed).toBe(1001);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('of one account come in bounded numbers', async () => {
    const member = await buildMember(plein);
    const all = await Promise.all(Array.from({ length: 41 }, () => openSocket(address, member)));
    expect(await Promise.race(all.map((socket) => socket.closed))).toBe(4429);
    for (const socket of all) socket.ws.terminate();
  });

  test('of guests come in bounded numbers from one address, and make room when they close', async () => {
    const all = await Promise.all(Array.from({ length: 101 }, () => openSocket(address, null)));
    expect(await Promise.race(all.map((socket) => socket.closed))).toBe(4429);
    // Who signed in is counted by who they are.
    const member = await openSocket(address, await buildMember(plein));
    expect(await member.subscribe('me')).toMatchObject({ event: 'subscribed' });
    for (const socket of [...all, member]) socket.ws.terminate();
    await until(() => plein.app.websocketServer.clients.size, (count) => count === 0);
    const next = await openSocket(address, null);
    expect(await next.subscribe('square')).toMatchObject({ event: 'subscribed' });
    next.ws.terminate();
  });

  test('carries no content: an update that would is refused', async () => {
    await expect(plein.db((trx) => pushLive(trx, [{ topic: 'square', event: 'test', data: { text: 'x'.repeat(8_000) }, audienceId: 1 }]))).rejects.toThrow(/too large/);
  });

  test('joins: a person who joins hears of the building from then on', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const member = await buildMember(plein);
    const socket = await openSocket(address, member);
    expect(await socket.subscribe(`building:${building.slug}`)).toMatchObject({ error: 'not-found' });
    await join(building, member);
    expect(await socket.subscribe(`building:${building.slug}`)).toMatchObject({ event: 'subscribed' });
    socket.ws.terminate();
  });
});
