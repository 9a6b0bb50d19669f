// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { PlaceRefSchema } from '../buildings/public.ts';
import { NotificationSchema } from '../notifications/public.ts';
import { ActorRefSchema } from '../people/public.ts';
import { Moment, Nullable, oneOf, strict, Uuid } from '../platform/http/schemas.ts';

/** A post in a line: enough to know whether to open it. */
export const NewPostSchema = Type.Object({
  id: Uuid,
  url: Type.String(),
  kind: oneOf(['message', 'article', 'question']),
  title: Nullable(Type.String()),
  excerpt: Type.String(),
  author: Nullable(ActorRefSchema),
  place: PlaceRefSchema,
  publishedAt: Moment,
  replyCount: Type.Integer(),
});

export const askKinds = ['requests', 'question', 'reports', 'invitation', 'merge'] as const;

/** Something that waits for an answer. It stays, quietly, when it was read; it goes when it is answered. */
export const AskSchema = Type.Object({
  id: Type.String({ description: 'The same for as long as it is the same thing that waits.' }),
  kind: oneOf(askKinds),
  url: Type.String({ description: 'Where it is answered.' }),
  count: Type.Integer(),
  actor: Nullable(ActorRefSchema),
  place: Nullable(PlaceRefSchema),
  from: Nullable(PlaceRefSchema),
  theme: Nullable(Type.String()),
  post: Nullable(Type.Object({ id: Uuid, title: Nullable(Type.String()), excerpt: Type.String() })),
  at: Moment,
  isNew: Type.Boolean({ description: 'Told of and not read yet.' }),
  notificationIds: Type.Array(Uuid, { description: 'To mark as read, with what is bundled behind them.' }),
});

export const LineSchema = Type.Object({
  ...NotificationSchema.properties,
  answers: Type.Integer({ description: 'New answers in the thread, beside what the line tells.' }),
  notificationIds: Type.Array(Uuid, { description: 'To mark as read, with what is bundled behind them.' }),
});

export const NewInPlaceSchema = Type.Object({
  place: PlaceRefSchema,
  inside: Nullable(PlaceRefSchema),
  unread: Type.Integer({ description: 'As beside the place elsewhere; 99 at most.' }),
  newestPostId: Uuid,
  posts: Type.Array(NewPostSchema, { description: 'The newest, at most three. Without what stands higher up; that counts, though.' }),
});

export const OnSquareSchema = Type.Object({
  id: Uuid,
  at: Moment,
  post: Nullable(NewPostSchema),
  building: Nullable(Type.Object({ ...PlaceRefSchema.properties, summary: Type.String() })),
});

export const TodaySchema = Type.Object({
  upTo: Moment,
  unreadNotifications: Type.Integer(),
  asks: Type.Array(AskSchema),
  forMe: Type.Array(LineSchema),
  threads: Type.Array(LineSchema),
  more: Type.Boolean({ description: 'There are more unread notifications than these; GET /notifications has them all.' }),
  places: Type.Array(NewInPlaceSchema),
  square: Type.Array(OnSquareSchema),
  ahead: Type.Object({
    nextDigestAt: Nullable(Moment),
    timeZone: Type.String({ description: 'IANA zone by which the digest comes.' }),
    isMember: Type.Boolean({ description: 'Of any place.' }),
    toVisit: Type.Array(Type.Object({ ...PlaceRefSchema.properties, summary: Type.String(), memberCount: Type.Integer() })),
  }),
});
export type Today = Static<typeof TodaySchema>;

export const ReadBody = strict({
  upTo: Type.String({ format: 'date-time', maxLength: 40, description: 'The `upTo` of what was shown: what came later stays unread.' }),
  only: Type.Optional(oneOf(['notifications', 'places', 'square'])),
  placeId: Type.Optional(Type.String({ format: 'uuid', description: 'Only this place.' })),
});
export const ReadingSchema = Type.Object({ id: Uuid, undoUntil: Moment, unreadNotifications: Type.Integer() });
export const ById = Type.Object({ id: Uuid });
