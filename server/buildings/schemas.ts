// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { ActorRefSchema, workRoles } from '../people/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import type { PlaceForViewer } from './find-place.ts';
import { accesses, PlaceRefSchema, refOf } from './place-ref.ts';
import { isActive, membershipStates, roles } from './policy.ts';
import { groupHandle, SLUG_MAX, SLUG_MIN, SLUG_PATTERN } from './slugs.ts';

const nameText = { nl: 'Vul een naam in, met letters en zonder onzichtbare tekens.', en: 'Give a name, in letters and without invisible characters.' };
/** At least one letter or digit; no control, bidirectional or other invisible signs, which make one name pass for another. */
const namePattern = '^(?=[\\s\\S]*[\\p{L}\\p{N}])[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]*$';
const name = Type.String({ minLength: 1, maxLength: 80, pattern: namePattern, 'x-faults': { pattern: nameText } });
const summary = Type.String({ maxLength: 400 });
const note = Type.String({ maxLength: 500 });
/** One line of words: nothing invisible. */
const plainPattern = '^[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]*$';
const slugText = { nl: 'Gebruik kleine letters, cijfers en losse streepjes, zoals jeugd-en-gezin.', en: 'Use small letters, digits and single hyphens, such as youth-and-family.' };
const emailText = { nl: 'Vul een e-mailadres in, zoals naam@gemeente.nl.', en: 'Give an e-mail address, such as name@example.nl.' };
/** Without quoted names and bare addresses, as at sign-up. */
const email = Type.String({ maxLength: 254, format: 'email', pattern: '^[^"@]+@[^"@\\[]+$', 'x-faults': { format: emailText, pattern: emailText } });
export const searchText = Type.String({ maxLength: 100 });

/** Whatever stands in an address; what is no slug simply does not exist. */
export const BySlug = Type.Object({ slug: Type.String({ maxLength: 200 }) });
export const BySlugAndId = Type.Object({ slug: Type.String({ maxLength: 200 }), id: Uuid });
export const ByGroup = Type.Object({ slug: Type.String({ maxLength: 200 }), groupSlug: Type.String({ maxLength: 200 }) });
export const ByGroupAndId = Type.Object({ ...ByGroup.properties, id: Uuid });

const yesNo = Type.Boolean();
const CanSchema = Type.Object({ read: yesNo, post: yesNo, join: yesNo, ask: yesNo, leave: yesNo, invite: yesNo, manageMembers: yesNo, edit: yesNo, delete: yesNo, moderate: yesNo, startGroup: yesNo });

export const BuildingSchema = Type.Object({
  ...PlaceRefSchema.properties,
  handle: Type.String(),
  host: Nullable(Type.String({ description: 'Of a place whose home is another instance: which.' })),
  summary: Type.String(),
  memberCount: Type.Integer(),
  guestsWelcome: Type.Boolean({ description: 'Whether people of no organisation that takes part may come in.' }),
  guestCount: Nullable(Type.Integer({ description: 'How many such people are in; null for who is no member, where everybody reads anyway, and in the directory.' })),
  postCount: Nullable(Type.Integer({ description: 'Null for those who may not read what is in it.' })),
  myMembership: Nullable(Type.Object({ id: Uuid, role: oneOf(roles), state: oneOf(membershipStates) })),
  createdAt: Moment,
  lastActivityAt: Nullable(Type.String({ format: 'date-time', description: 'Null for those who may not read what is in it.' })),
  isNew: Type.Boolean(),
  can: CanSchema,
});
export type Building = Static<typeof BuildingSchema>;

export const GroupSchema = Type.Object({
  ...BuildingSchema.properties,
  building: PlaceRefSchema,
  membersMayJoin: Type.Boolean({ description: 'Of a closed group: the members of its building come in at once.' }),
});
export type Group = Static<typeof GroupSchema>;

const NEW_FOR_MS = 14 * 24 * 3_600_000;

export function toBuilding(place: PlaceForViewer, now: Date): Building {
  return {
    id: place.id,
    slug: place.slug,
    name: place.name,
    access: place.access,
    url: place.url,
    handle: place.building === null ? place.slug : groupHandle(place.building.slug, place.slug),
    host: place.host,
    summary: place.summary,
    memberCount: place.memberCount,
    guestsWelcome: place.guestsWelcome,
    guestCount: place.guestCount,
    // Counts and moments tell when something was written, so each counts what the viewer may read at least.
    postCount: place.can.read ? (isActive(place.myMembership) ? place.postCount : place.publicPostCount) : null,
    myMembership: place.myMembership,
    createdAt: place.createdAt.toISOString(),
    lastActivityAt: place.can.read ? (isActive(place.myMembership) ? place.lastActivityAt : place.publicActivityAt).toISOString() : null,
    isNew: now.getTime() - place.createdAt.getTime() < NEW_FOR_MS,
    can: place.can,
  };
}

