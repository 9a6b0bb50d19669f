// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { placeUrl } from '../buildings/public.ts';
import type { DigestNotification, Kind } from '../notifications/public.ts';
import { nameInWords } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { postUrl } from '../posts/public.ts';

export interface ToldPlace {
  id: string;
  /** Of a group with its building. */
  name: string;
  url: string;
  /** For the name of a list (RFC 2919): the address of a group before that of its building. */
  listName: string;
}

export interface ToldPost {
  id: string;
  rootId: string;
  url: string;
  /** Of the thread; of a thread without one null. */
  threadTitle: string | null;
  /** The first post of the thread, for its first words. */
  threadText: string;
  title: string | null;
  text: string;
  author: string | null;
  publishedAt: Date;
  place: ToldPlace | null;
}

export interface Told {
  id: string;
  kind: Kind;
  actorId: string | null;
  actor: string | null;
  createdAt: Date;
  /** Null for what is about no post. */
  post: ToldPost | null;
  place: ToldPlace | null;
  search: string | null;
  /** What somebody wrote who asks to join, for who decides on it. */
  note: string | null;
}

interface PlaceRow {
  id: string;
  slug: string;
  name: string;
  insideSlug: string | null;
  insideName: string | null;
}

/** Of a column that holds the id of a place; null where that is not for the reader. */
const placeOf = (column: string) => sql<PlaceRow | null>`(
  select json_build_object('id', l.id, 'slug', l.slug, 'name', ${nameInWords('la')}, 'insideSlug', inside.slug, 'insideName', ia.name)
  from place l join actor la on la.id = l.id left join place inside on inside.id = l.parent_id left join actor ia on ia.id = inside.id
  where l.id = ${sql.ref(column)})`;

const audiencesOf = (member: Member) => sql`${[...member.audiences]}::bigint[]`;

interface PostRow {
  id: string;
  root_id: string | null;
  title: string | null;
  text: string;
  thread_title: string | null;
  thread_text: string | null;
  author: string | null;
  published_at: Date;
  place: PlaceRow | null;
}

/** Posts as a mail tells of them, by id; what is gone, held back or not for the reader is left out. One statement. */
export async function postsToTell(db: Trx, member: Member, postIds: readonly string[]): Promise<ReadonlyMap<string, ToldPost>> {
  if (postIds.length === 0) return new Map();
  const { rows } = await sql<PostRow>`
    select p.id, p.root_id, p.title, p.text, coalesce(root.title, case when p.root_id is null then p.title end) as thread_title, left(coalesce(root.text, p.text), 400) as thread_text,
      (select ${nameInWords('a')} from actor a where a.id = p.author_id) as author, p.published_at, ${placeOf('p.here')} as place
    from (select post.*, coalesce(post.group_id, post.place_id) as here from post) p
    left join post root on root.id = p.root_id and root.audience_id = any(${audiencesOf(member)})
    where p.id = any(${[...postIds]}::uuid[]) and p.audience_id = any(${audiencesOf(member)}) and p.deleted_at is null and p.withheld is null`.execute(db);
  return new Map(
    rows.map((row): [string, ToldPost] => [
      row.id,
      {
        id: row.id,
        rootId: row.root_id ?? row.id,
        url: postUrl(row.id, row.root_id),
        threadTitle: row.thread_title === '' ? null : row.thread_title,
        threadText: row.thread_text ?? '',
        title: row.title === '' ? null : row.title,
        text: row.text,
        author: row.author,
        publishedAt: row.published_at,
        place: toPlace(row.place),
      },
    ]),
  );
}

/** What these notifications are about, in their order, read as their recipient. Two statements. */
export async function readTold(db: Trx, member: Member, notifications: readonly DigestNotification[]): Promise<Told[]> {
  if (notifications.length === 0) return [];
  const posts = await postsToTell(db, member, [...new Set(notifications.flatMap(({ postId }) => (postId === null ? [] : [postId])))]);
  const { rows } = await sql<{ id: string; actor: string | null; place: PlaceRow | null; search: string | null; note: string | null }>`
    select n.id, (select ${nameInWords('a')} from actor a where a.id = n.actor_id) as actor, ${placeOf('n.place_id')} as place, (select s.name from saved_search s where s.id = n.search_id) as search,
      case when n.kind = 'request' then ${noteOfRequest(member)} end as note
    from notification n
    where n.id = any(${notifications.map(({ id }) => id)}::uuid[]) and n.recipient_id = ${member.actorId}::uuid and n.audience_id = any(${audiencesOf(member)})`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return notifications.flatMap(({ id, kind, actorId, postId, createdAt }): Told[] => {
    const row = byId.get(id);
    const post = postId === null ? null : posts.get(postId);
    return row === undefined || post === undefined ? [] : [{ id, kind, actorId, actor: row.actor, createdAt, post, place: toPlace(row.place), search: row.search, note: row.note }];
  });
}

/** Of a request of `n` that is still open; null for who no longer answers it. */
const noteOfRequest = ({ actorId }: Member) => sql<string | null>`(
  select nullif(m.note, '') from membership m join place at on at.id = m.place_id
  where m.place_id = n.place_id and m.member_id = n.actor_id and m.state = 'requested' and exists (
    select from membership mine where mine.member_id = ${actorId}::uuid and mine.state = 'active'
      and (mine.place_id = at.id and mine.role in ('admin', 'moderator') or mine.place_id = at.parent_id and mine.role = 'admin')))`;

function toPlace(row: PlaceRow | null): ToldPlace | null {
  if (row === null) return null;
  const { id, slug, name, insideSlug, insideName } = row;
  return { id, name: insideName === null ? name : `${name} (${insideName})`, url: placeUrl(slug, insideSlug), listName: insideSlug === null ? slug : `${slug}.${insideSlug}` };
}
