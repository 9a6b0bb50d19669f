// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { postUrl } from '../../server/posts/public.ts';
import { contextUri, followersUri, membersUri, PUBLIC, repliesUri } from '../addresses.ts';
import { escapeHtml } from './html-in.ts';

type Home = Pick<Deps, 'config'>;

interface Named {
  id: string;
  uri: string;
  handle: string;
  domain: string | null;
}

/** A post of ours with everything that others are told of it. */
export interface PostToTell {
  id: string;
  uri: string;
  kind: string;
  title: string | null;
  html: string;
  text: string;
  source: string;
  format: string;
  language: string;
  audience_id: number;
  author_id: string;
  author_uri: string;
  /** The group that it stands in, or else the building or the square. */
  place_id: string;
  place_uri: string;
  place_host: string | null;
  members_audience_id: number;
  root_id: string | null;
  root_uri: string | null;
  root_origin: string | null;
  parent_uri: string | null;
  parent_author: Named | null;
  origin: string;
  withheld: string | null;
  published_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  tags: string[];
  mentioned: Named[];
}

const named = (id: string) => sql`(select json_build_object('id', a.id, 'uri', a.uri, 'handle', a.handle, 'domain', a.domain) from actor a where a.id = ${sql.ref(id)})`;

/** As the system: who may read it is asked by whoever sends it. Null where there is none. */
export async function postToTell(trx: Trx, postId: string): Promise<PostToTell | null> {
  const { rows } = await sql<PostToTell>`
    select p.id, p.uri, p.kind, p.title, p.html, p.text, p.source, p.format, p.language, p.audience_id, p.author_id, author.uri as author_uri, l.id as place_id, place.uri as place_uri, l.host as place_host,
      l.members_audience_id, p.root_id, root.uri as root_uri, root.origin as root_origin, parent.uri as parent_uri, ${named('parent.author_id')} as parent_author,
      p.origin, p.withheld, p.published_at, p.edited_at, p.deleted_at,
      array(select t.tag from post_tag t where t.post_id = p.id order by t.tag) as tags,
      coalesce((select json_agg(${named('m.actor_id')} order by m.actor_id) from mention m where m.post_id = p.id), '[]') as mentioned
    from post p
    join actor author on author.id = p.author_id
    join place l on l.id = coalesce(p.group_id, p.place_id)
    join actor place on place.id = l.id
    left join post root on root.id = p.root_id
    left join post parent on parent.id = p.in_reply_to
    where p.id = ${postId}::uuid`.execute(trx);
  return rows[0] ?? null;
}

/** Who is meant to read it, in the words of ActivityPub. */
export interface Addressing {
  to: string[];
  cc: string[];
}

export function addressingOf({ config }: Home, post: PostToTell): Addressing {
  if (post.audience_id !== PUBLIC_AUDIENCE) return { to: [post.place_uri, membersUri(config, post.place_id)], cc: [] };
  const people = peopleNamed(post).map((each) => each.uri);
  return { to: [PUBLIC], cc: [followersUri(config, post.author_id), ...(post.place_host === null ? [followersUri(config, post.place_id)] : [post.place_uri]), ...people] };
}

/** Whoever it names, and whom it answers: Mastodon tells somebody of an answer only where it names them. */
export function peopleNamed(post: PostToTell): Named[] {
  const people = [...(post.parent_author === null || post.parent_author.id === post.author_id ? [] : [post.parent_author]), ...post.mentioned];
  return [...new Map(people.map((each) => [each.id, each])).values()];
}

/**
 * A post of ours as others read it: compacted, without `@context`; of a deleted one its tombstone; null for a post whose home is elsewhere, and for
 * one that is gone.
 */
export async function objectOfPost(trx: Trx, deps: Home, postId: string): Promise<Record<string, unknown> | null> {
  const post = await postToTell(trx, postId);
  return post === null || post.origin !== 'local' ? null : objectOf(deps, post);
}

export function objectOf(deps: Home, post: PostToTell): Record<string, unknown> {
  if (post.deleted_at !== null) return tombstoneOf(post);
  const { config } = deps;
  const content = contentOf(config.publicUrl, post);
  return {
    id: post.uri,
    type: typeOf(post),
    kind: post.kind,
    attributedTo: post.author_uri,
    ...addressingOf(deps, post),
    audience: post.place_uri,
    ...(post.title === null ? {} : { name: post.title }),
    // Mastodon shows of an article its title, this, and a link.
    ...(typeOf(post) === 'Article' ? { summary: escapeHtml(beginningOf(post.text)) } : {}),
    content,
    contentMap: { [post.language]: content },
    mediaType: 'text/html',
    source: { content: post.source, mediaType: post.format === 'markdown' ? 'text/markdown' : 'text/html' },
    url: `${config.publicUrl}${postUrl(post.id, post.root_id)}`,
    published: post.published_at.toISOString(),
    ...(post.edited_at === null ? {} : { updated: post.edited_at.toISOString() }),
    ...(post.parent_uri === null ? {} : { inReplyTo: post.parent_uri }),
    // The home of the place keeps the thread; in a place elsewhere its first post is what its posts have in common.
    context: post.place_host === null || post.root_uri === null ? contextUri(config, post.root_id ?? post.id) : post.root_uri,
    replies: repliesUri(config, post.id),
    tag: [
      ...peopleNamed(post).map((each) => ({ type: 'Mention', href: each.uri, name: `@${each.handle}@${each.domain ?? URL.parse(config.publicUrl)?.host ?? ''}` })),
      ...post.tags.map((tag) => ({ type: 'Hashtag', href: `${config.publicUrl}/tags/${encodeURIComponent(tag)}`, name: `#${tag}` })),
    ],
  };
}

export function tombstoneOf(post: Pick<PostToTell, 'uri' | 'kind' | 'deleted_at'>): Record<string, unknown> {
  return { id: post.uri, type: 'Tombstone', formerType: post.kind === 'article' ? 'Article' : 'Note', ...(post.deleted_at === null ? {} : { deleted: post.deleted_at.toISOString() }) };
}

/**
 * An article is an Article. All else is a Note, also a question: `Question` is a poll to everybody else. Mastodon, Misskey and snac show all of
 * a Note and of an Article no more than title, summary and link; Lemmy and NodeBB begin a topic with either.
 */
function typeOf(post: Pick<PostToTell, 'kind' | 'title'>): 'Article' | 'Note' {
  return post.kind === 'article' && post.title !== null ? 'Article' : 'Note';
}

/**
 * Addresses in full. Lemmy and NodeBB show `name` as the title of anything; Mastodon, Misskey and snac show none of a Note, and a `summary` would
 * fold it away like something that one is warned of. So a Note with a title begins with it, in bold, and who reads the title takes that off again.
 */
function contentOf(publicUrl: string, post: PostToTell): string {
  const html = post.html.replaceAll('<a href="/', `<a href="${escapeHtml(publicUrl)}/`);
  return post.title !== null && typeOf(post) === 'Note' ? `<p><strong>${escapeHtml(post.title)}</strong></p>${html}` : html;
}

const BEGINNING = 400;

function beginningOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= BEGINNING) return flat;
  const cut = flat.slice(0, BEGINNING).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), BEGINNING / 2))}…`;
}
