// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { thoseWhoBlock } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import type { MentionLinks } from './body/link-words.ts';

/** Who of those named in a text is linked, and which people are told. */
export interface Named {
  links: MentionLinks;
  /** Actor ids of people; each of them may read the post. */
  people: string[];
}

interface NamedRow {
  id: string;
  handle: string;
  domain: string | null;
  type: 'person' | 'building';
  audience_id: number;
  /** As it was asked for, lower-cased. */
  handle_key: string;
}

/**
 * Looks up who is meant by `@handle` in a post for one audience.
 *
 * Linked is only what the author may know and what every reader of the post may know too: a hidden building named in
 * a public post would otherwise be given away by its link. A person is linked only when able to read the post; whoever
 * is not stays plain text, without a word about why. `@name@host` is somebody of another instance, as far as they are known here.
 */
export async function namedInText(trx: Trx, author: Pick<Member, 'actorId' | 'audiences'>, handles: readonly string[], audienceId: number): Promise<Named> {
  const [named] = await namedInTexts(trx, [{ author, handles }], audienceId);
  return named ?? { links: new Map(), people: [] };
}

interface Text {
  author: Pick<Member, 'actorId' | 'audiences'>;
  handles: readonly string[];
}

/** As {@link namedInText}, of several texts for one audience, in their order. */
export async function namedInTexts(trx: Trx, texts: readonly Text[], audienceId: number): Promise<Named[]> {
  const wanted = texts.flatMap(({ author, handles }) => handles.map((handle) => ({ author, handle })));
  if (wanted.length === 0) return texts.map(() => ({ links: new Map(), people: [] }));
  const found = await whoIsNamed(trx, wanted.map(({ handle }) => handle), [...new Set(wanted.flatMap(({ author }) => author.audiences))], audienceId);
  const people = found.flatMap(({ id, type }) => (type === 'person' ? [id] : []));
  const authors = [...new Set(wanted.map(({ author }) => author.actorId))];
  const blocking = new Map(await Promise.all(authors.map(async (id) => [id, await thoseWhoBlock(trx, id, people)] as const)));
  return texts.map(({ author, handles }) => {
    const asked = new Set(handles.map((handle) => handle.toLowerCase()));
    const known = new Set(author.audiences);
    // To who is blocked it looks like a name that nobody has.
    return namedBy(found.filter((row) => asked.has(row.handle_key) && known.has(row.audience_id) && blocking.get(author.actorId)?.has(row.id) !== true));
  });
}

async function whoIsNamed(trx: Trx, handles: readonly string[], audiences: readonly number[], audienceId: number): Promise<NamedRow[]> {
  // viewer_of_actor answers as the system which audiences somebody has; nothing of it but yes or no leaves this query. It is asked of nobody but those
  // who are named: without `materialized` it may be asked of everybody first.
  const { rows } = await sql<NamedRow>`
    with named as materialized (
      select a.id, a.handle::text as handle, a.domain, a.type, a.audience_id, asked.handle as handle_key
      from unnest(${[...new Set(handles.map((handle) => handle.toLowerCase()))]}::text[]) asked (handle)
      join actor a on a.handle_key = split_part(asked.handle, '@', 1) and coalesce(a.domain, '') = split_part(asked.handle, '@', 2) and a.deleted_at is null
      where a.type in ('person', 'building')
        and a.audience_id = any(${[...audiences]}::bigint[])
        and (a.audience_id in (${PUBLIC_AUDIENCE}::bigint, ${audienceId}::bigint)
          or a.audience_id = (select p.members_audience_id from place p where p.staff_members_audience_id = ${audienceId}::bigint)))
    select a.* from named a
    where a.type = 'building'
      or case when a.domain is null then exists (select from viewer_of_actor(a.id) v where ${audienceId}::bigint = any(v.audiences))
        else exists (select from viewer_of_remote_actor(a.id) v where ${audienceId}::bigint = any(v.audiences)) end`.execute(trx);
  return rows;
}

function namedBy(rows: readonly NamedRow[]): Named {
  const links = new Map<string, string>();
  for (const row of rows) {
    const handle = row.domain === null ? row.handle : `${row.handle}@${row.domain}`;
    links.set(handle.toLowerCase(), row.type === 'person' ? `/people/${handle}` : `/buildings/${handle}`);
  }
  return { links, people: rows.flatMap(({ id, type }) => (type === 'person' ? [id] : [])) };
}
