// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildBuilding } from '../support/factories-buildings.ts';
import type { PleinProcess } from '../support/processes.ts';
import { openSocket } from '../support/socket.ts';
import { until } from '../support/until.ts';
import { type Fleet, openFleet } from './fleet.ts';
import { visit } from './visit.ts';

let fleet: Fleet;
beforeEach(async () => {
  fleet = await openFleet('PostgreSQL', { webs: 0, workers: 0 });
});
afterEach(() => fleet.close());

const tell = (one: PleinProcess) => process.kill(one.pid, 'SIGTERM');
/** Null when nobody takes the connection. */
const readiness = (one: PleinProcess) => fetch(`${one.address}/readyz`).then(async (answer) => ({ status: answer.status, body: await answer.json() as unknown }), () => null);

test('a web process that is told to stop says so first, goes on answering, and sends its visitors and sockets elsewhere', async () => {
  const web = await fleet.startWeb({ DRAIN_SECONDS: '3' });
  const { founder, slug } = await buildBuilding(fleet.plein);
  expect(await readiness(web)).toMatchObject({ status: 200 });
  const socket = await openSocket(web.address, founder);
  tell(web);
  expect(await until(() => readiness(web), (answer) => answer?.status !== 200)).toEqual({ status: 503, body: { status: 'stopping' } });
  const written = await visit(web.address, founder, 'POST', `/buildings/${slug}/posts`, { body: 'Nog net' });
  expect([written.status, written.headers.get('connection')]).toEqual([201, 'close']);
  expect(await socket.subscribe('me')).toMatchObject({ event: 'subscribed' });
  expect(await socket.closed).toBe(1001);
  expect(await web.exit).toBe(0);
  expect(await readiness(web)).toBeNull();
});

test('a request that is being carried out when the door closes is finished and answered', async () => {
  const web = await fleet.startWeb();
  const { founder, slug } = await buildBuilding(fleet.plein);
  const holder = await fleet.plein.deps.database.pool.connect();
  await holder.query('begin; lock table post in share mode');
  const writing = visit(web.address, founder, 'POST', `/buildings/${slug}/posts`, { body: 'Halverwege' });
  await until(async () => (await holder.query('select 1 from pg_locks where not granted')).rowCount, (waiting) => waiting === 1);
  tell(web);
  await until(() => readiness(web), (answer) => answer === null);
  holder.release(true);
  const written = await writing;
  expect([written.status, written.headers.get('connection')]).toEqual([201, 'close']);
  expect(await web.exit).toBe(0);
});

test('a worker has no visitors to wait for, and ends at once', async () => {
  const worker = await fleet.startWorker({ DRAIN_SECONDS: '300' });
  await worker.stop();
  expect(await worker.exit).toBe(0);
});
