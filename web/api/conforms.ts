// SPDX-License-Identifier: EUPL-1.2
// No code: the shapes the pages use are held against those generated from the server's routes. When the
// server's answer changes, the type check fails here.
import type { operations } from './schema.d.ts'
import type {
  AccessChanges,
  Building,
  DeletedBuilding,
  Draft,
  FailedJob,
  Instance,
  Invitation,
  InvitationLookup,
  List,
  MailContent,
  ManagedPerson,
  Me,
  Membership,
  MentionOption,
  NewToken,
  Notification,
  Organisation,
  Person,
  Post,
  QueueState,
  ReactionState,
  Reactor,
  ReadMarker,
  Revision,
  SentMail,
  Session,
  SimilarBuilding,
  TagCount,
  Token,
} from './types.ts'

type Name = keyof operations
/** The body of an operation's good answer. */
type Answer<Operation extends Name> = operations[Operation] extends { responses: infer Responses }
  ? Responses extends { 200: { content: { 'application/json': infer Body } } }
    ? Body
    : Responses extends { 201: { content: { 'application/json': infer Body } } }
      ? Body
      : never
  : never

/** An answer that is not there is `false` too: a route that lost its schema proves nothing. */
type Gives<Operation extends Name, Wanted> = [Answer<Operation>] extends [never] ? false : Answer<Operation> extends Wanted ? true : false
type Holds<Proof extends true> = Proof

/** Written out one by one, so that the compiler names the line that no longer fits. */
export type Conforms = [
  Holds<Gives<'getInstance', Instance>>,
  Holds<Gives<'getMe', Me>>,
  Holds<Gives<'changeMe', Me>>,
  Holds<Gives<'signIn', { account: Me }>>,
  Holds<Gives<'confirmAccount', { account: Me }>>,
  Holds<Gives<'becomeFirstAdministrator', { account: Me }>>,
  Holds<Gives<'listSessions', List<Session>>>,
  Holds<Gives<'listTokens', List<Token>>>,
  Holds<Gives<'createToken', NewToken>>,
  Holds<Gives<'listOrganisations', List<Organisation>>>,
  Holds<Gives<'listBuildings', List<Building>>>,
  Holds<Gives<'getBuilding', Building>>,
  Holds<Gives<'listSimilarBuildings', List<SimilarBuilding>>>,
  Holds<Gives<'previewAccessChange', AccessChanges>>,
  Holds<Gives<'listDeletedBuildings', List<DeletedBuilding>>>,
  Holds<Gives<'listMemberships', List<Membership>>>,
  Holds<Gives<'listInvitations', List<Invitation>>>,
  Holds<Gives<'lookUpInvitation', InvitationLookup>>,
  Holds<Gives<'acceptInvitation', { building: Building }>>,
  Holds<Gives<'listPeople', List<Person>>>,
  Holds<Gives<'getPerson', Person>>,
  Holds<Gives<'getFeed', List<Post>>>,
  Holds<Gives<'listPosts', List<Post>>>,
  Holds<Gives<'getPost', Post>>,
  Holds<Gives<'publishPost', Post>>,
  Holds<Gives<'listReplies', List<Post>>>,
  Holds<Gives<'listRevisions', List<Revision>>>,
  Holds<Gives<'listReactions', List<Reactor>>>,
  Holds<Gives<'react', ReactionState>>,
  Holds<Gives<'getReadMarker', ReadMarker>>,
  Holds<Gives<'listDrafts', List<Draft>>>,
  Holds<Gives<'listMentions', List<MentionOption>>>,
  Holds<Gives<'listTags', List<TagCount>>>,
  Holds<Gives<'listNotifications', List<Notification>>>,
  Holds<Gives<'listAccounts', List<ManagedPerson>>>,
  Holds<Gives<'changeAccount', ManagedPerson>>,
  Holds<Gives<'listMails', List<SentMail>>>,
  Holds<Gives<'getMail', MailContent>>,
  Holds<Gives<'listQueues', List<QueueState>>>,
  Holds<Gives<'listFailedJobs', List<FailedJob>>>,
]
