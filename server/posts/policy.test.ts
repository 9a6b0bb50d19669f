// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { Standing } from '../buildings/public.ts';
import { type PostCan, type PostFacts, postCan } from './policy.ts';

const ANNA = 'anna';
const thread: PostFacts = { authorId: ANNA, deleted: false, isReply: false, withheld: false };
const reply: PostFacts = { ...thread, isReply: true };
const tombstone: PostFacts = { ...thread, deleted: true };

const member: Standing = { role: 'member', state: 'active' };
const moderator: Standing = { role: 'moderator', state: 'active' };
const admin: Standing = { role: 'admin', state: 'active' };
const banned: Standing = { role: 'member', state: 'banned' };
const bannedAdmin: Standing = { role: 'admin', state: 'banned' };
const requested: Standing = { role: 'member', state: 'requested' };
const invited: Standing = { role: 'admin', state: 'invited' };

type May = keyof PostCan;
const table: [who: string, actorId: string | null, Standing, PostFacts, May[]][] = [
  ['a guest, a thread', null, null, thread, []],
  ['an outsider, a thread', 'bert', null, thread, ['bookmark']],
  ['somebody who asked to join, a thread', 'bert', requested, thread, ['bookmark']],
  ['somebody invited as admin, a thread', 'bert', invited, thread, ['bookmark']],
  ['somebody banned, a thread', 'bert', banned, thread, ['bookmark']],
  ['a banned former admin, a thread', 'bert', bannedAdmin, thread, ['bookmark']],
  ['a member, a thread', 'bert', member, thread, ['reply', 'react', 'bookmark']],
  ['a moderator, a thread', 'bert', moderator, thread, ['delete', 'reply', 'react', 'pin', 'bookmark']],
  ['an admin, a thread', 'bert', admin, thread, ['delete', 'reply', 'react', 'pin', 'bookmark']],
  ['its author as member, a thread', ANNA, member, thread, ['edit', 'delete', 'reply', 'react', 'bookmark']],
  ['its author as moderator, a thread', ANNA, moderator, thread, ['edit', 'delete', 'reply', 'react', 'pin', 'bookmark']],
  ['its author after leaving, a thread', ANNA, null, thread, ['delete', 'bookmark']],
  ['its author after a ban, a thread', ANNA, banned, thread, ['delete', 'bookmark']],
  ['a guest, a reply', null, null, reply, []],
  ['a member, a reply', 'bert', member, reply, ['reply', 'react', 'bookmark']],
  ['a moderator, a reply', 'bert', moderator, reply, ['delete', 'reply', 'react', 'bookmark']],
  ['its author, a reply', ANNA, member, reply, ['edit', 'delete', 'reply', 'react', 'bookmark']],
  ['a guest, a tombstone', null, null, tombstone, []],
  ['its author, a tombstone', ANNA, admin, tombstone, []],
  ['an admin, a tombstone', 'bert', admin, tombstone, []],
];

describe.each(['open', 'closed', 'hidden'] as const)('in a building that is %s', (access) => {
  test.each(table)('%s', (_who, actorId, standing, post, may) => {
    const can = postCan({ actorId }, post, { access }, standing);
    expect((Object.keys(can) as May[]).filter((each) => can[each]).sort()).toEqual([...may].sort());
  });
});

describe('somebody of another instance', () => {
  const remote = { actorId: 'bert', isRemote: true } as const;
  const suspended: Standing = { role: 'member', state: 'active', suspended: true };
  const open = { access: 'open' } as const;
  const mayAnswer: [what: string, PostFacts, Parameters<typeof postCan>[2], Standing, boolean][] = [
    ['a public post of an open place', { ...thread, isPublic: true }, open, null, true],
    ['the same after a request', { ...thread, isPublic: true }, open, requested, true],
    ['the same after a ban', { ...thread, isPublic: true }, open, banned, false],
    ['the same while suspended', { ...thread, isPublic: true }, open, suspended, false],
    ['what is for members of an open place', thread, open, null, false],
    ['the same as a member', thread, open, member, true],
    ['what is deleted', { ...tombstone, isPublic: true }, open, null, false],
    ['what is hidden', { ...thread, isPublic: true, withheld: true }, open, null, false],
    ['a closed place', thread, { access: 'closed' }, null, false],
    ['an open group of an open building', { ...thread, isPublic: true }, { access: 'open', building: { access: 'open', standing: null } }, null, true],
    ['the same, put out of the building', { ...thread, isPublic: true }, { access: 'open', building: { access: 'open', standing: banned } }, null, false],
    ['the same, suspended in the building', { ...thread, isPublic: true }, { access: 'open', building: { access: 'open', standing: suspended } }, null, false],
  ];
  test.each(mayAnswer)('%s', (_what, post, place, standing, may) => {
    const can = postCan(remote, post, place, standing);
    expect([can.reply, can.react]).toEqual([may, may]);
    expect([can.pin, can.delete, can.edit]).toEqual([false, false, false]);
    // Somebody of here joins first: one press.
    if (standing === null) expect(postCan({ actorId: 'bert' }, post, place, standing).reply).toBe(false);
  });
});
