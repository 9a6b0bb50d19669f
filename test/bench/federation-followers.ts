// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { call, openTown, type Town } from './federation.ts';
import { median } from './load.ts';
import { result, type Result } from './report.ts';

const REQUESTS = 30;
const HOSTS = 200;

/** So many people elsewhere who follow a building here, on two hundred instances that are not there. */
async function addFollowers({ client }: Town, slug: string, count: number): Promise<void> {
  await client.query(`
    with people as (
      insert into actor (id, type, handle, name, uri, domain, audience_id)
      select uuidv7(), 'person', 'volger-' || n, 'Volger ' || n, 'http://127.0.1.' || (n % ${HOSTS} + 1) || ':9/users/' || n, '127.0.1.' || (n % ${HOSTS} + 1) || ':9', 1 from generate_series(1, ${count}) n returning id, uri, domain),
    known as (
      insert into remote_actor (actor_id, host, kind, inbox, shared_inbox, fetched_at) select id, domain, 'Person', uri || '/inbox', 'http://' || domain || '/inbox', now() from people returning actor_id)
    insert into follower (follower_id, target_id, follow_uri, created_at) select p.id, b.id, p.uri || '/follow', now() from people p, actor b where b.handle = '${slug}' and b.domain is null`);
  await client.query('vacuum analyze');
}

async function post(town: Town, slug: string): Promise<{ id: string; milliseconds: number }> {
  const { status, json, milliseconds } = await call(town, `/buildings/${slug}/posts`, { body: 'Voor wie ons volgt' });
  if (status !== 201) throw new Error(`a post was answered with ${status}`);
  return { id: String(json['id']), milliseconds };
}

/** What a post costs who writes it where many elsewhere follow, and how long until all that is to leave is written down. */
export async function measureFollowers(adminUrl: string, folder: string, rounds: number, followers: number): Promise<Result[]> {
  const town = await openTown(adminUrl, folder, 1, 'federation_followers');
  try {
    for (const slug of ['gevolgd', 'stil']) await call(town, '/buildings', { name: slug, slug, access: 'open' });
    await addFollowers(town, 'gevolgd', followers);
    const seen = { many: [] as number[], none: [] as number[], written: [] as number[] };
    const waiting = async (id: string) => (await town.client.query<{ count: number }>(`select count(*)::int as count from delivery d join sent_activity a on a.id = d.activity_id where a.body like '%' || $1 || '%'`, [id])).rows[0]?.count ?? 0;
    for (let round = -1; round < rounds; round++) {
      const begin = performance.now();
      const { id } = await post(town, 'gevolgd');
      // Passed on, and shared by its address: two to each instance. They are not there, so that each stays.
      while ((await waiting(id)) < 2 * HOSTS) {
        if (performance.now() - begin > 60_000) throw new Error(`only ${await waiting(id)} deliveries were written`);
        await sleep(10);
      }
      if (round >= 0) seen.written.push(performance.now() - begin);
    }
    for (let request = -5; request < REQUESTS; request++) {
      for (const [name, slug] of [['many', 'gevolgd'], ['none', 'stil']] as const) {
        const { milliseconds } = await post(town, slug);
        if (request >= 0) seen[name].push(milliseconds);
        await sleep(300);
      }
    }
    const people = followers.toLocaleString('en');
    return [
      result(`a post in a building that ${people} people on ${HOSTS} instances follow, against one that nobody follows`, 'ms', median(seen.many), median(seen.none), { atMost: 1.2 }),
      result(`until its ${2 * HOSTS} deliveries are written`, 'ms', median(seen.written), null),
    ];
  } finally {
    await town.close();
  }
}