/** @param place a group */
export function toGroup(place: PlaceForViewer, now: Date): Group {
  if (place.building === null) throw new Error('this place is a building');
  const { id, slug, name, access, url } = place.building;
  return { ...toBuilding(place, now), building: { id, slug, name, access, url }, membersMayJoin: place.membersMayJoin };
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
export const BuildingChangeBody = strict({ name: Type.Optional(name), summary: Type.Optional(summary), access: Type.Optional(oneOf(accesses)), guestsWelcome: Type.Optional(Type.Boolean()) });

export const GroupList = listOf(GroupSchema);
const membersMayJoin = Type.Optional(Type.Boolean());
const groupNameText = { nl: 'Vul een naam in, met letters en zonder onzichtbare tekens, en zonder | of ;.', en: 'Give a name, in letters and without invisible characters, and without | or ;.' };
/** Lists of members hold several names in one cell, with these signs between them. */
const groupName = Type.String({ minLength: 1, maxLength: 80, pattern: namePattern.replace('[^', '[^|;'), 'x-faults': { pattern: groupNameText } });
export const NewGroupBody = strict({ ...NewBuildingBody.properties, name: groupName, membersMayJoin });
export const GroupChangeBody = strict({ ...BuildingChangeBody.properties, name: Type.Optional(groupName), membersMayJoin });

const traits = { organisationId: Type.Optional(Uuid), workRole: Type.Optional(oneOf(workRoles)), themeId: Type.Optional(Uuid) };
export const NewRuleBody = strict(traits);
const named = Nullable(Type.Object({ id: Uuid, name: Type.String() }));
export const MembershipRuleSchema = Type.Object({ id: Uuid, people: Type.Integer({ description: 'Whom it fits now, as far as you may see: who is in, or comes in by it' }), organisation: named, workRole: Nullable(oneOf(workRoles)), theme: named, createdAt: Moment });
export const RuleReach = Type.Object({ people: MembershipRuleSchema.properties.people });
export const MembershipRuleList = listOf(MembershipRuleSchema);

export const SimilarQuery = strict({ name: searchText, summary: Type.Optional(summary) });
export const SimilarBuildings = listOf(
  Type.Object({
    ...PlaceRefSchema.properties,
    summary: Type.String(),
    memberCount: Type.Integer(),
    building: Nullable(PlaceRefSchema),
    myMembership: Nullable(Type.Object({ state: oneOf(membershipStates) })),
    can: Type.Object({ join: yesNo, ask: yesNo }, { description: 'What one press does right there.' }),
  }),
);

export function toSimilar({ id, slug, name, access, url, summary, memberCount, building, myMembership, can }: PlaceForViewer): Static<typeof SimilarBuildings>['items'][number] {
  return { id, slug, name, access, url, summary, memberCount, building: building === null ? null : refOf(building), myMembership: myMembership === null ? null : { state: myMembership.state }, can: { join: can.join, ask: can.ask } };
}
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
  groups: Type.Integer({ description: 'Groups of the building that close, or become known to others, along with it.' }),
  contentStays: Type.Boolean(),
});

export const DeletedBuildingList = listOf(Type.Object({ ...PlaceRefSchema.properties, deletedAt: Moment, purgeAt: Moment }));

export const ways = ['unknown', 'founding', 'door', 'request', 'mail', 'link', 'import', 'rule'] as const;
export type Way = (typeof ways)[number];

