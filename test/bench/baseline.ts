// SPDX-License-Identifier: EUPL-1.2
import { verify } from '@node-rs/argon2';
import { fastify } from 'fastify';
import pg from 'pg';

/**
 * What Plein is held against: Fastify and pg with nothing between them. No sign-in, no row-level security, no validation,
 * no counts; the viewer's audiences stand in memory. A process of its own, as Plein is; says "ready" when it listens.
 */
const app = fastify();
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const audiences = JSON.parse(process.env['BENCH_AUDIENCES'] ?? '{}') as Record<string, number[]>;
const columns = `p.id, p.uri, p.kind, p.title, p.html, p.text, p.audience_id, p.reply_count, p.published_at, p.edited_at,
  a.id as author_id, a.handle as author_handle, a.name as author_name, place.slug as place_slug, pa.name as place_name, place.access as place_access`;
const joins = 'join actor a on a.id = p.author_id join place on place.id = p.place_id join actor pa on pa.id = place.id';

app.get<{ Params: { id: string } }>('/posts/:id', async ({ params }) => {
  const { rows } = await pool.query(`select ${columns} from post p ${joins} where p.id = $1`, [params.id]);
  return rows[0];
});

app.get<{ Params: { viewer: string } }>('/feed/:viewer', async ({ params }) => {
  const { rows } = await pool.query(
    `select ${columns} from (
       select f.id, f.published_at from unnest($1::bigint[]) as audience (id)
       cross join lateral (
         select id, published_at from post where audience_id = audience.id and in_reply_to is null and deleted_at is null and withheld is null
         order by published_at desc, id desc limit 21) f
       order by f.published_at desc, f.id desc limit 21) k
     join post p on p.id = k.id ${joins} order by k.published_at desc, k.id desc`,
    [audiences[params.viewer]],
  );
  return { items: rows.slice(0, 20), next: rows.length > 20 ? rows[19].id : null };
});

app.get<{ Params: { viewer: string }; Querystring: { q: string } }>('/search/:viewer', async ({ params, query }) => {
  const { rows } = await pool.query(
    `select ${columns} from (
       select w.post_id, ts_rank(w.words, q) as rank from bare_words w, plainto_tsquery('dutch', $2) q
       where w.words @@ q and w.audience_id = any($1::bigint[]) order by rank desc limit 21) k
     join post p on p.id = k.post_id ${joins} order by k.rank desc`,
    [audiences[params.viewer], query.q],
  );
  return { items: rows.slice(0, 20) };
});

for (const [path, types] of [['people', ['person']], ['places', ['building', 'group']]] as const) {
  app.get<{ Querystring: { q?: string } }>(`/${path}`, async ({ query: { q } }) => {
    const { rows } = await pool.query(
      q === undefined
        ? `select id, type, handle, name, job_title from actor where type = any($1) and domain is null and deleted_at is null order by sort_name, id limit 21`
        : `select id, type, handle, name, job_title from actor where type = any($1) and name %> $2 order by word_similarity($2, name) desc, id limit 21`,
      q === undefined ? [types] : [types, q],
    );
    return { items: rows };
  });
}

app.post<{ Body: { id: string; body: string; authorId: string; placeId: string; audienceId: number } }>('/posts', async ({ body }, reply) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query(
      `insert into post (id, uri, kind, author_id, place_id, audience_id, html, text, source, format, published_at)
       values ($1::uuid, 'urn:bare:' || $1::text, 'message', $2, $3, $4, $5, $5, $5, 'markdown', now()) returning id, html, text, published_at`,
      [body.id, body.authorId, body.placeId, body.audienceId, body.body],
    );
    await client.query('commit');
    return reply.code(201).send(rows[0]);
  } finally {
    client.release();
  }
});

app.post<{ Body: { email: string; password: string } }>('/sessions', async ({ body }, reply) => {
  const { rows } = await pool.query<{ password_hash: string }>('select password_hash from account where email = $1', [body.email]);
  return (await verify(rows[0]?.password_hash ?? '', body.password)) ? reply.code(201).send({ ok: true }) : reply.code(401).send({ ok: false });
});

await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
console.log('ready');
