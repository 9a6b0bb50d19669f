// SPDX-License-Identifier: EUPL-1.2
// Breaks the rules on purpose: the web client imports nothing of the server.
export { secret } from '../server/posts/queries.ts';
