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

export type ActorRef = { id: string; handle: string; name: string; organisation: string | null; isResident: boolean; url: string; photo: Photo | null }
export type PlaceRef = { id: string; slug: string; name: string; access: Access; url: string }

export type MyPlace = PlaceRef & { role: Role; unread: number; guestCount: number | null }
export type MyBuilding = MyPlace & { groups: MyPlace[] }
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
  photo?: string | null
  welcomed?: boolean
  buildings: MyBuilding[]
  unreadNotifications: number
  mailPaused?: { reason: 'bounced' | 'complained'; since: string } | null
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
  neighbours: { host: string; name: string }[]
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
  startGroup: boolean
}
export type Building = PlaceRef & {
  handle: string
  /** Of a place whose home is another instance: which. */
  host: string | null
  summary: string
  memberCount: number
  guestsWelcome: boolean
  /** Of no organisation that takes part; null for who is no member, and where everybody reads anyway. */
  guestCount: number | null
  /** null for those who may not read what is in it */
  postCount: number | null
  myMembership: { id: string; role: Role; state: MembershipState } | null
  createdAt: string
  lastActivityAt: string | null
  isNew?: boolean
  can: BuildingCan
}
export type Group = Building & {
  building: PlaceRef
  /** The members of its building come in at once. */
  membersMayJoin: boolean
}
export type SimilarBuilding = PlaceRef & { summary: string; memberCount: number; building: PlaceRef | null; myMembership: { state: MembershipState } | null; can: { join: boolean; ask: boolean } }
export type Way = 'unknown' | 'founding' | 'door' | 'request' | 'mail' | 'link' | 'import' | 'rule'
export type Membership = {
  id: string
  member: ActorRef
  role: Role
  state: MembershipState
  note: string | null
  isGuest: boolean
  /** For admins of the place. */
  email: string | null
  /** For those who manage. */
  joinedThrough: { way: Way; source: string } | null
  createdAt: string
}
export type MembershipFacets = { total: number; guests: number; organisations: { id: string; name: string; count: number }[]; groups: { slug: string; name: string; count: number }[] }
export type MyRequest = {
  asked: { id: string; note: string; askedAt: string } | null
  answer: { outcome: 'approved' | 'refused'; word: string; answeredAt: string; mayAskAgainAt: string | null } | null
}
export type AnsweredRequest = { id: string; member: ActorRef | null; outcome: 'approved' | 'refused'; note: string; word: string; askedAt: string; answeredAt: string; answeredBy: ActorRef | null }
export type Source = { way: Way; invitation: { id: string; source: string; uses: number; maxUses: number; expiresAt: string; open: boolean } | null; members: number }
export type InvitationLink = { url: string; source: string; expiresAt: string; building: { name: string; slug: string; access: Access } }
export type ImportFault = { field: 'line' | 'email' | 'name' | 'role' | 'groups'; message: string }
export type ImportOutcome = 'waiting' | 'added' | 'extended' | 'invited' | 'already' | 'faulty'
export type ImportLine = { line: number; email: string; name: string; role: string; groups: string; outcome: ImportOutcome; faults: ImportFault[] }
export type ImportCounts = { added: number; extended: number; invited: number; already: number; faulty: number }
export type Import = { id: string; state: 'running' | 'done'; total: number; done: number; counts: ImportCounts; changes: number; createGroups: boolean; createdAt: string; finishedAt: string | null }
export type PreviewOutcome = 'in' | 'extended' | 'already' | 'faulty'
export type ImportPreview = {
  items: (Omit<ImportLine, 'outcome'> & { outcome: PreviewOutcome })[]
  total: number
  counts: { in: number; extended: number; already: number; faulty: number }
  missingGroups: string[]
  mayCreateGroups: boolean
}
export type Invitation = { id: string; email: string | null; name: string; source: string; sentAt: string | null; role: Role; uses: number; maxUses: number | null; expiresAt: string | null; createdAt: string }
export type InvitationLookup = { building: { name: string; summary: string }; invitedBy: string | null; email?: string | null }
export type AccessChanges = { posts: number; members: number; requests: number; requestsBecome: 'members' | 'waiting' | 'dropped'; groups: number; readersBefore: string; readersAfter: string }
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
  group: PlaceRef | null
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
  /** Hidden or waiting: read by moderators, and by its author in the answer to publishing it. */
  withheld: 'hidden' | 'waiting' | 'with-root' | null
  /** Of a post in a place of another instance. */
  elsewhere: { host: string; url: string | null; state: 'kept' | 'sent' | 'taken' | 'refused' } | null
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
  groupSlug?: string | null
  group?: PlaceRef | null
  inReplyTo?: string | null
  kind: PostKind
  title?: string | null
  body: string
  format: BodyFormat
  audience?: Audience | null
  tags?: string[]
  updatedAt?: string
}
export type MentionOption = { type: 'person' | 'building'; handle: string; name: string; organisation?: string | null; isGuest?: boolean }
export type TagCount = { name: string; count: number }

