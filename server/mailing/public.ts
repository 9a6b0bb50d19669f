// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of mailing. */
export { type ItemAbout, itemPresses, replyAddresses } from './hooks.ts';
