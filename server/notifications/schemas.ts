// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { PlaceRefSchema } from '../buildings/public.ts';
import { ActorRefSchema } from '../people/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { kinds } from './kinds.ts';

export const NotificationSchema = Type.Object({
  id: Uuid,
  kind: oneOf(kinds),
  actor: Nullable(ActorRefSchema),
  post: Nullable(Type.Object({ id: Uuid, rootId: Uuid, url: Type.String(), title: Nullable(Type.String()), excerpt: Type.String() })),
  building: Nullable(PlaceRefSchema),
  word: Nullable(Type.String({ description: 'What was said with the answer to a request to join.' })),
  search: Nullable(Type.Object({ id: Uuid, name: Type.String() }, { description: 'A kept search that something new fits.' })),
  count: Type.Integer({ description: 'How many are bundled in this line; it shows the newest.' }),
  actorCount: Type.Integer({ description: 'How many people are behind it; `actor` is the latest.' }),
  createdAt: Moment,
  readAt: Nullable(Moment),
});

export const NotificationList = listOf(NotificationSchema);
export const NotificationQuery = strict({ ...pageFields, unread: Type.Optional(Type.Boolean({ description: 'Only the unread ones.' })) });

/** One of the two. */
export const ReadBody = strict({
  ids: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: 100 })),
  upTo: Type.Optional(Uuid),
});
export const ReadAnswer = Type.Object({ unread: Type.Integer() });

export const UpdatesQuery = strict({
  after: Type.String({ format: 'uuid', description: 'The `cursor` of the last update that was received.' }),
  topics: Type.String({ minLength: 1, maxLength: 20_000, description: 'Topics, separated by commas.' }),
});
export const UpdatesAnswer = Type.Object({
  items: Type.Array(Type.Object({ topic: Type.String(), event: Type.String(), data: Type.Record(Type.String(), Type.Unknown()), cursor: Type.String() })),
  next: Type.String({ description: 'Ask again after this until there are no items.' }),
  reset: Type.Boolean({ description: 'The cursor is too old: load everything afresh and go on from `next`.' }),
});