export type ThemeRef = { id: string; slug: string; name: string }
export type Theme = ThemeRef & { synonyms: string[]; url: string }
export type ThemePage = Theme & { peopleCount: number }
export type ThemeInUse = Theme & { portfolioCount: number; expertiseCount: number }
export type ThemePair = { first: ThemePage; second: ThemePage; likeness: number }
export type Photo = { small: string; large: string }
export type WorkRole = 'raadslid' | 'wethouder' | 'burgemeester' | 'griffier' | 'ambtenaar' | 'bestuurder' | 'inwoner' | 'anders'
export type Level = 'public' | 'staff' | 'places' | 'nobody'
export type SharedField = 'photo' | 'jobTitle' | 'workRole' | 'portfolio' | 'expertise' | 'about' | 'region' | 'languages' | 'email' | 'phone' | 'links'
export type OwnProfile = {
  name: string
  jobTitle: string | null
  about: string | null
  workRole: WorkRole | null
  region: string | null
  languages: string[]
  contactEmail: string | null
  phone: string | null
  links: string[]
  portfolio: ThemeRef[]
  expertise: ThemeRef[]
  photo: Photo | null
  sharing: Record<SharedField, Level>
  welcomed: boolean
}
export type PeopleFacets = {
  total: number
  organisations: { id: string; name: string; count: number }[]
  portfolios: (ThemeRef & { count: number })[]
  workRoles: { value: WorkRole; count: number }[]
  regions: { value: string; count: number }[]
  languages: { value: string; count: number }[]
}
export type AskedQuestion = { id: string; post: Post; theme: ThemeRef; organisation: { id: string; name: string } | null; workRole: WorkRole | null; region: string | null; reach: number; askedAt: string }
export type Reach = { people: number; organisations: number; left: number }
export type Person = ActorRef & {
  workRole: WorkRole | null
  region: string | null
  languages: string[]
  portfolio: ThemeRef[]
  expertise: ThemeRef[]
  contact: { email?: string; phone?: string; links: string[] }
  photo: Photo | null
  jobTitle: string | null
  about: string | null
  joinedAt: string
  buildings: PlaceRef[]
  can: { edit: boolean }
}

export type NotificationKind =
  | 'reply' | 'mention' | 'watched' | 'request' | 'approved' | 'refused' | 'invited' | 'added' | 'removed' | 'role' | 'successor' | 'by-rule' | 'rule-ended' | 'search-hit' | 'asked'
  | 'reported' | 'report-acted' | 'report-dismissed' | 'moderated' | 'appeal-decided' | 'term-ended' | 'merge-proposed' | 'merged' | 'merge-undone' | 'not-taken'
export type Notification = {
  id: string
  kind: NotificationKind
  actor: ActorRef | null
  post: { id: string; rootId: string; url: string; title: string | null; excerpt?: string | null } | null
  building: PlaceRef | null
  /** What was said with the answer to a request to join. */
  word: string | null
  /** A kept search that something new fits. */
  search: { id: string; name: string } | null
  /** How many are bundled in this line, and from how many people. */
  count: number
  actorCount: number
  createdAt: string
  readAt: string | null
}

/** A post in a line: enough to know whether to open it. */
export type PostLine = { id: string; url: string; kind: PostKind; title: string | null; excerpt: string; author: ActorRef | null; place: PlaceRef; publishedAt: string; replyCount: number }
/** Something that waits for my answer; `isNew` until I read of it. */
export type Ask = {
  id: string
  kind: 'requests' | 'question' | 'reports' | 'invitation' | 'merge'
  url: string
  count: number
  actor: ActorRef | null
  place: PlaceRef | null
  from: PlaceRef | null
  theme: string | null
  post: { id: string; title: string | null; excerpt: string } | null
  at: string
  isNew: boolean
  notificationIds: string[]
}
export type TodayLine = Notification & { answers: number; notificationIds: string[] }
export type NewInPlace = { place: PlaceRef; inside: PlaceRef | null; unread: number; newestPostId: string; posts: PostLine[] }
export type OnSquare = { id: string; at: string; post: PostLine | null; building: (PlaceRef & { summary: string }) | null }
/** What is new to me, in order of meaning. What came after `upTo` is not in it. */
export type Today = {
  upTo: string
  unreadNotifications: number
  asks: Ask[]
  forMe: TodayLine[]
  threads: TodayLine[]
  more: boolean
  places: NewInPlace[]
  square: OnSquare[]
  ahead: { nextDigestAt: string | null; timeZone: string; isMember: boolean; toVisit: (PlaceRef & { summary: string; memberCount: number })[] }
}
export type Reading = { id: string; undoUntil: string; unreadNotifications: number }

