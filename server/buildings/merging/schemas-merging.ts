// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import type { Member } from '../../platform/db/viewer.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../../platform/http/schemas.ts';
import { PlaceRefSchema } from '../place-ref.ts';
import type { Duplicate } from './duplicates.ts';
import type { MergeRow } from './merge-row.ts';
import { canAgreeToMerge, canEndMerge, canUndoMerge } from './merge-rules.ts';
import { decidingOf, undoableUntil } from './propose-merge.ts';

const yesNo = Type.Boolean();
const slug = Type.String({ maxLength: 200 });
export const ById = Type.Object({ id: Uuid });
export const TwoPlacesQuery = strict({ source: Uuid, target: Uuid });
export const DuplicatesQuery = strict({ building: Type.Optional(Type.String({ maxLength: 200, description: 'The slug of a building, for the groups in it.' })) });
export const BothPlaces = Type.Object({ one: Uuid, other: Uuid });
export const NewMergeBody = strict({ sourceId: Uuid, targetId: Uuid, name: Type.String({ minLength: 1, maxLength: 200, description: 'Of the place that goes, as on the sign over the door: nobody merges the wrong one.' }) });
export const AgreementBody = strict({ name: NewMergeBody.properties.name });
export const ByBuilding = Type.Object({ slug });

export const MergeSchema = Type.Object({
  id: Uuid,
  state: oneOf(['proposed', 'ended', 'moving', 'done', 'undoing', 'undone']),
  source: PlaceRefSchema,
  target: PlaceRefSchema,
  sourceAgreed: yesNo,
  targetAgreed: yesNo,
  proposedByMe: yesNo,
  posts: Type.Integer({ description: 'How many posts and replies there are to move.' }),
  moved: Type.Integer(),
  createdAt: Moment,
  doneAt: Nullable(Moment),
  undoneAt: Nullable(Moment),
  undoUntil: Nullable(Moment),
  can: Type.Object({ agree: yesNo, end: yesNo, undo: yesNo }),
});
export const MergesQuery = strict(pageFields);
export const MergeList = listOf(MergeSchema);

export function toMerge(viewer: Member, merge: MergeRow, now: Date): Static<typeof MergeSchema> {
  const deciding = decidingOf(viewer, merge);
  const until = undoableUntil(merge, now);
  return {
    id: merge.id,
    state: merge.state,
    source: merge.source.ref,
    target: merge.target.ref,
    sourceAgreed: deciding.sourceAgreed,
    targetAgreed: deciding.targetAgreed,
    proposedByMe: deciding.isProposer,
    posts: merge.posts,
    moved: Math.min(merge.moved, merge.posts),
    createdAt: merge.createdAt.toISOString(),
    doneAt: merge.doneAt?.toISOString() ?? null,
    undoneAt: merge.undoneAt?.toISOString() ?? null,
    undoUntil: until?.toISOString() ?? null,
    can: {
      agree: merge.state === 'proposed' && canAgreeToMerge(deciding),
      end: merge.state === 'proposed' && canEndMerge(deciding),
      undo: until !== null && canUndoMerge(deciding),
    },
  };
}

const number = Nullable(Type.Integer({ description: 'Null where one may not know who the members of both are.' }));
export const MergePreviewSchema = Type.Object({
  source: PlaceRefSchema,
  target: PlaceRefSchema,
  posts: Nullable(Type.Integer({ description: 'Null for who does not administer the source: how much is written inside is not theirs to know.' })),
  long: Nullable(Type.Boolean({ description: 'It takes a while, in the background.' })),
  narrowed: oneOf(['nothing', 'public becomes members']),
  newReadersOfSource: number,
  newReadersOfTarget: number,
  sourceMembers: Type.Integer(),
  targetMembers: Type.Integer(),
  targetOpen: yesNo,
  banned: number,
  requests: Type.Integer(),
  groups: Type.Integer(),
  rules: Type.Integer({ description: 'Rules by which people become members, for who administers the source.' }),
  asksSource: yesNo,
  asksTarget: yesNo,
});

const Place = Type.Object({ ...PlaceRefSchema.properties, summary: Type.String(), memberCount: Type.Integer() });
export const DuplicateList = listOf(
  Type.Object({ one: Place, other: Place, score: Type.Number(), sharedWords: Type.Array(Type.String()), sharedTags: Type.Array(Type.String()), sharedMembers: number }),
);

export function toDuplicate({ one, other, score, sharedWords, sharedTags, sharedMembers }: Duplicate): Static<typeof DuplicateList>['items'][number] {
  const place = ({ id, slug: at, name, access, url, summary, memberCount }: Duplicate['one']) => ({ id, slug: at, name, access, url, summary, memberCount });
  return { one: place(one), other: place(other), score, sharedWords, sharedTags, sharedMembers };
}

/** What a place tells of those that went up in it, for 30 days. */
export const MergedHereList = listOf(Type.Object({ name: Type.String(), slug: Type.String(), mergedAt: Moment }));
