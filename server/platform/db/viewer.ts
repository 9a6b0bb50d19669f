// SPDX-License-Identifier: EUPL-1.2

/** The audiences that exist on every instance; the others belong to one place each. */
export const PUBLIC_AUDIENCE = 1;
export const STAFF_AUDIENCE = 2;
/** Of the instance: what was reported to them, never what is only in a place. */
export const ADMINISTRATORS_AUDIENCE = 3;

export type Locale = 'nl' | 'en';
export type Scope = 'read' | 'write' | 'admin';

/** Somebody with an account, and what they may read at the moment of asking. */
export interface Member {
  actorId: string;
  accountId: string;
  handle: string;
  name: string;
  email: string;
  locale: Locale;
  isStaff: boolean;
  isAdministrator: boolean;
  /** Always holds {@link PUBLIC_AUDIENCE}; loaded once per request. */
  audiences: readonly number[];
  /** Null with a session; with an access token what it may do. */
  scopes: readonly Scope[] | null;
  sessionId: string | null;
  /** Of {@link NOBODY}, and of somebody whom the home of a place elsewhere let in: the places of which they count as an ordinary member, although no row says so. */
  standsIn?: readonly string[];
  /** Somebody of another instance, who has no account here. */
  isRemote?: true;
}

/** The actor that is nobody: as whom an admin looks at a place as a member would. No row has this id. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface Guest {
  actorId: null;
  accountId: null;
  locale: Locale;
  isStaff: false;
  isAdministrator: false;
  audiences: readonly number[];
  standsIn?: never;
  isRemote?: never;
}

export type Viewer = Guest | Member;

export function guest(locale: Locale): Guest {
  return { actorId: null, accountId: null, locale, isStaff: false, isAdministrator: false, audiences: [PUBLIC_AUDIENCE] };
}

export function isMember(viewer: Viewer): viewer is Member {
  return viewer.actorId !== null;
}
