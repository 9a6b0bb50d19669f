// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { PlaceRefSchema } from '../buildings/public.ts';
import { ActorRefSchema } from '../people/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { PostSchema } from '../posts/public.ts';

export const hitTypes = ['post', 'person', 'building', 'group', 'tag'] as const;
export type HitType = (typeof hitTypes)[number];

export const LONGEST_QUERY = 200;
const slug = Type.String({ maxLength: 200 });
const day = Type.String({ maxLength: 40, format: 'date', description: 'A day: 2026-11-21.' });
const query = Type.String({ maxLength: LONGEST_QUERY, description: 'Words; "in quotes" as a phrase.' });

export const wishFields = {
  type: Type.Optional(oneOf(hitTypes)),
  building: Type.Optional(Type.String({ ...slug, description: 'The slug of a building.' })),
  author: Type.Optional(Type.String({ ...slug, description: 'The handle of a person.' })),
  kind: Type.Optional(PostSchema.properties.kind),
  after: Type.Optional(Type.String({ ...day, description: 'From this day on.' })),
  before: Type.Optional(Type.String({ ...day, description: 'Up to and including this day.' })),
};

export const SearchQuery = strict({ ...pageFields, q: Type.Optional(query), ...wishFields });
export type SearchInput = Static<typeof SearchQuery>;
export const SuggestionQuery = strict({ q: Type.Optional(query) });

const TextParts = Type.Array(Type.Object({ text: Type.String(), hit: Type.Boolean({ description: 'This is what was looked for.' }) }));

export const HitSchema = Type.Object({
  type: oneOf(hitTypes),
  id: Uuid,
  url: Type.String({ description: 'The page, without scheme and host; of a reply its place in the thread.' }),
  title: TextParts,
  snippet: TextParts,
  kind: Nullable(PostSchema.properties.kind),
  isReply: Type.Boolean(),
  author: Nullable(ActorRefSchema),
  person: Nullable(ActorRefSchema),
  building: Nullable(PlaceRefSchema),
  publishedAt: Nullable(Moment),
  count: Nullable(Type.Integer({ description: 'Of a tag: how many posts have it; never more than 101.' })),
});
export type Hit = Static<typeof HitSchema>;

export const SearchAnswer = Type.Object({
  ...listOf(HitSchema).properties,
  facets: Type.Array(Type.Object({ type: oneOf(hitTypes), count: Type.Integer(), more: Type.Boolean({ description: 'There are more than this.' }) })),
  didYouMean: Nullable(Type.String({ description: 'What was found instead of what was typed.' })),
});
export type Answer = Static<typeof SearchAnswer>;

export const NewSavedSearchBody = strict({
  q: Type.String({ minLength: 1, maxLength: LONGEST_QUERY }),
  type: wishFields.type,
  building: wishFields.building,
  author: wishFields.author,
  kind: wishFields.kind,
  name: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_QUERY })),
  notify: Type.Optional(Type.Boolean({ description: 'Tell of what is new; yes unless said otherwise.' })),
});
export const SavedSearchChangeBody = strict({ name: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_QUERY })), notify: Type.Optional(Type.Boolean()) });
export const SavedSearchSchema = Type.Object({
  id: Uuid,
  name: Type.String(),
  q: Type.String(),
  type: Type.Optional(oneOf(hitTypes)),
  building: Type.Optional(Type.String()),
  author: Type.Optional(Type.String()),
  kind: wishFields.kind,
  notify: Type.Boolean(),
  url: Type.String({ description: 'The page that asks it again.' }),
  createdAt: Moment,
});
export type SavedSearch = Static<typeof SavedSearchSchema>;
export const SavedSearchList = listOf(SavedSearchSchema);
export const ById = Type.Object({ id: Uuid });

export const SuggestionList = listOf(Type.Object({ type: oneOf(hitTypes), text: TextParts, url: Type.String(), note: Nullable(Type.String()) }));
