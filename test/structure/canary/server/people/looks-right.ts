// SPDX-License-Identifier: EUPL-1.2
// Breaks the rules on purpose: people stand to the left of posts.
export { secret } from '../posts/queries.ts';
