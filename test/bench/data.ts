// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { cookieOf, copyCommunity, PLACES, QUIET_PLACES, type ViewerKind, WRITERS } from './community.ts';
import { about, fillSearch } from './search-data.ts';
import { sentence } from './vocabulary.ts';

export interface DataSet {
  posts: number;
  /** As the application signs in. */
  url: string;
  /** As a superuser, whom row-level security does not bind: what the bare stack uses. */
  bareUrl: string;
  cookies: Record<ViewerKind, string | null>;
  /** What each of them may read. */
  audiences: Record<ViewerKind, number[]>;
  /** The active member, and the places they write in. */
  authorId: string;
  places: { id: string; slug: string; audienceId: number }[];
  /** Public ones. */
  postIds: string[];
}

/** A copy of the community with so many posts, spread as on a real square: a few busy places, many quiet ones. */
export async function fill(adminUrl: string, posts: number): Promise<DataSet> {
  const bareUrl = await copyCommunity(adminUrl, `bench_${posts}`);
  const url = bareUrl.replace('postgres://postgres@', 'postgres://plein@');
  const client = new pg.Client({ connectionString: bareUrl });
  await client.connect();
  try {
    // Foreign keys are not asked for a million rows that were made to fit.
    await client.query('set session_replication_role = replica');
    const indexes = await dropIndexes(client, ['post', 'post_tag', 'reaction']);
    await client.query(postsOf(posts));
    for (const definition of indexes) await client.query(definition);
    await fillSearch(client);
    await client.query('vacuum analyze');
    return await describe(client, { posts, url, bareUrl });
  } finally {
    await client.end();
  }
}

/** Filling first and indexing afterwards takes a third of the time. @returns how to make them again */
async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid::regclass::text = any($1) and not i.indisunique`, [tables]);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

/** Two thirds start a thread, a third answers; a place has many posts when its number is low; every second has reactions. */
function postsOf(count: number): string {
  const body = `repeat('${sentence} ', 1 + n % 3) || made.about`;
  return `
    create temp table numbered as select p.*, split_part(p.slug, '-', 2)::int as n from place p where p.kind = 'building';
    create temp table spread as select *, row_number() over (order by n) as i from numbered where n <= ${PLACES};
    create temp table writer as select id, row_number() over (order by id) as i from actor where type = 'person' order by id limit ${WRITERS};
    create temp table thread (i int primary key, id uuid, place_id uuid, audience_id bigint);
    create temp table made as
      select n, uuidv7(-(${count} - n) * interval '20 seconds') as id, now() - (${count} - n) * interval '20 seconds' as at,
        1 + floor(${PLACES} * power((hashint4(n) & 65535) / 65536.0, 2))::int as place_number, hashint4(n * 31 + 7) & 1023 as dice, ${about('n')} as about
      from generate_series(1, ${count}) n;
    insert into thread select made.n, made.id, spread.id, case when made.dice < 256 and spread.access = 'open' then 1 when made.dice < 320 then spread.staff_members_audience_id else spread.members_audience_id end
      from made join spread on spread.i = made.place_number where made.n % 3 > 0;
    insert into post (id, uri, kind, author_id, place_id, audience_id, in_reply_to, root_id, title, html, text, source, format, reply_count, published_at)
      select made.id, 'http://plein.test/ap/objects/' || made.id, case when n % 7 = 0 then 'question' else 'message' end, writer.id, thread.place_id, thread.audience_id,
        case when n % 3 = 0 then thread.id end, case when n % 3 = 0 then thread.id end, case when n % 7 = 0 then 'Vraag ' || n end,
        '<p>' || ${body} || '</p>', ${body}, ${body}, 'markdown', case when n % 3 = 2 then 1 else 0 end, date_trunc('milliseconds', made.at)
      from made
      join thread on thread.i = case when n % 3 = 0 then n - 1 else n end
      join writer on writer.i = 1 + made.dice * 7 % ${WRITERS}
      order by n;
    insert into post (id, uri, kind, author_id, place_id, audience_id, html, text, source, format, published_at)
      select uuidv7(interval '-400 days' + hour * interval '1 hour'), 'http://plein.test/quiet/' || p.id || '/' || hour, 'message', writer.id, p.id, p.members_audience_id, '<p>Stil</p>', 'Stil', 'Stil', 'markdown', now() - interval '400 days' + hour * interval '1 hour'
      from numbered p cross join generate_series(1, 4) hour join writer on writer.i = hour where p.n between ${PLACES} + 1 and ${PLACES + QUIET_PLACES};
    insert into post_tag (post_id, tag, audience_id, published_at) select id, 'thema-' || (hashtext(id::text) & 63), audience_id, published_at from post where hashtext(id::text) % 3 = 0;
    insert into reaction (post_id, actor_id, name, audience_id) select p.id, w.id, (array['like', 'thanks', 'agree', 'idea'])[1 + (w.i % 4)], p.audience_id
      from (select id, audience_id, hashtext(id::text) as dice from post) p cross join generate_series(0, 3) k join writer w on w.i = 1 + (p.dice & 1023) + k where p.dice % 2 = 0 and k <= (p.dice >> 10 & 3);
    update place set post_count = counted.number from (select place_id, count(*) as number from post where in_reply_to is null group by place_id) counted where counted.place_id = place.id;
  `;
}

async function describe(client: pg.Client, about: Pick<DataSet, 'posts' | 'url' | 'bareUrl'>): Promise<DataSet> {
  const { rows: viewers } = await client.query<{ kind: ViewerKind; actor_id: string; audiences: string[] }>('select kind, v.actor_id, audiences from bench_viewer v cross join lateral viewer_of_account(account_id)');
  const { rows: places } = await client.query<{ id: string; slug: string }>(`select n.id, slug from numbered n join membership m on m.place_id = n.id join bench_viewer v on v.actor_id = m.member_id where v.kind = 'active' and n.access = 'open' order by n.n`);
  const { rows: posts } = await client.query<{ id: string }>('select id from post where audience_id = 1 and in_reply_to is null order by hashtext(id::text) limit 500');
  const active = viewers.find((viewer) => viewer.kind === 'active');
  if (active === undefined || places.length === 0 || posts.length === 0) throw new Error('the database was not filled');
  const audiencesOf = (kind: ViewerKind) => viewers.find((viewer) => viewer.kind === kind)?.audiences.map(Number) ?? [PUBLIC_AUDIENCE];
  return {
    ...about,
    cookies: { active: cookieOf('active'), quiet: cookieOf('quiet'), heavy: cookieOf('heavy'), guest: null },
    audiences: { active: audiencesOf('active'), quiet: audiencesOf('quiet'), heavy: audiencesOf('heavy'), guest: audiencesOf('guest') },
    authorId: active.actor_id,
    places: places.map((place) => ({ ...place, audienceId: PUBLIC_AUDIENCE })),
    postIds: posts.map((post) => post.id),
  };
}
