// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { PlaceRefSchema } from '../buildings/public.ts';
import { ActorRefSchema } from '../people/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { withheldStates } from '../posts/public.ts';
import { actions, caseKinds, decisionActions, LONGEST_TERM_DAYS, reasons, subjectKinds } from './words.ts';

/** Lines may break; nothing else invisible. */
const prose = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength, pattern: '^(?:[^\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]|[\\n\\r\\t])*$' });
/** It stands in the mail to an address that nobody has confirmed: no addresses of pages, as at sign-up. */
const guestName = Type.String({
  maxLength: 100,
  pattern: '^(?![\\s\\S]*(?:://|[wW]{3}\\.))[^\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]*$',
  'x-faults': { pattern: { nl: 'Vul een naam in, zonder webadres en zonder onzichtbare tekens.', en: 'Give a name, without a web address and without invisible characters.' } },
});
const slug = Type.String({ maxLength: 200 });
const yesNo = Type.Boolean();

export const NewReportBody = strict({
  postId: Type.Optional(Uuid),
  personId: Type.Optional(Uuid),
  placeId: Type.Optional(Type.String({ format: 'uuid', description: 'The place that is reported; with `personId` the place where it happened.' })),
  reason: oneOf(reasons),
  note: Type.Optional(prose(2_000)),
  tellHome: Type.Optional(Type.Boolean({ description: 'Of what came from another instance: report it there too, in the name of this instance and without yours. For who is signed in.' })),
  name: Type.Optional(guestName),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 254, description: 'Of a guest, to hear what came of it. Without one nobody can tell them.' })),
});
export const ReportMade = Type.Object({ id: Uuid });

export const MyReportList = listOf(Type.Object({ id: Uuid, reason: oneOf(reasons), note: Type.String(), outcome: Nullable(oneOf(['acted', 'dismissed'])), createdAt: Moment, answeredAt: Nullable(Moment) }));

export const QueueQuery = strict({
  ...pageFields,
  place: Type.Optional(slug),
  group: Type.Optional(Type.String({ maxLength: 200, description: 'With `place`, its building: of this group only.' })),
  scope: Type.Optional(oneOf(['instance'])),
  state: Type.Optional(oneOf(['open', 'closed'])),
});

const earlier = Type.Object({ action: oneOf(decisionActions), reason: Type.String(), decidedAt: Moment, until: Nullable(Moment), overturned: yesNo });

export const CaseSchema = Type.Object({
  id: Uuid,
  kind: oneOf(caseKinds),
  state: oneOf(['open', 'closed']),
  openedAt: Moment,
  closedAt: Nullable(Moment),
  escalatedAt: Nullable(Moment),
  escalatedWhy: Nullable(oneOf(['late', 'own-moderator'])),
  place: Nullable(PlaceRefSchema),
  subject: Type.Object({
    kind: oneOf(subjectKinds),
    person: Nullable(ActorRefSchema),
    post: Nullable(Type.Object({ id: Uuid, url: Type.String(), title: Nullable(Type.String()), excerpt: Type.String(), publishedAt: Moment, withheld: Nullable(oneOf(withheldStates)) })),
    building: Nullable(PlaceRefSchema),
  }),
  reportCount: Type.Integer(),
  reports: Type.Array(
    Type.Object({
      id: Uuid,
      reason: oneOf(reasons),
      note: Type.String(),
      reporter: Nullable(ActorRefSchema),
      guest: Nullable(Type.String()),
      earlier: Type.Integer({ description: 'How often this person reported something here before.' }),
      earlierRight: Type.Integer({ description: 'After how many of those something was done.' }),
      createdAt: Moment,
    }),
  ),
  earlier: Type.Array(earlier),
  appeal: Nullable(Type.Object({ note: Type.String(), decision: Type.Object({ action: oneOf(decisionActions), reason: Type.String(), excerpt: Type.String(), decidedAt: Moment }) })),
  can: Type.Object({ act: Type.Array(oneOf(actions)), readContent: yesNo }),
});
export const CaseList = listOf(CaseSchema);

export const DecisionBody = strict({
  action: oneOf(actions),
  reason: Type.Optional(prose(4_000)),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: LONGEST_TERM_DAYS, description: 'How long a suspension or a ban lasts.' })),
});

export const PutOutBody = strict({ reason: prose(4_000), days: Type.Optional(DecisionBody.properties.days) });

export const EscalatedContent = Type.Object({ title: Nullable(Type.String()), html: Type.String(), text: Type.String() });

export const LogQuery = strict({ ...pageFields, place: Type.Optional(slug), group: Type.Optional(slug) });
export const LogExportQuery = strict({ place: Type.Optional(slug), group: Type.Optional(slug) });
export const LogList = listOf(
  Type.Object({
    id: Uuid,
    at: Moment,
    act: Type.String(),
    by: Nullable(ActorRefSchema),
    person: Nullable(ActorRefSchema),
    place: Nullable(PlaceRefSchema),
    subject: Type.Object({ kind: oneOf(subjectKinds), id: Nullable(Uuid) }),
    reason: Type.String(),
  }),
);

export const ById = Type.Object({ id: Uuid });
export const ByHandle = Type.Object({ handle: Type.String({ minLength: 1, maxLength: 100 }) });
export const PageQuery = strict(pageFields);

export const HouseRulesSchema = Type.Object({
  version: Type.Integer({ description: '0 while there are none.' }),
  source: Type.String(),
  html: Type.String({ description: 'Sanitised.' }),
  writtenAt: Nullable(Moment),
  newcomer: Type.Boolean({ description: 'Who asks is a member who has hardly written here yet.' }),
  can: Type.Object({ edit: yesNo }),
});
export const HouseRulesBody = strict({ source: prose(10_000), basedOn: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'The version that was edited.' })) });

export const MyDecisionList = listOf(
  Type.Object({
    id: Uuid,
    action: oneOf(decisionActions),
    ground: Nullable(oneOf(reasons)),
    reason: Type.String(),
    place: Nullable(PlaceRefSchema),
    subject: Type.Object({ kind: oneOf(subjectKinds), excerpt: Type.String() }),
    until: Nullable(Moment),
    decidedAt: Moment,
    endedAt: Nullable(Moment),
    overturned: yesNo,
    appealUntil: Moment,
    appeal: Nullable(Type.Object({ note: Type.String(), state: oneOf(['open', 'upheld', 'overturned']), answer: Nullable(Type.String()), decidedAt: Nullable(Moment) })),
    can: Type.Object({ appeal: yesNo }),
  }),
);
export const AppealBody = strict({ note: prose(4_000, 1) });

export const HeldPostList = listOf(Type.Object({ id: Uuid, title: Nullable(Type.String()), html: Type.String(), withheld: oneOf(['hidden', 'waiting']), withheldAt: Moment, place: Nullable(PlaceRefSchema) }));
