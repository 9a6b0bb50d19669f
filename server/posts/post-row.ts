// SPDX-License-Identifier: EUPL-1.2
import type { Insertable } from 'kysely';
import type { DB } from '../platform/db/schema.gen.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import type { Format, ReadBody } from './body/read-body.ts';
import { type FromElsewhere, momentOf } from './from-elsewhere.ts';
import type { PostKind } from './schemas.ts';

/** What is written, and where it stands. */
export interface Writing<Place = { id: string; building: { id: string } | null }> {
  place: Place;
  audienceId: number;
  kind: PostKind;
  title: string | null;
  format: Format;
  source: string;
  given: readonly string[];
  read: ReadBody;
  root: string | null;
  inReplyTo: string | null;
  now: Date;
  from?: FromElsewhere | undefined;
  /** When what it answers was written. */
  answered?: Date;
}

export type PostRow = Insertable<DB['post']> & { id: string; place_id: string; audience_id: number; root_id: string | null; published_at: Date };

/** @param html with its words linked */
export function postRow({ config }: Pick<Deps, 'config'>, id: string, author: Pick<Member, 'actorId' | 'locale'>, writing: Omit<Writing, 'given'>, html: string): PostRow {
  const { place, from } = writing;
  return {
    id,
    uri: from?.uri ?? `${config.publicUrl}/ap/objects/${id}`,
    kind: writing.kind,
    author_id: author.actorId,
    place_id: place.building?.id ?? place.id,
    group_id: place.building === null ? null : place.id,
    audience_id: writing.audienceId,
    in_reply_to: writing.inReplyTo,
    root_id: writing.root,
    title: writing.title,
    html,
    text: writing.read.text,
    source: writing.source,
    format: writing.format,
    language: from?.language ?? author.locale,
    published_at: momentOf(from, writing.now, writing.answered ?? null),
    origin: from === undefined ? 'local' : 'remote',
  };
}
