// SPDX-License-Identifier: EUPL-1.2
// The shapes of /api/v1 as the pages use them.

export type Access = 'open' | 'closed' | 'hidden'
export type Role = 'member' | 'moderator' | 'admin'
export type MembershipState = 'active' | 'requested' | 'invited' | 'banned'
export type Audience = 'public' | 'staff' | 'members'
export type PostKind = 'message' | 'article' | 'question'
export type BodyFormat = 'markdown' | 'html'
export type ReactionName = 'like' | 'thanks' | 'agree' | 'idea'
export type Language = 'nl' | 'en'

export type List<T> = { items: T[]; next: string | null }

export type ActorRef = { id: string; handle: string; name: string; organisation: string | null; isResident: boolean; url: string }
export type PlaceRef = { id: string; slug: string; name: string; access: Access; url: string }

export type MyBuilding = PlaceRef & { role: Role; unread: number }
export type Me = {
  id: string
  handle: string
  name: string
  email: string
  locale: Language
  role: 'member' | 'administrator'
  isStaff: boolean
  organisation: { id: string; name: string } | null
  jobTitle: string | null
  about: string | null
  buildings: MyBuilding[]
  unreadNotifications: number
  createdAt: string
  pendingRequests?: number
}

export type DemoSignIn = { label: string; email: string; password: string }
export type Instance = {
  name: string
  tagline: string
  locale: Language
  demo: { signIns: DemoSignIn[] } | null
  residentsMayStartBuildings: boolean
  counts: { buildings: number; people: number; posts: number }
  version: string
}

export type Session = { id: string; current: boolean; userAgent: string; createdAt: string; lastSeenAt: string }
export type Scope = 'read' | 'write' | 'admin'
export type Token = { id: string; name: string; scopes: Scope[]; createdAt: string; lastUsedAt: string | null; expiresAt: string | null }
export type NewToken = Token & { token: string }
export type Organisation = { id: string; name: string; domains: string[]; memberCount: number }

export type BuildingCan = {
  read: boolean
  post: boolean
  join: boolean
  ask: boolean
  leave: boolean
  invite: boolean
  manageMembers: boolean
  edit: boolean
  delete: boolean
  moderate: boolean
}
export type Building = PlaceRef & {
  handle: string
  summary: string
  memberCount: number
  /** null for those who may not read what is in it */
  postCount: number | null
  myMembership: { id: string; role: Role; state: MembershipState } | null
  createdAt: string
  lastActivityAt: string | null
  isNew?: boolean
  can: BuildingCan
}
export type SimilarBuilding = PlaceRef & { summary: string; memberCount: number }
export type Membership = { id: string; member: ActorRef; role: Role; state: MembershipState; note: string | null; createdAt: string }
export type Invitation = { id: string; email: string | null; role: Role; uses: number; maxUses: number | null; expiresAt: string | null; createdAt: string }
export type InvitationLookup = { building: { name: string; summary: string }; invitedBy: string | null; email?: string | null }
export type AccessChanges = { posts: number; members: number; requests: number; requestsBecome: 'members' | 'waiting' | 'dropped'; readersBefore: string; readersAfter: string }
export type DeletedBuilding = PlaceRef & { deletedAt: string; purgeAt: string }

export type Reactions = Partial<Record<ReactionName, number>>
export type ReactionState = { reactions: Reactions; myReactions: ReactionName[] }
export type PostCan = { edit: boolean; delete: boolean; reply: boolean; react: boolean; pin: boolean; bookmark: boolean }
export type Post = ReactionState & {
  id: string
  uri: string
  url: string
  kind: PostKind
  title: string | null
  html: string
  text: string
  /** null on a tombstone */
  author: ActorRef | null
  building: PlaceRef
  group: null
  audience: Audience
  tags: string[]
  publishedAt: string
  editedAt: string | null
  deletedAt: string | null
  replyCount: number
  bookmarked: boolean
  pinned: boolean
  inReplyTo: string | null
  root: string | null
  revisionCount: number
  source?: { body: string; format: BodyFormat }
  can: PostCan
}
export type NewPost = { kind: PostKind; title?: string; body: string; format: BodyFormat; audience: Audience; tags?: string[] }
export type Revision = { id: string; title: string | null; html: string; editedAt: string; editor: ActorRef | null }
export type Reactor = { name: ReactionName; actor: ActorRef }
export type ReadMarker = { postId: string | null; publishedAt: string | null }
export type Draft = {
  id: string
  buildingSlug?: string | null
  /** As the server shows it; what is saved names it by its slug. */
  building?: PlaceRef | null
  inReplyTo?: string | null
  kind: PostKind
  title?: string | null
  body: string
  format: BodyFormat
  audience?: Audience | null
  tags?: string[]
  updatedAt?: string
}
export type MentionOption = { type: 'person' | 'building'; handle: string; name: string; organisation?: string | null }
export type TagCount = { name: string; count: number }

export type Person = ActorRef & {
  jobTitle: string | null
  about: string | null
  joinedAt: string
  buildings: PlaceRef[]
  can: { edit: boolean }
}

export type NotificationKind = 'reply' | 'mention' | 'request' | 'approved' | 'refused' | 'invited' | 'removed' | 'role' | 'successor'
export type Notification = {
  id: string
  kind: NotificationKind
  actor: ActorRef | null
  post: { id: string; url: string; title: string | null; excerpt?: string | null } | null
  building: PlaceRef | null
  /** How many are bundled in this line, and from how many people. */
  count: number
  actorCount: number
  createdAt: string
  readAt: string | null
}

export type QueueState = { name: string; waiting: number; active: number; failed: number; delayed: number; oldestSeconds: number | null }
export type FailedJob = { id: string; name: string; reason: string; attempts: number; failedAt: string | null }
export type SentMail = { id: string; to: string; template: string; subject: string; state: string; createdAt: string; sentAt: string | null; error: string | null }
export type MailContent = SentMail & { text: string | null; html: string | null }
export type ManagedPerson = {
  id: string
  handle: string
  name: string
  email: string
  isStaff: boolean
  role: 'member' | 'administrator'
  organisation: string | null
  createdAt: string
  lastSeenAt: string | null
  suspendedAt: string | null
}
