// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../../server/platform/http/schemas.ts';

const HostField = Type.String({ minLength: 1, maxLength: 300 });
export const ByHost = Type.Object({ host: HostField });

export const relations = ['neighbour', 'known', 'blocked'] as const;
/** Unused: nothing was ever sent. Down: it did not answer, and is tried again. Parked: it did not answer for so long that it is left until it speaks. */
export const deliveryStates = ['unused', 'fine', 'busy', 'down', 'parked'] as const;

export const InstanceSchema = Type.Object({
  host: Type.String(),
  name: Type.String(),
  software: Type.String(),
  relation: oneOf(relations),
  neighbourSince: Nullable(Moment),
  namesUs: Type.Boolean({ description: 'It named us as a neighbour too.' }),
  keepsClosedPlaces: Type.Boolean({ description: 'It declares that it keeps what is not public away from everybody but members.' }),
  sharesQuestions: Type.Boolean({ description: 'Questions to portfolios may be put to it.' }),
  takesQuestions: Type.Boolean({ description: 'It puts questions of ours to its people.' }),
  block: Nullable(Type.Object({ domain: Type.String(), reason: Type.String(), since: Moment })),
  membersHere: Type.Integer({ description: 'Memberships of its people in places here.' }),
  membersThere: Type.Integer({ description: 'Memberships of our people in its places.' }),
  listedAt: Nullable(Type.String({ format: 'date-time', description: 'When its open buildings were last fetched.' })),
  listFault: Type.String({ description: 'Why they could not be fetched since; empty where they could.' }),
  delivery: Type.Object({
    state: oneOf(deliveryStates),
    backlog: Type.Integer(),
    dropped: Type.Integer({ description: 'Given up for good, since ever.' }),
    lastSuccessAt: Nullable(Moment),
    lastErrorAt: Nullable(Moment),
    lastError: Type.String(),
    nextTryAt: Nullable(Moment),
  }),
});
export type InstanceFacts = Static<typeof InstanceSchema>;
export const InstanceList = listOf(InstanceSchema);
export const InstanceQuery = strict({ ...pageFields, relation: Type.Optional(oneOf(relations)), q: Type.Optional(Type.String({ maxLength: 100 })) });
export const InstanceBody = strict({
  relation: oneOf(relations),
  reason: Type.Optional(Type.String({ maxLength: 500, description: 'Of a block: why. For administrators.' })),
  sharesQuestions: Type.Optional(Type.Boolean({ description: 'Of a neighbour: questions to portfolios may be put to it, and its questions to people here.' })),
});

export const KeyList = Type.Object({
  items: Type.Array(
    Type.Object({ id: Uuid, kind: oneOf(['rsa', 'ed25519']), fingerprint: Type.String({ description: 'SHA-256 of the public key as it is published, in hexadecimal.' }), createdAt: Moment, retiredAt: Nullable(Moment) }),
  ),
});

/** Not reached yet, reached, or not at the last time. */
export const neighbourStates = ['waiting', 'open', 'down'] as const;
export const NeighbourSchema = Type.Object({
  host: Type.String(),
  name: Type.String(),
  url: Type.String(),
  state: oneOf(neighbourStates),
  sharesQuestions: Type.Boolean({ description: 'Both sides put questions to portfolios to each other.' }),
  buildings: Type.Array(Type.Object({ handle: Type.String({ description: 'With `@host`.' }), name: Type.String(), summary: Type.String(), memberCount: Type.Integer(), url: Type.String({ description: 'Its page here, which looks it up for who is signed in.' }), homeUrl: Type.String() })),
});
export const NeighbourList = listOf(NeighbourSchema);

export const LookupBody = strict({ address: Type.String({ minLength: 1, maxLength: 500, description: 'As `@name@host`, `name@host`, or the address of a page or an actor.' }) });
export const AskBody = strict({ ...LookupBody.properties, note: Type.Optional(Type.String({ maxLength: 500, description: 'For who answers the request.' })) });
export const Asked = Type.Object({ asked: Type.Literal(true, { description: 'Also where there is no such place: that is not told.' }) });
const TurnedUsAwayAt = Nullable(Type.String({ format: 'date-time', description: 'Of a place: when its home said that it lets nobody of this instance in.' }));
export const FoundPlace = Type.Object({
  slug: Type.String({ description: 'With `@host`; what the routes of buildings take.' }),
  name: Type.String(),
  summary: Type.String(),
  host: Type.String(),
  hostName: Type.String(),
  access: oneOf(['open', 'closed', 'hidden']),
  memberCount: Type.Integer(),
  url: Type.String({ description: 'The page here.' }),
  homeUrl: Nullable(Type.String()),
  myMembership: Nullable(Type.Object({ id: Uuid, state: oneOf(['active', 'requested', 'invited', 'banned']) })),
  turnedUsAwayAt: TurnedUsAwayAt,
  can: Type.Object({ join: Type.Boolean(), ask: Type.Boolean() }),
});

export const ActorHome = Type.Object({
  host: Type.String(),
  hostName: Type.String(),
  url: Nullable(Type.String({ description: 'The page at home.' })),
  isNeighbour: Type.Boolean(),
  state: oneOf(['fine', 'down', 'gone', 'blocked']),
  turnedUsAwayAt: TurnedUsAwayAt,
});

export const ThreadState = Type.Object({
  host: Type.String(),
  hostName: Type.String(),
  url: Nullable(Type.String()),
  loaded: Type.Integer(),
  total: Nullable(Type.Integer({ description: 'How many answers its home says that there are; null where it does not say.' })),
  fetchedAt: Nullable(Moment),
});

export const AllowedInstances = listOf(
  Type.Object({ host: Type.String(), name: Type.String(), keepsClosedPlaces: Type.Boolean(), members: Type.Integer({ description: 'Memberships of its people in this place.' }), addedAt: Moment }),
);
