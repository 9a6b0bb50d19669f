// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { ActorRefSchema } from '../people/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import type { PlaceForViewer } from './find-place.ts';
import { accesses, PlaceRefSchema } from './place-ref.ts';
import { isActive, membershipStates, roles } from './policy.ts';
import { SLUG_MAX, SLUG_MIN, SLUG_PATTERN } from './slugs.ts';

const nameText = { nl: 'Vul een naam in, met letters en zonder onzichtbare tekens.', en: 'Give a name, in letters and without invisible characters.' };
/** At least one letter or digit; no control, bidirectional or other invisible signs, which make one name pass for another. */
const name = Type.String({
  minLength: 1,
  maxLength: 80,
  pattern: '^(?=[\\s\\S]*[\\p{L}\\p{N}])[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]*$',
  'x-faults': { pattern: nameText },
});
const summary = Type.String({ maxLength: 400 });
const note = Type.String({ maxLength: 500 });
const slugText = { nl: 'Gebruik kleine letters, cijfers en losse streepjes, zoals jeugd-en-gezin.', en: 'Use small letters, digits and single hyphens, such as youth-and-family.' };
const emailText = { nl: 'Vul een e-mailadres in, zoals naam@gemeente.nl.', en: 'Give an e-mail address, such as name@example.nl.' };
/** Without quoted names and bare addresses, as at sign-up. */
const email = Type.String({ maxLength: 254, format: 'email', pattern: '^[^"@]+@[^"@\\[]+$', 'x-faults': { format: emailText, pattern: emailText } });
export const searchText = Type.String({ maxLength: 100 });

/** Whatever stands in an address; what is no slug simply does not exist. */
export const BySlug = Type.Object({ slug: Type.String({ maxLength: 200 }) });
export const BySlugAndId = Type.Object({ slug: Type.String({ maxLength: 200 }), id: Uuid });

const yesNo = Type.Boolean();
const CanSchema = Type.Object({ read: yesNo, post: yesNo, join: yesNo, ask: yesNo, leave: yesNo, invite: yesNo, manageMembers: yesNo, edit: yesNo, delete: yesNo, moderate: yesNo });

export const BuildingSchema = Type.Object({
  ...PlaceRefSchema.properties,
  handle: Type.String(),
  summary: Type.String(),
  memberCount: Type.Integer(),
  postCount: Nullable(Type.Integer({ description: 'Null for those who may not read what is in it.' })),
  myMembership: Nullable(Type.Object({ id: Uuid, role: oneOf(roles), state: oneOf(membershipStates) })),
  createdAt: Moment,
  lastActivityAt: Nullable(Type.String({ format: 'date-time', description: 'Null for those who may not read what is in it.' })),
  isNew: Type.Boolean(),
  can: CanSchema,
});
export type Building = Static<typeof BuildingSchema>;

const NEW_FOR_MS = 14 * 24 * 3_600_000;

export function toBuilding(place: PlaceForViewer, now: Date): Building {
  return {
    id: place.id,
    slug: place.slug,
    name: place.name,
    access: place.access,
    url: place.url,
    handle: place.slug,
    summary: place.summary,
    memberCount: place.memberCount,
    // Counts and moments tell when something was written, so each counts what the viewer may read at least.
    postCount: place.can.read ? (isActive(place.myMembership) ? place.postCount : place.publicPostCount) : null,
    myMembership: place.myMembership,
    createdAt: place.createdAt.toISOString(),
    lastActivityAt: place.can.read ? (isActive(place.myMembership) ? place.lastActivityAt : place.publicActivityAt).toISOString() : null,
    isNew: now.getTime() - place.createdAt.getTime() < NEW_FOR_MS,
    can: place.can,
  };
}

