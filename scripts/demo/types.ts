// SPDX-License-Identifier: EUPL-1.2
// The shape of the demonstration: pure data, the same at every run. Times are minutes before the moment of seeding.

export type OrganisationSlug = 'zuiderdam' | 'noordkade' | 'heuvelrug-oost';
export type ReactionName = 'like' | 'thanks' | 'idea' | 'agree';
export type PostKind = 'message' | 'article' | 'question';
export type PostAudience = 'public' | 'staff' | 'members';

export interface DemoOrganisation {
  slug: OrganisationSlug;
  name: string;
  /** A confirmed address in one of these makes an account staff. */
  domains: string[];
}

export interface DemoPerson {
  handle: string;
  name: string;
  /** Null for a resident. */
  organisation: OrganisationSlug | null;
  jobTitle: string | null;
  about: string | null;
  /** Three people have a sign-in that the sign-in page shows. */
  signIn?: 'administrator' | 'staff' | 'resident';
}

export interface DemoBuilding {
  slug: string;
  name: string;
  summary: string;
  access: 'open' | 'closed' | 'hidden';
  /** The first admin is the founder. The three lists share no handle. */
  admins: string[];
  moderators: string[];
  /** Ordinary members: neither admin nor moderator. */
  members: string[];
  /** People who asked to join a closed building and wait for an answer. */
  requests?: { handle: string; note: string }[];
}

export interface DemoReaction {
  handle: string;
  name: ReactionName;
}

export interface DemoReply {
  author: string;
  minutesAgo: number;
  body: string;
  reactions: DemoReaction[];
  /** Answers to this reply. */
  replies?: DemoReply[];
}

export interface DemoPost {
  key: string;
  building: string;
  author: string;
  minutesAgo: number;
  kind: PostKind;
  title?: string;
  /** Markdown. `@name` mentions a person or a building. */
  body: string;
  audience: PostAudience;
  tags: string[];
  pinned?: boolean;
  reactions: DemoReaction[];
  replies: DemoReply[];
}

export interface Demonstration {
  organisations: DemoOrganisation[];
  people: DemoPerson[];
  buildings: DemoBuilding[];
  /** Oldest first. */
  posts: DemoPost[];
}
