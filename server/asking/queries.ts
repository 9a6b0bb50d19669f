// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type ActorRef, actorRef, type ThemeRef, type WorkRole } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member, Viewer } from '../platform/db/viewer.ts';
import { decodeMomentCursor, DEFAULT_LIMIT, encodeCursor } from '../platform/http/paging.ts';
import { notSpared, postsByKeys } from '../posts/public.ts';
import type { AskedQuestion } from './schemas.ts';

interface Page {
  limit?: number;
  cursor?: string;
}

interface Row {
  post_id: string;
  asked_at: Date;
  theme: ThemeRef;
  organisation: { id: string; name: string } | null;
  work_role: WorkRole | null;
  region: string | null;
  reach: number;
}

/** Questions that fit a condition on `asked_question q` and its `post p`, latest first. */
async function askedPage(trx: Trx, viewer: Viewer, { limit = DEFAULT_LIMIT, cursor }: Page, condition: RawBuilder<unknown>): Promise<{ items: AskedQuestion[]; next: string | null }> {
  const after = decodeMomentCursor(cursor);
  const { rows } = await sql<Row>`
    select q.post_id, q.asked_at, json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) as theme,
      (select json_build_object('id', o.id, 'name', o.name) from organisation o where o.id = q.organisation_id) as organisation, q.work_role, q.region, q.reach
    from asked_question q join theme t on t.id = q.theme_id join post p on p.id = q.post_id
    where p.audience_id = any(${[...viewer.audiences]}::bigint[])
      and p.deleted_at is null and p.withheld is null and ${condition}
      and ${after === null ? sql`true` : sql`(q.asked_at, q.post_id) < (${after.moment}::timestamptz, ${after.id}::uuid)`}
    order by q.asked_at desc, q.post_id desc limit ${limit + 1}`.execute(trx);
  const shown = rows.slice(0, limit);
  if (shown.length === 0) return { items: [], next: null };
  const keys = sql`select k.id, k.moment from unnest(${shown.map((row) => row.post_id)}::uuid[], ${shown.map((row) => row.asked_at.toISOString())}::timestamptz[]) as k (id, moment)`;
  const { posts } = await postsByKeys(trx, viewer, shown.length, 'newest first', keys);
  const byId = new Map(posts.map((post) => [post.id, post]));
  const items = shown.flatMap((row) => {
    const post = byId.get(row.post_id);
    return post === undefined ? [] : [{ id: post.id, post, theme: row.theme, organisation: row.organisation, workRole: row.work_role, region: row.region, reach: row.reach, askedAt: row.asked_at.toISOString() }];
  });
  const last = shown.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor([last.asked_at.toISOString(), last.post_id]) : null };
}

/** What was asked about one theme; answered or still open. */
export function askedAbout(trx: Trx, viewer: Viewer, themeId: string, { answered, ...page }: Page & { answered?: boolean }) {
  return askedPage(trx, viewer, page, sql`q.theme_id = ${themeId}::uuid and ${answered === undefined ? sql`true` : answered ? sql`p.reply_count > 0` : sql`p.reply_count = 0`}`);
}

/** Of `asked_question q`: asked of whoever has the member's portfolio now, also from before they had it; not what they asked, nor about themes they want no questions on. */
function askedOf(member: Member): RawBuilder<unknown> {
  const me = sql`${member.actorId}::uuid`;
  return sql`
    q.asker_id <> ${me}
    and q.theme_id in (select h.theme_id from actor_theme h where h.actor_id = ${me} and h.kind = 'portfolio')
    and not exists (select from asking_opt_out o where o.owner_id = ${me} and o.theme_id = q.theme_id)
    and (q.organisation_id is null or q.organisation_id = (select a.organisation_id from actor a where a.id = ${me}))
    and (q.work_role is null or q.work_role = (select r.work_role from profile_part r where r.actor_id = ${me} and r.work_role is not null limit 1))
    and (q.region is null or q.region = (select r.region from profile_part r where r.actor_id = ${me} and r.region is not null limit 1))`;
}

/** See {@link askedOf}. */
export function askedOfMe(trx: Trx, member: Member, page: Page) {
  return askedPage(trx, member, page, askedOf(member));
}

export interface QuestionForMe {
  postId: string;
  title: string | null;
  excerpt: string;
  asker: ActorRef | null;
  theme: ThemeRef;
  askedAt: Date;
  answers: number;
}

const EXCERPT_LENGTH = 240;

/**
 * Questions that still wait for the member, latest first: asked since then, and not answered by them. What others answered goes when
 * the member has seen it: `seen` says so of `post p`.
 */
export async function questionsForMe(trx: Trx, member: Member, { since, limit, seen }: { since: Date; limit: number; seen: RawBuilder<unknown> }): Promise<QuestionForMe[]> {
  const { rows } = await sql<QuestionForMe>`
    select p.id as "postId", nullif(p.title, '') as title, left(p.text, ${EXCERPT_LENGTH}) as excerpt, ${actorRef(member, 'p.author_id')} as asker,
      json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) as theme, q.asked_at as "askedAt", p.reply_count as answers
    from asked_question q join theme t on t.id = q.theme_id join post p on p.id = q.post_id
    where p.audience_id = any(${[...member.audiences]}::bigint[]) and p.deleted_at is null and p.withheld is null and q.asked_at > ${since}::timestamptz
      and ${notSpared(member, sql`p.author_id`)} and ${askedOf(member)}
      and not exists (select from post r where r.root_id = p.id and r.author_id = ${member.actorId}::uuid and r.deleted_at is null)
      and (p.reply_count = 0 or not ${seen})
    order by q.asked_at desc, q.post_id desc limit ${limit}`.execute(trx);
  return rows;
}

export function askedByMe(trx: Trx, member: Member, page: Page) {
  return askedPage(trx, member, page, sql`q.asker_id = ${member.actorId}::uuid`);
}

export async function optOutsOf(trx: Trx, member: Member): Promise<{ items: ThemeRef[]; next: null }> {
  const items = await trx.selectFrom('asking_opt_out as o').innerJoin('theme as t', 't.id', 'o.theme_id').select(['t.id', 't.slug', 't.name']).where('o.owner_id', '=', member.actorId).orderBy(sql`lower(t.name)`).execute();
  return { items, next: null };
}
