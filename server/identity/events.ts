// SPDX-License-Identifier: EUPL-1.2

/** Somebody asked for an account; whether the address is known is found out afterwards, so that the answer cannot tell. */
export interface SignUpAsked {
  type: 'SignUpAsked';
  requestId: string;
}

export interface PasswordResetAsked {
  type: 'PasswordResetAsked';
  requestId: string;
}

export interface AccountConfirmed {
  type: 'AccountConfirmed';
  accountId: string;
  actorId: string;
}

/** A session, or the use of an access token, is over: its sockets close. Without an id all sessions of the account. */
export interface SessionEnded {
  type: 'SessionEnded';
  accountId: string;
  actorId: string;
  sessionId?: string;
  tokenId?: string;
}

/** Sockets close, whatever they were opened with. */
export interface AccountSuspended {
  type: 'AccountSuspended';
  accountId: string;
  actorId: string;
}

/** Accounts became staff or ceased to be; audiences of open sockets are to be read again. */
export interface StaffChanged {
  type: 'StaffChanged';
  organisationId: string;
}

/** What a person or place shows of itself changed: name, words about it, function, photograph. */
export interface ActorChanged {
  type: 'ActorChanged';
  actorId: string;
}

/** Somebody's organisation, kind of work, portfolio or expertise changed, or with whom they share it. */
export interface ProfileChanged {
  type: 'ProfileChanged';
  actorId: string;
}
