// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from './fuzz-operations.ts';
import type { RealThings } from './fuzz-values.ts';

const post = ['own post', 'own post', 'own reply', 'open post', 'hidden post'];
const building = ['own building', 'own building', 'own building', 'open building', 'hidden building'];

/** By a part of the address: what its fields are names of. The first that fits counts. */
const byAddress: readonly (readonly [RegExp, Record<string, readonly string[]>])[] = [
  [/^PUT \/api\/v1\/drafts/, { id: ['own draft', 'new id'], inReplyTo: post, buildingSlug: building }],
  [/\/themes\/\{theme\}\/merges/, { theme: ['theme'], into: ['other theme', 'other theme', 'theme'] }],
  [/\/merges\/\{id\}\/(agreements|refusals)/, { id: ['proposed merge', 'proposed merge', 'done merge', 'new id'], name: ['going name'] }],
  [/\/(merges|merge-previews|duplicates)/, { id: ['done merge', 'new id'], source: ['going building', 'new id'], target: ['own building id'], sourceId: ['going building', 'new id'], targetId: ['own building id'], one: ['going building', 'own building id', 'new id'], other: ['own building id', 'new id'], name: ['going name', 'going name', 'new id'], building }],
  [/\/drafts/, { id: ['own draft', 'new id'] }],
  [/deleted-buildings\/\{slug\}/, { slug: ['deleted building', 'own building', 'hidden building'] }],
  [/^POST \/api\/v1\/buildings$/, { slug: ['new slug', 'new slug', 'new slug', 'own building', 'hidden building'] }],
  [/^DELETE \/api\/v1\/buildings\/\{slug\}$/, { slug: building, name: ['own building name'] }],
  [/\/groups\/\{groupSlug\}\/(memberships|invitations|membership-rules)\/\{id\}/, { slug: ['closed building', 'closed building', 'closed building', 'hidden building'], groupSlug: ['closed group', 'closed group', 'closed group', 'hidden group'], successor: ['group membership', 'self'] }],
  [/(^POST .*\}\/membership-rules|\/membership-rules\/reach)$/, { slug: ['own building', 'own building', 'own building', 'hidden building'], groupSlug: ['own group', 'own group', 'hidden group'], organisationId: ['organisation', 'organisation', 'new id'], themeId: ['theme', 'theme', 'new id'] }],
  [/\/groups\/\{groupSlug\}/, { slug: ['own building', 'own building', 'hidden building'], groupSlug: ['own group', 'own group', 'hidden group'], id: ['membership', 'invitation'], successor: ['membership', 'self'], expiresAt: ['soon'], cursor: ['name cursor', 'moment cursor'] }],
  [/^POST .*\/groups$/, { slug: ['own building', 'own building', 'hidden building', 'new slug'] }],
  [/\/memberships\/imports\/\{id\}/, { slug: ['own building', 'own building', 'hidden building'], id: ['import'], cursor: ['number cursor'] }],
  [/\/memberships\/\{id\}\/answers/, { slug: ['closed building', 'closed building', 'hidden building'], id: ['request'] }],
  [/\/membership-rules\/\{id\}/, { slug: ['own building', 'own building', 'hidden building'], id: ['rule'] }],
  [/\/invitations\/\{id\}\/mails/, { slug: ['own building', 'own building', 'hidden building'], id: ['mailed invitation', 'mailed invitation', 'invitation'] }],
  [/\/memberships\/(sources|exports|answers|mine|imports)/, { slug: building, source: ['invitation'], organisation: ['organisation'], cursor: ['moment cursor'] }],
  [/\/memberships\/\{id\}/, { slug: ['own building', 'own building', 'own building', 'hidden building'], id: ['membership'], successor: ['membership', 'self'] }],
  [/\/buildings\/\{slug\}\/memberships/, { slug: ['open building', 'open building', 'own building', 'hidden building'], cursor: ['name cursor'] }],
  [/\/invitations\/\{id\}/, { slug: ['own building', 'own building', 'hidden building'], id: ['invitation'] }],
  [/\/buildings\/\{slug\}/, { slug: building, expiresAt: ['soon'], cursor: ['moment cursor'] }],
  [/\/mail-actions/, { token: ['mail action token', 'mail action token', 'reset token'] }],
  [/\/unsubscriptions\/undoings/, { token: ['unsubscribe token'], before: ['way back token'] }],
  [/\/unsubscriptions/, { token: ['unsubscribe token', 'unsubscribe token', 'reset token'] }],
  [/\/invitations\//, { token: ['invitation token', 'invitation token', 'reset token'] }],
  [/\/accounts\/confirmations/, { token: ['confirmation token', 'confirmation token', 'reset token'] }],
  [/\/password-resets\/confirmations/, { token: ['reset token', 'reset token', 'confirmation token'], password: ['new password'] }],
  [/\/password-resets/, { email: ['email'] }],
  [/\/me\/password/, { current: ['password'], password: ['new password'] }],
  [/^POST \/api\/v1\/sessions/, { email: ['email'], password: ['password', 'password', 'new password'] }],
  [/^POST \/api\/v1\/accounts$/, { password: ['new password'] }],
  [/\/push\/subscriptions/, { id: ['push device', 'push device', 'new id'], endpoint: ['push endpoint'], p256dh: ['push key'], auth: ['push secret'] }],
  [/\/sessions/, { id: ['session'] }],
  [/^POST \/api\/v1\/tokens/, { expiresAt: ['soon'] }],
  [/\/tokens/, { id: ['token'] }],
  [/\/organisations/, { id: ['organisation'], cursor: ['name cursor'] }],
  [/\/operations\/mails/, { id: ['mail'], cursor: ['moment cursor'] }],
  [/\/operations\/people/, { id: ['account', 'account', 'self'], cursor: ['moment cursor'] }],
  [/\/operations\/queues/, { cursor: ['number cursor'] }],
  [/\/today/, { id: ['own reading', 'own reading', 'new id'], upTo: ['soon'], placeId: ['own building id', 'own building id', 'open building id'] }],
  [/\/notification-settings/, { placeId: ['own building id', 'open building id', 'new id'], postId: post }],
  [/\/notifications/, { ids: ['notification'], upTo: ['notification'], cursor: ['moment cursor'] }],
  [/\/updates/, { after: ['update cursor'], topics: ['topics'] }],
  [/\/read-markers/, { scope: ['scope'], postId: ['own post', 'own post', 'hidden post'] }],
  [/\/mentions/, { building }],
  [/\/photos/, { key: ['photo'], size: ['photo size'] }],
  [/\/asked-questions|asking-opt-outs/, { theme: ['theme'], organisation: ['organisation'], cursor: ['moment cursor'] }],
  [/\/themes/, { theme: ['theme'] }],
  [/^PATCH \/api\/v1\/me$/, { portfolio: ['theme'], expertise: ['theme'] }],
  [/^POST \/api\/v1\/reports$/, { postId: ['open post', 'hidden post'], personId: ['account'], placeId: ['open building id'] }],
  [/\/reports\/\{id\}/, { id: ['case'] }],
  [/\/reports|\/moderation-log/, { place: ['own building', 'own building', 'open building', 'hidden building'], group: ['own group', 'own group', 'hidden group'], cursor: ['moment cursor'] }],
  [/\/me\/decisions\/\{id\}/, { id: ['decision'] }],
  [/\/people\/\{handle\}\/(block|mute)/, { handle: ['other handle', 'other handle', 'handle'] }],
  [/\/people/, { handle: ['handle'], key: ['handle'], cursor: ['moment cursor'] }],
  [/\/reactions\/\{name\}/, { id: post, name: ['reaction'] }],
  [/\/posts\/\{(id|key)\}/, { id: post, key: post, inReplyTo: ['own reply', 'own post'], cursor: ['moment cursor'] }],
  [/\/buildings\/\{key\}/, { key: building }],
  [/\/saved-searches/, { id: ['saved search'], building }],
  [/\/search/, { building, author: ['handle'] }],
  [/^GET \/assets/, { rest: ['asset'] }],
  [/./, { cursor: ['moment cursor'] }],
];

/** Below a group, what an id is of follows from what stands before it. */
const inGroups: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/memberships\/\{id\}\/answers/, ['group request']],
  [/\/memberships\/\{id\}/, ['group membership']],
  [/\/invitations\/\{id\}\/mails/, ['group mailed invitation', 'group mailed invitation', 'group invitation']],
  [/\/invitations\/\{id\}/, ['group invitation']],
  [/\/membership-rules\/\{id\}/, ['group rule']],
];

/** The things of the fixture that stand for the fields of an operation. */
export function realThingsOf(operation: Operation): RealThings {
  const things = byAddress.find(([address]) => address.test(operation.name))?.[1] ?? {};
  const inGroup = operation.name.includes('{groupSlug}') ? inGroups.find(([address]) => address.test(operation.name))?.[1] : undefined;
  return (field) => (field === 'id' && inGroup !== undefined ? inGroup : Object.hasOwn(things, field) ? (things[field] ?? []) : []);
}
