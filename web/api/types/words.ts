// SPDX-License-Identifier: EUPL-1.2
// What the shapes share: words, and references to people and places.

export type Access = 'open' | 'closed' | 'hidden'
export type Role = 'member' | 'moderator' | 'admin'
export type MembershipState = 'active' | 'requested' | 'invited' | 'banned'
export type Audience = 'public' | 'staff' | 'members'
export type PostKind = 'message' | 'article' | 'question'
export type BodyFormat = 'markdown' | 'html'
export type ReactionName = 'like' | 'thanks' | 'agree' | 'idea'
export type Language = 'nl' | 'en'
export type List<T> = { items: T[]; next: string | null }
export type Photo = { small: string; large: string }
export type ActorRef = { id: string; handle: string; name: string; organisation: string | null; isResident: boolean; url: string; photo: Photo | null }
export type PlaceRef = { id: string; slug: string; name: string; access: Access; url: string }