export const sorts = ['activity', 'name', 'members', 'newest'] as const;
export const DirectoryQuery = strict({
  ...pageFields,
  q: Type.Optional(searchText),
  access: Type.Optional(oneOf(accesses)),
  sort: Type.Optional(oneOf(sorts)),
  mine: Type.Optional(Type.Boolean()),
});
export const BuildingList = listOf(BuildingSchema);

export const NewBuildingBody = strict({
  slug: Type.String({ minLength: SLUG_MIN, maxLength: SLUG_MAX, pattern: SLUG_PATTERN, 'x-faults': { pattern: slugText } }),
  name,
  summary: Type.Optional(summary),
  access: oneOf(accesses),
});
export const BuildingChangeBody = strict({ name: Type.Optional(name), summary: Type.Optional(summary), access: Type.Optional(oneOf(accesses)) });

export const SimilarBuildings = listOf(Type.Object({ ...PlaceRefSchema.properties, summary: Type.String(), memberCount: Type.Integer() }));
export const SlugProposal = Type.Object({ slug: Type.String(), free: Type.Literal(true) });

const readers = oneOf(['public', 'members']);
export const AccessPreviewSchema = Type.Object({
  posts: Type.Integer(),
  members: Type.Integer(),
  requests: Type.Integer(),
  requestsBecome: oneOf(['members', 'waiting', 'dropped']),
  readersBefore: readers,
  readersAfter: readers,
  knownToBefore: readers,
  knownToAfter: readers,
  membersShown: Type.Boolean(),
  contentStays: Type.Boolean(),
});

export const DeletedBuildingList = listOf(Type.Object({ ...PlaceRefSchema.properties, deletedAt: Moment, purgeAt: Moment }));

export const MembershipSchema = Type.Object({
  id: Uuid,
  member: ActorRefSchema,
  role: oneOf(roles),
  state: oneOf(membershipStates),
  note: Type.String({ description: 'What somebody wrote when asking; empty for those who do not decide on it.' }),
  createdAt: Moment,
});
export const MembershipList = listOf(MembershipSchema);
export const MembershipQuery = strict({ ...pageFields, state: Type.Optional(oneOf(membershipStates)), role: Type.Optional(oneOf(roles)), q: Type.Optional(searchText) });
export const JoinBody = Nullable(strict({ note: Type.Optional(note) }));
export const JoinedSchema = Type.Object({ id: Uuid, state: oneOf(['active', 'requested']) });
export const MembershipChangeBody = strict({ role: Type.Optional(oneOf(roles)), state: Type.Optional(oneOf(['active', 'banned'])), successor: Type.Optional(Uuid) });
export const SuccessorQuery = strict({ successor: Type.Optional(Uuid) });

export const InvitationSchema = Type.Object({
  id: Uuid,
  email: Nullable(Type.String()),
  role: oneOf(roles),
  uses: Type.Integer(),
  maxUses: Type.Integer(),
  expiresAt: Moment,
  createdAt: Moment,
});
export const InvitationList = listOf(InvitationSchema);
export const MOST_EMAILS = 50;
export const NewInvitationBody = strict({
  emails: Type.Optional(Type.Array(email, { minItems: 1, maxItems: MOST_EMAILS })),
  link: Type.Optional(Type.Literal(true)),
  role: Type.Optional(oneOf(roles)),
  maxUses: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  expiresAt: Type.Optional(Moment),
});
export const InvitationsMade = Type.Union([
  Type.Object({ items: Type.Array(Type.Object({ id: Uuid, email: Type.String(), state: Type.Literal('sent') })) }),
  Type.Object({ id: Uuid, url: Type.String({ description: 'Shown this once.' }) }),
]);
export const TokenBody = strict({ token: Type.String({ minLength: 1, maxLength: 200 }) });
export const InvitationFound = Type.Object({
  building: Type.Object({ name: Type.String(), summary: Type.String() }),
  invitedBy: Nullable(Type.String()),
  email: Nullable(Type.String({ description: 'Only an account with this address can use the invitation.' })),
});
