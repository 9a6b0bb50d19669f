// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { contentAudiences, PlaceRefSchema } from '../buildings/public.ts';
import { ActorRefSchema } from '../people/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { LONGEST_BODY } from './body/read-body.ts';

export const kinds = ['message', 'article', 'question'] as const;
export type PostKind = (typeof kinds)[number];
export const formats = ['markdown', 'html'] as const;
export const reactionNames = ['like', 'thanks', 'agree', 'idea'] as const;
export type ReactionName = (typeof reactionNames)[number];

/** Hidden by a moderator, waiting for one, or hidden together with what it answers: only who moderates reads it then. */
export const withheldStates = ['hidden', 'waiting', 'with-root'] as const;

/** Of a post in a place of another instance: written there, on its way there, taken by its home, or refused. */
export const elsewhereStates = ['kept', 'sent', 'taken', 'refused'] as const;

export const LONGEST_TITLE = 200;
export const MOST_TAGS = 20;

const yesNo = Type.Boolean();
const count = Type.Optional(Type.Integer());
export const ReactionsSchema = Type.Object({ like: count, thanks: count, agree: count, idea: count });
const myReactions = Type.Array(oneOf(reactionNames));

export const PostSchema = Type.Object({
  id: Uuid,
  uri: Type.String(),
  url: Type.String({ description: 'The page, without scheme and host; of a reply its place in the thread.' }),
  kind: oneOf(kinds),
  title: Nullable(Type.String()),
  html: Type.String({ description: 'Sanitised. Empty on a tombstone.' }),
  text: Type.String(),
  author: Nullable(ActorRefSchema),
  building: PlaceRefSchema,
  group: Nullable(PlaceRefSchema),
  audience: oneOf(contentAudiences),
  tags: Type.Array(Type.String()),
  language: Type.String(),
  publishedAt: Moment,
  editedAt: Nullable(Moment),
  deletedAt: Nullable(Moment),
  replyCount: Type.Integer(),
  shareCount: Type.Optional(Type.Integer({ description: 'How often people elsewhere passed it on to those who follow them; left out where nobody did.' })),
  reactions: ReactionsSchema,
  myReactions,
  bookmarked: yesNo,
  pinned: yesNo,
  inReplyTo: Nullable(Uuid),
  root: Nullable(Uuid),
  revisionCount: Type.Integer(),
  withheld: Nullable(oneOf(withheldStates)),
  elsewhere: Nullable(
    Type.Object({
      host: Type.String(),
      url: Nullable(Type.String({ description: 'Its page there.' })),
      state: oneOf(elsewhereStates),
    }, { description: 'Of a post in a place whose home is another instance. What one of ours wrote is sent until its home took it, or refused it.' }),
  ),
  source: Type.Optional(Type.Object({ body: Type.String(), format: oneOf(formats) }, { description: 'What was typed; for its author, on GET of one post.' })),
  can: Type.Object({ edit: yesNo, delete: yesNo, reply: yesNo, react: yesNo, pin: yesNo, bookmark: yesNo }),
});
export type Post = Static<typeof PostSchema>;
export const PostList = listOf(PostSchema);

const body = Type.String({ minLength: 1, maxLength: LONGEST_BODY });
const title = Nullable(Type.String({ maxLength: LONGEST_TITLE }));
const tags = Type.Array(Type.String({ maxLength: 60 }), { maxItems: MOST_TAGS });
const slug = Type.String({ maxLength: 200 });

export const BySlug = Type.Object({ slug });
export const ByGroup = Type.Object({ slug, groupSlug: slug });
export const ById = Type.Object({ id: Uuid });
export const ByIdAndName = Type.Object({ id: Uuid, name: Type.String({ maxLength: 40 }) });

export const PageQuery = strict(pageFields);
const placeFeedFields = { ...pageFields, kind: Type.Optional(oneOf(kinds)), tag: Type.Optional(Type.String({ maxLength: 60 })), pinned: Type.Optional(Type.Boolean()) };
export const PlaceFeedQuery = strict(placeFeedFields);
export const BuildingFeedQuery = strict({ ...placeFeedFields, groupSlug: Type.Optional(slug) });
export const FeedQuery = strict({ ...pageFields, scope: Type.Optional(oneOf(['square', 'mine'])) });

