// SPDX-License-Identifier: EUPL-1.2
// Breaks the rules on purpose: posts are to be entered through their public.ts.
export { secret } from '../posts/queries.ts';