export const MembershipSchema = Type.Object({
  id: Uuid,
  member: ActorRefSchema,
  role: oneOf(roles),
  state: oneOf(membershipStates),
  note: Type.String({ description: 'What somebody wrote when asking; empty for those who do not decide on it.' }),
  isGuest: Type.Boolean({ description: 'In a place that is not open: of no organisation that takes part.' }),
  email: Nullable(Type.String({ description: 'For the admins of the place only.' })),
  joinedThrough: Nullable(Type.Object({ way: oneOf(ways), source: Type.String() }, { description: 'How they came in; for those who manage.' })),
  createdAt: Moment,
});
export const MembershipList = listOf(MembershipSchema);
export const memberSorts = ['role', 'name', 'newest', 'oldest'] as const;
const members = Type.Integer({ description: 'As far as the viewer may see.' });
export const MembershipFacets = Type.Object({
  total: members,
  guests: Type.Integer({ description: 'Of no organisation that takes part.' }),
  organisations: Type.Array(Type.Object({ id: Uuid, name: Type.String(), count: members })),
  groups: Type.Array(Type.Object({ slug: Type.String(), name: Type.String(), count: members })),
});
export const memberFilters = {
  state: Type.Optional(oneOf(membershipStates)),
  role: Type.Optional(oneOf(roles)),
  guest: Type.Optional(Type.Boolean({ description: 'Only guests, or only those who are none.' })),
  organisation: Type.Optional(Uuid),
  group: Type.Optional(Type.String({ maxLength: 200, description: 'Slug of a group of the building.' })),
  source: Type.Optional(Type.Union([oneOf(ways), Uuid], { description: 'How they came in, or the id of the invitation they came in with; for those who manage.' })),
  q: Type.Optional(searchText),
};
export const MembershipQuery = strict({ ...pageFields, ...memberFilters, sort: Type.Optional(oneOf(memberSorts)) });

export const MyRequestSchema = Type.Object({
  asked: Nullable(Type.Object({ id: Uuid, note: Type.String(), askedAt: Moment })),
  answer: Nullable(Type.Object({ outcome: oneOf(['approved', 'refused']), word: Type.String(), answeredAt: Moment, mayAskAgainAt: Nullable(Moment) })),
});
export const AnsweredRequestSchema = Type.Object({
  id: Uuid,
  member: Nullable(ActorRefSchema),
  outcome: oneOf(['approved', 'refused']),
  note: Type.String(),
  word: Type.String(),
  askedAt: Moment,
  answeredAt: Moment,
  answeredBy: Nullable(ActorRefSchema),
});
export const AnsweredRequestList = listOf(AnsweredRequestSchema);

export const SourceList = Type.Object({
  items: Type.Array(
    Type.Object({
      way: oneOf(ways),
      invitation: Nullable(Type.Object({ id: Uuid, source: Type.String(), uses: Type.Integer(), maxUses: Type.Integer(), expiresAt: Moment, open: Type.Boolean() }, { description: 'Of a link.' })),
      members: Type.Integer({ description: 'Who came in this way and is still a member.' }),
    }),
    { maxItems: 300 },
  ),
});
export const LinkSchema = Type.Object({ url: Type.String(), source: Type.String(), expiresAt: Moment, building: Type.Object({ name: Type.String(), slug: Type.String(), access: oneOf(accesses) }) });
export const ResentSchema = Type.Object({ id: Uuid, sentAt: Moment });
export const JoinBody = Nullable(strict({ note: Type.Optional(note) }));
export const JoinedSchema = Type.Object({ id: Uuid, state: oneOf(['active', 'requested']) });
export const MembershipChangeBody = strict({ role: Type.Optional(oneOf(roles)), state: Type.Optional(oneOf(['active', 'banned'])), successor: Type.Optional(Uuid), word: Type.Optional(note) });
export const AnswerBody = strict({ outcome: oneOf(['approved', 'refused']), word: Type.Optional(note) });
export const SuccessorQuery = strict({ successor: Type.Optional(Uuid) });

export const InvitationSchema = Type.Object({
  id: Uuid,
  email: Nullable(Type.String()),
  name: Type.String({ description: 'As a list of people gave it.' }),
  source: Type.String({ description: 'Of a link: where it hangs.' }),
  sentAt: Nullable(Type.String({ format: 'date-time', description: 'Of a mail: when it last went.' })),
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
  source: Type.Optional(Type.String({ maxLength: 80, pattern: plainPattern, description: 'Where the link hangs: "Newsletter". Members are counted by it.' })),
  expiresAt: Type.Optional(Moment),
});
export const InvitationsMade = Type.Union([
  Type.Object({ items: Type.Array(Type.Object({ id: Uuid, email: Type.String(), state: Type.Literal('sent') })) }),
  Type.Object({ id: Uuid, url: Type.String() }),
]);
export const TokenBody = strict({ token: Type.String({ minLength: 1, maxLength: 200 }) });
export const InvitationFound = Type.Object({
  building: Type.Object({ name: Type.String(), summary: Type.String() }),
  invitedBy: Nullable(Type.String()),
  email: Nullable(Type.String({ description: 'Only an account with this address can use the invitation.' })),
});
