// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from './fuzz-operations.ts';
import type { RealThings } from './fuzz-values.ts';

const post = ['own post', 'own post', 'own reply', 'open post', 'hidden post'];
const building = ['own building', 'own building', 'own building', 'open building', 'hidden building'];

/** By a part of the address: what its fields are names of. The first that fits counts. */
const byAddress: readonly (readonly [RegExp, Record<string, readonly string[]>])[] = [
  [/^PUT \/api\/v1\/drafts/, { id: ['own draft', 'new id'], inReplyTo: post, buildingSlug: building }],
  [/\/(merges|merge-previews|duplicates)/, { id: ['new id'], source: ['new id'], target: ['new id'], sourceId: ['new id'], targetId: ['new id'], one: ['new id'], other: ['new id'], building }],
  [/\/drafts/, { id: ['own draft', 'new id'] }],
  [/deleted-buildings\/\{slug\}/, { slug: ['deleted building', 'own building', 'hidden building'] }],
  [/^POST \/api\/v1\/buildings$/, { slug: ['new slug', 'new slug', 'new slug', 'own building', 'hidden building'] }],
  [/^DELETE \/api\/v1\/buildings\/\{slug\}$/, { slug: building, name: ['own building name'] }],
  [/\/groups\/\{groupSlug\}/, { slug: ['own building', 'own building', 'hidden building'], groupSlug: ['own group', 'own group', 'hidden group'], id: ['membership', 'invitation'], successor: ['membership', 'self'], expiresAt: ['soon'], cursor: ['name cursor', 'moment cursor'] }],
  [/^POST .*\/groups$/, { slug: ['own building', 'own building', 'hidden building', 'new slug'] }],
  [/\/memberships\/imports\/\{id\}/, { slug: ['own building', 'own building', 'hidden building'], id: ['import'], cursor: ['number cursor'] }],
  [/\/memberships\/(sources|exports|answers|mine|imports)/, { slug: building, source: ['invitation'], organisation: ['organisation'], cursor: ['moment cursor'] }],
  [/\/memberships\/\{id\}/, { slug: ['own building', 'own building', 'own building', 'hidden building'], id: ['membership'], successor: ['membership', 'self'] }],
  [/\/buildings\/\{slug\}\/memberships/, { slug: ['open building', 'open building', 'own building', 'hidden building'], cursor: ['name cursor'] }],
  [/\/invitations\/\{id\}/, { slug: ['own building', 'own building', 'hidden building'], id: ['invitation'] }],
  [/\/buildings\/\{slug\}/, { slug: building, expiresAt: ['soon'], cursor: ['moment cursor'] }],
  [/\/invitations\//, { token: ['invitation token', 'invitation token', 'reset token'] }],
  [/\/accounts\/confirmations/, { token: ['confirmation token', 'confirmation token', 'reset token'] }],
  [/\/password-resets\/confirmations/, { token: ['reset token', 'reset token', 'confirmation token'], password: ['new password'] }],
  [/\/password-resets/, { email: ['email'] }],
  [/\/me\/password/, { current: ['password'], password: ['new password'] }],
  [/^POST \/api\/v1\/sessions/, { email: ['email'], password: ['password', 'password', 'new password'] }],
  [/^POST \/api\/v1\/accounts$/, { password: ['new password'] }],
  [/\/sessions/, { id: ['session'] }],
  [/^POST \/api\/v1\/tokens/, { expiresAt: ['soon'] }],
  [/\/tokens/, { id: ['token'] }],
  [/\/organisations/, { id: ['organisation'], cursor: ['name cursor'] }],
  [/\/operations\/mails/, { id: ['mail'], cursor: ['moment cursor'] }],
  [/\/operations\/people/, { id: ['account', 'account', 'self'], cursor: ['moment cursor'] }],
  [/\/operations\/queues/, { cursor: ['number cursor'] }],
  [/\/notifications/, { ids: ['notification'], upTo: ['notification'], cursor: ['moment cursor'] }],
  [/\/updates/, { after: ['update cursor'], topics: ['topics'] }],
  [/\/read-markers/, { scope: ['scope'], postId: ['own post', 'own post', 'hidden post'] }],
  [/\/mentions/, { building }],
  [/\/photos/, { key: ['photo'] }],
  [/\/asked-questions|asking-opt-outs/, { theme: ['theme'], organisation: ['organisation'], cursor: ['moment cursor'] }],
  [/\/themes\/\{theme\}\/merges/, { theme: ['theme'], into: ['other theme', 'other theme', 'theme'] }],
  [/\/themes/, { theme: ['theme'] }],
  [/^PATCH \/api\/v1\/me$/, { portfolio: ['theme'], expertise: ['theme'] }],
  [/^POST \/api\/v1\/reports$/, { postId: ['open post', 'hidden post'], personId: ['account'], placeId: ['open building id'] }],
  [/\/reports\/\{id\}/, { id: ['case'] }],
  [/\/reports|\/moderation-log/, { place: ['own building', 'own building', 'open building', 'hidden building'], cursor: ['moment cursor'] }],
  [/\/me\/decisions\/\{id\}/, { id: ['decision'] }],
  [/\/people/, { handle: ['handle'], key: ['handle'], cursor: ['moment cursor'] }],
  [/\/reactions\/\{name\}/, { id: post, name: ['reaction'] }],
  [/\/posts\/\{(id|key)\}/, { id: post, key: post, inReplyTo: ['own reply', 'own post'], cursor: ['moment cursor'] }],
  [/\/buildings\/\{key\}/, { key: building }],
  [/\/saved-searches/, { id: ['saved search'], building }],
  [/\/search/, { building, author: ['handle'] }],
  [/^GET \/assets/, { rest: ['asset'] }],
  [/./, { cursor: ['moment cursor'] }],
];

/** The things of the fixture that stand for the fields of an operation. */
export function realThingsOf(operation: Operation): RealThings {
  const things = byAddress.find(([address]) => address.test(operation.name))?.[1] ?? {};
  return (field) => (Object.hasOwn(things, field) ? (things[field] ?? []) : []);
}
