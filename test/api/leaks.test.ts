// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { ABSENT_ID, ABSENT_SLUG, buildLeakFixture, type LeakFixture, type ViewerName, viewerNames } from '../support/leak-fixture.ts';
import { changingSurfaces, headersFor, readingSurfaces, type Surface, type Table } from '../support/leak-surfaces.ts';
import { type Method, routesOf } from '../support/routes-of.ts';
import { openSocket } from '../support/socket.ts';

let plein: TestPlein;
let address: string;
let f: LeakFixture;
let reading: Table;
let changing: ReturnType<typeof changingSurfaces>;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  address = await plein.listen();
  const { cursor = '' } = await openSocket(address, null).then(async (socket) => {
    const answer = await socket.subscribe('square');
    socket.ws.terminate();
    return answer;
  });
  f = await buildLeakFixture(plein);
  reading = readingSurfaces(f, cursor);
  changing = changingSurfaces(f);
});
afterAll(() => plein.close());

interface Answer {
  status: number;
  body: string;
  /** Everything that came, headers too, without what was asked for: an answer may repeat that. */
  all: string;
}

async function ask(client: TestClient, method: Method, path: string, body?: unknown, key = ''): Promise<Answer> {
  const response = await client.send(method, path, body, headersFor(path));
  const { date: _date, 'x-request-id': _id, ...headers } = response.headers;
  const without = (text: string) => (key === '' ? text : text.replaceAll(key, '{key}'));
  return { status: response.statusCode, body: without(response.body), all: without(`${JSON.stringify(headers)}\n${response.body}`).toLowerCase() };
}

