// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of notifications. */
export { openSockets } from './sockets.ts';