const newPostFields = {
  kind: Type.Optional(oneOf(kinds)),
  title: Type.Optional(title),
  body,
  format: Type.Optional(oneOf(formats)),
  audience: Type.Optional(oneOf(contentAudiences)),
  tags: Type.Optional(tags),
};
export const NewGroupPostBody = strict(newPostFields);
export const NewPostBody = strict({ ...newPostFields, groupSlug: Type.Optional(Nullable(slug)) });
export const NewReplyBody = strict({ body, format: Type.Optional(oneOf(formats)), inReplyTo: Type.Optional(Nullable(Uuid)) });
export const PostChangeBody = strict({ title: Type.Optional(title), body: Type.Optional(body), format: Type.Optional(oneOf(formats)), tags: Type.Optional(tags) });

export const RevisionList = listOf(Type.Object({ id: Uuid, title: Nullable(Type.String()), html: Type.String(), editedAt: Type.String({ format: 'date-time', description: 'When this version was written.' }), editor: Nullable(ActorRefSchema) }));

export const ReactionState = Type.Object({ reactions: ReactionsSchema, myReactions });
export const ReactorList = listOf(Type.Object({ name: oneOf(reactionNames), actor: ActorRefSchema }));

export const PreviewBody = strict({ body: Type.String({ maxLength: LONGEST_BODY }), format: Type.Optional(oneOf(formats)) });
export const Preview = Type.Object({ html: Type.String() });

export const TagQuery = strict({ q: Type.Optional(Type.String({ maxLength: 60 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })) });
export const TagList = listOf(Type.Object({ name: Type.String(), count: Type.Integer() }));
export const ByTag = Type.Object({ tag: Type.String({ maxLength: 200 }) });

export const MentionQuery = strict({ q: Type.Optional(Type.String({ maxLength: 60 })), building: Type.Optional(slug), group: Type.Optional(slug) });
export const MentionList = listOf(Type.Object({ type: oneOf(['person', 'building']), handle: Type.String(), name: Type.String(), organisation: Type.Optional(Nullable(Type.String())), isGuest: Type.Optional(Type.Boolean({ description: 'Of no organisation that takes part, in a place that is not open.' })) }));

export const DraftBody = strict({
  buildingSlug: Type.Optional(Nullable(slug)),
  groupSlug: Type.Optional(Nullable(slug)),
  inReplyTo: Type.Optional(Nullable(Uuid)),
  kind: oneOf(kinds),
  title: Type.Optional(title),
  body: Type.String({ maxLength: LONGEST_BODY }),
  format: oneOf(formats),
  audience: Type.Optional(Nullable(oneOf(contentAudiences))),
  tags: Type.Optional(tags),
  updatedAt: Type.Optional(Type.String({ format: 'date-time', description: 'Not taken: the server keeps the time.' })),
});
export type DraftInput = Static<typeof DraftBody>;
export const DraftSchema = Type.Object({
  id: Uuid,
  buildingSlug: Nullable(Type.String()),
  building: Nullable(PlaceRefSchema),
  groupSlug: Nullable(Type.String()),
  group: Nullable(PlaceRefSchema),
  inReplyTo: Nullable(Uuid),
  kind: oneOf(kinds),
  title: Type.String(),
  body: Type.String(),
  format: oneOf(formats),
  audience: Nullable(oneOf(contentAudiences)),
  tags: Type.Array(Type.String()),
  updatedAt: Moment,
});
export type Draft = Static<typeof DraftSchema>;
export const DraftList = listOf(DraftSchema);

export const ByScope = Type.Object({ scope: Type.String({ maxLength: 420, description: 'square, mine, building:{slug} or group:{slug}/{groupSlug}' }) });
export const ReadMarkerBody = strict({ postId: Uuid, publishedAt: Type.Optional(Moment) });
/** Nulls for a feed that one did not read yet. */
export const ReadMarker = Type.Object({ postId: Type.Union([Uuid, Type.Null()]), publishedAt: Type.Union([Moment, Type.Null()]) });