function expectNoLeak(answer: Answer, where: string, except = ''): void {
  const found = f.secrets.filter((secret) => secret !== except && answer.all.includes(secret.toLowerCase()));
  expect(found, `${where} answers ${answer.status} with ${found.join(', ')}: ${answer.body.slice(0, 600)}`).toEqual([]);
  expect(answer.status, `${where}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
}

const paths = ({ path }: Surface) => (path === undefined ? [] : typeof path === 'string' ? [path] : path);
const skips = (surface: Surface, viewer: ViewerName) => surface.administratorsOffice === true && viewer === 'administrator';

describe('the table', () => {
  test('has a row for every route that reads, and for every route that changes something with a name', () => {
    expect(Object.keys(reading).sort()).toEqual(routesOf(plein.app, 'GET'));
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      expect(Object.keys(changing[method]).sort(), method).toEqual(routesOf(plein.app, method).filter((route) => route.includes(':')));
    }
  });

  test('asks for things that are there: an insider sees the canary', async () => {
    for (const [route, surface] of Object.entries(reading)) {
      if (surface.path === undefined || route.endsWith('/access-changes') || route === '/*' || /\/(members|settings)$/.test(route)) continue;
      const answers = await Promise.all((surface.keys ?? []).flatMap((key) => paths(surface).map((path) => ask(f.insider, 'GET', path.replace('{key}', key)))));
      expect(answers.every(({ status }) => status === 200), `${route}: ${answers.map(({ status }) => status).join()}`).toBe(true);
      expect(answers.some(({ all }) => [f.insider.actorId, f.insider.handle, ...f.secrets].some((secret) => all.includes(secret))), route).toBe(true);
    }
    for (const path of ['/api/v1/feed?scope=mine', '/api/v1/bookmarks', '/api/v1/drafts', `/api/v1/tags?q=${f.canary}`, '/api/v1/buildings?access=hidden', '/api/v1/me', '/']) {
      expect((await ask(f.insider, 'GET', path)).all, path).toContain(f.canary);
    }
  });
});

describe.each(viewerNames)('seen by: %s', (name) => {
  const viewer = () => f.viewers[name];

  test('what is hidden answers like what is absent, on every route that reads', async () => {
    for (const [route, surface] of Object.entries(reading)) {
      for (const path of paths(surface)) {
        const absent = await ask(viewer(), 'GET', path.replace('{key}', surface.absent ?? ''), undefined, surface.absent);
        for (const key of surface.keys ?? []) {
          const answer = await ask(viewer(), 'GET', path.replace('{key}', key), undefined, key);
          expectNoLeak(answer, `GET ${route} for ${name}`, key);
          expect({ status: answer.status, body: answer.body }, `GET ${route} for ${name}`).toEqual({ status: absent.status, body: absent.body });
        }
      }
    }
  });

  test('nothing of it stands on any other route', async () => {
    for (const [route, surface] of Object.entries(reading)) {
      if (skips(surface, name)) continue;
      for (const path of surface.elsewhere ?? []) expectNoLeak(await ask(viewer(), 'GET', path), `GET ${route} (${path}) for ${name}`);
    }
  });

  test('what is hidden answers like what is absent to every change, and nothing changes', async () => {
    const before = await contents();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      for (const [route, surface] of Object.entries(changing[method])) {
        for (const path of paths(surface)) {
          const absent = await ask(viewer(), method, path.replace('{key}', surface.absent ?? ''), surface.body, surface.absent);
          for (const key of surface.keys ?? []) {
            const answer = await ask(viewer(), method, path.replace('{key}', key), surface.body, key);
            expectNoLeak(answer, `${method} ${route} for ${name}`, key);
            expect({ status: answer.status, body: answer.body }, `${method} ${route} for ${name}`).toEqual({ status: absent.status, body: absent.body });
          }
        }
      }
    }
    expect(await contents()).toEqual(before);
  });
});

/** How many rows the two buildings and the insider have of everything. */
async function contents(): Promise<Record<string, unknown>> {
  const { rows } = await plein.deps.database.pool.query<Record<string, unknown>>(`
    with system as materialized (select set_config('plein.system', 'on', true))
    select
      (select json_agg(json_build_array(p.id, p.text, p.reply_count, p.pinned_at) order by p.id) from post p where p.place_id = any($1)) as posts,
      (select json_agg(json_build_array(m.member_id, m.state, m.role) order by m.id) from membership m where m.place_id = any($1)) as memberships,
      (select count(*) from reaction r join post p on p.id = r.post_id where p.place_id = any($1)) as reactions,
      (select json_agg(json_build_array(i.id, i.revoked_at) order by i.id) from invitation i where i.place_id = any($1)) as invitations,
      (select json_agg(a.name order by a.id) from actor a where a.id = any($1)) as names,
      (select count(*) from draft where owner_id = $2) as drafts,
      (select count(*) from bookmark where owner_id = $2) as bookmarks
    from system`, [[f.closed.id, f.hidden.id], f.insider.actorId]);
  return rows[0] ?? {};
}

test('a post, an answer and a reaction inside change no answer, count or order outside', async () => {
  const snapshot = async () => {
    const answers: Record<string, string> = {};
    for (const name of viewerNames) {
      for (const surface of Object.values(reading)) {
        if (skips(surface, name)) continue;
        // Documents are made from the answers of the API; two of them will do.
        for (const path of (surface.elsewhere ?? []).filter((each) => each.startsWith('/api/') || each === '/' || each === '/buildings')) answers[`${name} ${path}`] = (await ask(f.viewers[name], 'GET', path)).body;
      }
    }
    return answers;
  };
  const before = await snapshot();
  for (const building of [f.closed, f.hidden]) {
    const post = await buildPost(f.insider, building, { kind: 'article', title: `Nog een ${f.canary}`, body: `Voor ${f.canary}`, audience: 'members', tags: [`${f.canary}2`] });
    await buildReply(f.insider, post);
    await f.insider.put(`/posts/${post.id}/reactions/agree`);
  }
  await plein.drainJobs();
  expect(await snapshot()).toEqual(before);
});

test('sockets of those outside hear nothing of what happens inside', async () => {
  const sockets = await Promise.all(viewerNames.map((name) => openSocket(address, f.viewers[name])));
  for (const socket of sockets) {
    await socket.subscribe('square');
    await socket.subscribe('me');
    for (const topic of [`building:${f.hidden.slug}`, `building:${f.closed.slug}`, ...f.secretPosts.map((id) => `post:${id}`)]) expect(await socket.subscribe(topic)).toEqual({ topic, error: 'not-found' });
  }
  const mention = viewerNames.flatMap((name) => ('handle' in f.viewers[name] ? [`@${String(f.viewers[name].handle)}`] : [])).join(' ');
  const inside: string[] = [];
  for (const building of [f.closed, f.hidden]) {
    const post = await buildPost(f.insider, building, { body: `${f.canary} ${mention}`, audience: 'members' });
    inside.push(post.id, (await buildReply(f.insider, post, { body: mention })).id);
  }
  const outside = await buildPost(f.insider, f.open, { audience: 'public' });
  await plein.drainJobs();
  for (const socket of sockets) {
    await socket.hears((frame) => frame.topic === 'square' && frame.data?.['postId'] === outside.id);
    for (const secret of [f.canary, f.hidden.id, ...inside]) expect(JSON.stringify(socket.frames.filter((frame) => frame.event !== undefined))).not.toContain(secret);
    socket.ws.terminate();
  }
  for (const name of viewerNames.filter((each) => each !== 'guest')) expectNoLeak(await ask(f.viewers[name], 'GET', '/api/v1/notifications'), `notifications of ${name}`);
});

test('nobody outside is mailed about what is inside', async () => {
  const addresses = viewerNames.flatMap((name) => ('email' in f.viewers[name] ? [String(f.viewers[name].email)] : []));
  expect(addresses).toHaveLength(6);
  expect(await plein.db((trx) => trx.selectFrom('mail').select('template').where('recipient', 'in', addresses).execute())).toEqual([]);
});

test('a name that is taken by a hidden building is refused like any other, and mentioned like none', async () => {
  const taken = await buildBuilding(plein);
  const { staff } = f.viewers;
  const refusal = async (slug: string) => ask(staff, 'POST', '/api/v1/buildings', { slug, name: 'Nieuw huis', summary: '', access: 'open' }, slug);
  const [hidden, open] = [await refusal(f.hidden.slug), await refusal(taken.slug)];
  expect(hidden).toEqual(open);
  expect(hidden.status).toBe(409);
  const preview = async (slug: string) => (await ask(staff, 'POST', '/api/v1/previews', { body: `Zie @${slug}`, format: 'markdown' }, slug)).body;
  expect(await preview(f.hidden.slug)).toBe(await preview(ABSENT_SLUG));
  // An insider who names it outside shows no more than the word that was typed.
  const post = await buildPost(f.insider, f.open, { body: `Zie @${f.hidden.slug}`, audience: 'public' });
  expect((await ask(staff, 'GET', `/api/v1/posts/${post.id}`)).all).not.toContain(f.hidden.id);
  expect((await ask(staff, 'GET', `/api/v1/posts/${post.id}`)).all).not.toContain(`/buildings/${f.hidden.slug}`);
});

test('a page with something of a closed building is kept by no cache', async () => {
  for (const path of [`/posts/${f.secretPosts[0]}`, `/buildings/${f.hidden.slug}`, '/', `/api/v1/posts/${f.secretPosts[0]}`]) {
    const response = await f.insider.send('GET', path, undefined, headersFor(path));
    expect(response.statusCode, path).toBe(200);
    expect(String(response.headers['cache-control']), path).toMatch(/no-store|private/);
    const asGuest = await f.viewers.guest.send('GET', path, undefined, headersFor(path));
    if (response.headers['etag'] !== undefined) expect(asGuest.headers['etag']).not.toBe(response.headers['etag']);
  }
});

test('an administrator of the instance reads no more than others', async () => {
  expect((await f.viewers.administrator.get(`/posts/${f.secretPosts[0]}`)).statusCode).toBe(404);
  expect((await f.viewers.administrator.get(`/posts/${ABSENT_ID}`)).statusCode).toBe(404);
});