export type HitType = 'post' | 'person' | 'building' | 'group' | 'tag'
/** A piece of text, and whether it is what was looked for. */
export type TextPart = { text: string; hit: boolean }
export type Hit = {
  id: string
  type: HitType
  url: string
  title: TextPart[]
  snippet: TextPart[]
  kind: PostKind | null
  isReply: boolean
  author: ActorRef | null
  person: ActorRef | null
  building: PlaceRef | null
  publishedAt: string | null
  count: number | null
}
export type Facet = { type: HitType; count: number; more: boolean }
export type Found = List<Hit> & { facets: Facet[]; didYouMean: string | null }
export type Suggestion = { type: HitType; text: TextPart[]; url: string; note: string | null }
export type SavedSearch = { id: string; name: string; q: string; type?: HitType; building?: string; author?: string; kind?: PostKind; notify: boolean; url: string; createdAt: string }

export type QueueState = { name: string; waiting: number; active: number; failed: number; delayed: number; oldestSeconds: number | null; attempts: number }
export type ScheduleState = { name: string; queue: string; everySeconds: number; nextAt: string | null }
export type FailedJob = { id: string; name: string; reason: string; attempts: number; failedAt: string | null }
export type SentMail = { id: string; to: string; template: string; subject: string; state: string; isPersonal: boolean; createdAt: string; sentAt: string | null; error: string | null }
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
  suspendedUntil: string | null
}

export type ReportReason = 'spam' | 'abuse' | 'privacy' | 'misleading' | 'copyright' | 'other'
export type DecisionAction = 'hide' | 'restore' | 'warn' | 'remove' | 'suspend' | 'ban' | 'suspend-account' | 'approve' | 'refuse' | 'close-place'
export type ModerationAction = DecisionAction | 'dismiss' | 'uphold' | 'overturn'
export type WithheldState = 'hidden' | 'waiting' | 'with-root'
export type ModerationCase = {
  id: string
  kind: 'report' | 'waiting' | 'appeal'
  state: 'open' | 'closed'
  openedAt: string
  closedAt: string | null
  escalatedAt: string | null
  escalatedWhy: 'late' | 'own-moderator' | null
  place: PlaceRef | null
  subject: {
    kind: 'post' | 'person' | 'place'
    person: ActorRef | null
    post: { id: string; url: string; title: string | null; excerpt: string; publishedAt: string; withheld: WithheldState | null } | null
    building: PlaceRef | null
  }
  reportCount: number
  reports: { id: string; reason: ReportReason; note: string; reporter: ActorRef | null; guest: string | null; earlier: number; earlierRight: number; createdAt: string }[]
  earlier: { action: DecisionAction; reason: string; decidedAt: string; until: string | null; overturned: boolean }[]
  appeal: { note: string; decision: { action: DecisionAction; reason: string; excerpt: string; decidedAt: string } } | null
  can: { act: ModerationAction[]; readContent: boolean }
}
export type LogItem = { id: string; at: string; act: string; by: ActorRef | null; person: ActorRef | null; place: PlaceRef | null; subject: { kind: 'post' | 'person' | 'place'; id: string | null }; reason: string }
export type MyDecision = {
  id: string
  action: DecisionAction
  ground: ReportReason | null
  reason: string
  place: PlaceRef | null
  subject: { kind: 'post' | 'person' | 'place'; excerpt: string }
  until: string | null
  decidedAt: string
  endedAt: string | null
  overturned: boolean
  appealUntil: string
  appeal: { note: string; state: 'open' | 'upheld' | 'overturned'; answer: string | null; decidedAt: string | null } | null
  can: { appeal: boolean }
}
export type HeldPost = { id: string; title: string | null; html: string; withheld: 'hidden' | 'waiting'; withheldAt: string; place: PlaceRef | null }
export type MyReport = { id: string; reason: ReportReason; note: string; outcome: 'acted' | 'dismissed' | null; createdAt: string; answeredAt: string | null }
/** Who becomes a member of a place by itself; `people` are those who fit it now. */
export type MembershipRule = { id: string; people: number; organisation: { id: string; name: string } | null; workRole: WorkRole | null; theme: { id: string; name: string } | null; createdAt: string }
export type HouseRules = { version: number; source: string; html: string; writtenAt: string | null; newcomer: boolean; can: { edit: boolean } }
export type Tie = { person: ActorRef; kind: 'block' | 'mute'; since: string }
/** Two places that may be the same thing. */
export type Duplicate = {
  one: PlaceRef & { summary: string; memberCount: number }
  other: PlaceRef & { summary: string; memberCount: number }
  score: number
  sharedWords: string[]
  sharedTags: string[]
  sharedMembers: number | null
}
export type MergeState = 'proposed' | 'ended' | 'moving' | 'done' | 'undoing' | 'undone'
export type Merge = {
  id: string
  state: MergeState
  source: PlaceRef
  target: PlaceRef
  sourceAgreed: boolean
  targetAgreed: boolean
  proposedByMe: boolean
  posts: number
  moved: number
  createdAt: string
  doneAt: string | null
  undoneAt: string | null
  undoUntil: string | null
  can: { agree: boolean; end: boolean; undo: boolean }
}
export type MergePreview = {
  source: PlaceRef
  target: PlaceRef
  posts: number | null
  long: boolean | null
  narrowed: 'nothing' | 'public becomes members'
  newReadersOfSource: number | null
  newReadersOfTarget: number | null
  sourceMembers: number
  targetMembers: number
  targetOpen: boolean
  banned: number | null
  requests: number
  groups: number
  rules: number
  asksSource: boolean
  asksTarget: boolean
}
export type MergedHere = { name: string; slug: string; mergedAt: string }
export type SimilarQuestion = { id: string; url: string; title: string; building: PlaceRef | null; answers: number; publishedAt: string | null }

