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
}

/**
 * Looks up who is meant by `@handle` in a post for one audience.
 *
 * Linked is only what the author may know and what every reader of the post may know too: a hidden building named in
 * a public post would otherwise be given away by its link. A person is linked only when able to read the post; whoever
 * is not stays plain text, without a word about why. `@name@host` is somebody of another instance, as far as they are known here.
 */
export async function namedInText(trx: Trx, author: Pick<Member, 'actorId' | 'audiences'>, handles: readonly string[], audienceId: number): Promise<Named> {
  const links = new Map<string, string>();
  const people: string[] = [];
  if (handles.length === 0) return { links, people };
  // viewer_of_actor answers as the system which audiences somebody has; nothing of it but yes or no leaves this query.
  const { rows } = await sql<NamedRow>`
    select a.id, a.handle::text as handle, a.domain, a.type
    from unnest(${[...handles]}::text[]) asked (handle)
    join actor a on a.handle_key = lower(split_part(asked.handle, '@', 1)) and coalesce(a.domain, '') = split_part(asked.handle, '@', 2) and a.deleted_at is null
    where true
      and a.type in ('person', 'building')
      and a.audience_id = any(${[...author.audiences]}::bigint[])
      and (a.audience_id in (${PUBLIC_AUDIENCE}::bigint, ${audienceId}::bigint)
        or a.audience_id = (select p.members_audience_id from place p where p.staff_members_audience_id = ${audienceId}::bigint))
      and (a.type = 'building'
        or case when a.domain is null then exists (select from viewer_of_actor(a.id) v where ${audienceId}::bigint = any(v.audiences))
          else exists (select from viewer_of_remote_actor(a.id) v where ${audienceId}::bigint = any(v.audiences)) end)`.execute(trx);
  const blocking = await thoseWhoBlock(trx, author.actorId, rows.flatMap((row) => (row.type === 'person' ? [row.id] : [])));
  for (const row of rows) {
    // To who is blocked it looks like a name that nobody has.
    if (blocking.has(row.id)) continue;
    const handle = row.domain === null ? row.handle : `${row.handle}@${row.domain}`;
    links.set(handle.toLowerCase(), row.type === 'person' ? `/people/${handle}` : `/buildings/${handle}`);
    if (row.type === 'person') people.push(row.id);
  }
  return { links, people };
}
