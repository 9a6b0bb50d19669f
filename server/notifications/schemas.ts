// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { PlaceRefSchema } from '../buildings/public.ts';
import { ActorRefSchema } from '../people/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { kinds } from './kinds.ts';
import { levels } from './levels.ts';
import { rhythms } from './moments.ts';

export const NotificationSchema = Type.Object({
  id: Uuid,
  kind: oneOf(kinds),
  actor: Nullable(ActorRefSchema),
  post: Nullable(Type.Object({ id: Uuid, rootId: Uuid, url: Type.String(), title: Nullable(Type.String()), excerpt: Type.String() })),
  building: Nullable(PlaceRefSchema),
  word: Nullable(Type.String({ description: 'What was said with the answer to a request to join, or with a no.' })),
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

const hour = Type.Integer({ minimum: 0, maximum: 23, description: 'On the clock of the person.' });
const weekday = Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday (ISO 8601); of the weekly digest.' });
const level = oneOf(levels);
/** Null without a choice. */
const chosen = Nullable(oneOf(levels));

export const MyLevelSchema = Type.Object({ level, chosen });
export const LevelBody = strict({ level });
export const ByPlace = Type.Object({ placeId: Uuid });
export const ByPost = Type.Object({ postId: Uuid });
export const ByReadPost = Type.Object({ id: Uuid });

const timeZone = Type.String({ minLength: 1, maxLength: 64, description: 'A name of the IANA list.' });

export const SettingsSchema = Type.Object({
  digest: Type.Object({ rhythm: oneOf(rhythms), hour, weekday }),
  nextDigestAt: Nullable(Moment),
  timeZone,
  quietHours: Nullable(Type.Object({ from: hour, until: hour })),
  channels: Type.Object({ mail: Type.Boolean(), push: Type.Boolean() }, { description: 'What is told at once, besides in the application.' }),
  places: Type.Array(Type.Object({ place: PlaceRefSchema, building: Nullable(Type.Object({ name: Type.String() }, { description: 'Of a group.' })), level, chosen })),
  threads: Type.Array(Type.Object({ post: Type.Object({ id: Uuid, url: Type.String(), title: Type.String() }), place: Type.Object({ name: Type.String() }), level })),
});

export const SettingsChangeBody = strict({
  digest: Type.Optional(strict({ rhythm: Type.Optional(oneOf(rhythms)), hour: Type.Optional(hour), weekday: Type.Optional(weekday) })),
  timeZone: Type.Optional(timeZone),
  quietHours: Type.Optional(Nullable(strict({ from: hour, until: hour }))),
  channels: Type.Optional(strict({ mail: Type.Optional(Type.Boolean()), push: Type.Optional(Type.Boolean()) })),
  places: Type.Optional(Type.Array(strict({ placeId: Uuid, level }), { maxItems: 100 })),
});

export const ThreadReadAnswer = Type.Object({
  unread: Type.Integer({ description: 'Lines of my notifications that are left unread.' }),
  placeId: Uuid,
  placeUnread: Type.Integer({ description: 'Posts of the place that are left unread; 99 at most.' }),
});