/** Of a place or thread; see "hear." in the words. */
export type HearLevel = 'all' | 'mentions' | 'digest' | 'none'
export type MyLevel = { level: HearLevel; chosen: HearLevel | null }
export type DigestRhythm = 'workdays' | 'weekly' | 'never'
export type HeardPlace = MyLevel & { place: PlaceRef; building: { name: string } | null }
export type HeardThread = { post: { id: string; url: string; title: string }; place: { name: string }; level: HearLevel }
export type HearingSettings = {
  digest: { rhythm: DigestRhythm; hour: number; weekday: number }
  nextDigestAt: string | null
  timeZone: string
  quietHours: { from: number; until: number } | null
  channels: { mail: boolean; push: boolean }
  places: HeardPlace[]
  threads: HeardThread[]
}

/** A browser that takes pushes. */
export type PushDevice = { id: string; device: string; current: boolean; reached: boolean; createdAt: string; lastUsedAt: string | null }

/** Another instance, as its administrator here knows it. */
export type OtherInstance = {
  host: string
  name: string
  software: string
  relation: 'neighbour' | 'known' | 'blocked'
  neighbourSince: string | null
  namesUs: boolean
  keepsClosedPlaces: boolean
  sharesQuestions: boolean
  takesQuestions: boolean
  block: { domain: string; reason: string; since: string } | null
  membersHere: number
  membersThere: number
  listedAt: string | null
  listFault: string
  delivery: { state: 'unused' | 'fine' | 'busy' | 'down' | 'parked'; backlog: number; dropped: number; lastSuccessAt: string | null; lastErrorAt: string | null; lastError: string; nextTryAt: string | null }
}
export type InstanceKey = { id: string; kind: 'rsa' | 'ed25519'; fingerprint: string; createdAt: string; retiredAt: string | null }
export type NeighbourBuilding = { handle: string; name: string; summary: string; memberCount: number; url: string; homeUrl: string }
export type Neighbour = { host: string; name: string; url: string; state: 'waiting' | 'open' | 'down'; sharesQuestions: boolean; buildings: NeighbourBuilding[] }
export type FoundPlace = {
  slug: string
  name: string
  summary: string
  host: string
  hostName: string
  access: Access
  memberCount: number
  url: string
  homeUrl: string | null
  myMembership: { id: string; state: MembershipState } | null
  turnedUsAwayAt: string | null
  can: { join: boolean; ask: boolean }
}
export type ActorHome = { host: string; hostName: string; url: string | null; isNeighbour: boolean; state: 'fine' | 'down' | 'gone' | 'blocked'; turnedUsAwayAt: string | null }
export type ThreadState = { host: string; hostName: string; url: string | null; loaded: number; total: number | null; fetchedAt: string | null }
export type AllowedInstance = { host: string; name: string; keepsClosedPlaces: boolean; members: number; addedAt: string }
