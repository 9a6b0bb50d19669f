// SPDX-License-Identifier: EUPL-1.2

/** What other rooms, and the start of the house, may use of identity. */
export { type AccountChanges, changeAccount, changeLocale, endAccountTerms } from './accounts.ts';
export { authenticate } from './authenticate.ts';
export { cleanName, NameField } from './fields.ts';
export { ensureFirstAdministrator } from './first-administrator.ts';
export { cutAtHyphen, handleFrom, isReservedHandle } from './handles.ts';
export { type InstanceView, readInstance } from './instance.ts';
export { type Me, type MeExtra, meExtras, meSchema, readMe } from './me.ts';
export { hashPassword } from './password.ts';
export { describeUserAgent } from './user-agent.ts';
export { memberOfAccount, memberOfActor, remoteMember, remoteMembers } from './viewers.ts';
export type * from './events.ts';
