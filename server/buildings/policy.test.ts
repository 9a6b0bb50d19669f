// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { audienceIdIn, type BuildingCan, buildingCan, canInviteAs, canManage, canSeeMembers, canStartBuilding, type Role, roles, type Standing } from './policy.ts';

const guest = { actorId: null, isStaff: false, isAdministrator: false };
const resident = { actorId: 'r', isStaff: false, isAdministrator: false };
const staff = { actorId: 's', isStaff: true, isAdministrator: false };
const administrator = { actorId: 'a', isStaff: true, isAdministrator: true };

const who = {
  guest: { asker: guest, standing: null },
  resident: { asker: resident, standing: null },
  staff: { asker: staff, standing: null },
  administrator: { asker: administrator, standing: null },
  requested: { asker: staff, standing: { role: 'member', state: 'requested' } },
  banned: { asker: staff, standing: { role: 'member', state: 'banned' } },
  'banned admin': { asker: administrator, standing: { role: 'admin', state: 'banned' } },
  member: { asker: resident, standing: { role: 'member', state: 'active' } },
  moderator: { asker: staff, standing: { role: 'moderator', state: 'active' } },
  admin: { asker: staff, standing: { role: 'admin', state: 'active' } },
} satisfies Record<string, { asker: typeof guest | typeof resident; standing: Standing }>;

test.each(['moderator', 'admin'] as const)('a %s of a group who is suspended in its building is in charge of nothing there', (role) => {
  const standing: Standing = { role, state: 'active' };
  const group = { access: 'closed' as const, building: { access: 'closed' as const, standing: { role: 'member' as const, state: 'active' as const, suspended: true } } };
  expect(buildingCan(staff, group, standing)).toMatchObject({ read: true, post: false, invite: false, manageMembers: false, edit: false, delete: false, moderate: false });
});

type Who = keyof typeof who;
const accesses = ['open', 'closed', 'hidden'] as const;

/** Everything that each may do; what is not named is refused. */
const allowed: Record<(typeof accesses)[number], Record<Who, string>> = {
  open: {
    guest: 'read',
    resident: 'read join',
    staff: 'read join',
    administrator: 'read join',
    requested: 'read join',
    banned: 'read',
    'banned admin': 'read',
    member: 'read post leave',
    moderator: 'read post leave invite manageMembers moderate startGroup',
    admin: 'read post leave invite manageMembers moderate startGroup edit delete',
  },
  closed: {
    guest: '',
    resident: 'ask',
    staff: 'ask',
    administrator: 'ask',
    requested: '',
    banned: '',
    'banned admin': '',
    member: 'read post leave',
    moderator: 'read post leave invite manageMembers moderate startGroup',
    admin: 'read post leave invite manageMembers moderate startGroup edit delete',
  },
  hidden: {
    guest: '',
    resident: '',
    staff: '',
    administrator: '',
    requested: '',
    banned: '',
    'banned admin': '',
    member: 'read post leave',
    moderator: 'read post leave invite manageMembers moderate startGroup',
    admin: 'read post leave invite manageMembers moderate startGroup edit delete',
  },
};

const table = accesses.flatMap((access) => (Object.keys(who) as Who[]).map((name) => ({ access, name, may: allowed[access][name].split(' ').filter(Boolean).sort() })));

test.each(table)('in an $access building $name may: $may', ({ access, name, may }) => {
  const { asker, standing } = who[name];
  const can = buildingCan(asker, { access }, standing);
  expect((Object.keys(can) as (keyof BuildingCan)[]).filter((what) => can[what]).sort()).toEqual(may);
});

test.each([
  ['open', 'guest', false], ['open', 'resident', true], ['open', 'banned', true], ['open', 'member', true],
  ['closed', 'guest', false], ['closed', 'administrator', false], ['closed', 'requested', false], ['closed', 'banned', false], ['closed', 'member', true],
  ['hidden', 'administrator', false], ['hidden', 'member', true],
] as const)('the members of an %s building for %s: %s', (access, name, outcome) => {
  expect(canSeeMembers(who[name].asker, { access }, who[name].standing)).toBe(outcome);
});

describe('who may manage and invite whom', () => {
  const place = { access: 'closed' } as const;
  const outcomes: [Who, Role[]][] = [['staff', []], ['administrator', []], ['requested', []], ['banned admin', []], ['member', []], ['moderator', ['member']], ['admin', [...roles]]];

  test.each(outcomes)('%s: %s', (name, over) => {
    for (const role of roles) {
      expect(canManage(place, who[name].standing, { role })).toBe(over.includes(role));
      expect(canInviteAs(place, who[name].standing, role)).toBe(over.includes(role));
    }
  });
});

test.each([
  ['guest', true, false], ['resident', false, false], ['resident', true, true], ['staff', false, true], ['administrator', false, true],
] as const)('%s, residents allowed %s, may start a building: %s', (name, residents, outcome) => {
  expect(canStartBuilding(who[name].asker, residents)).toBe(outcome);
});

test.each([
  ['open', 'public', 1], ['open', 'staff', 2], ['open', 'members', 100],
  ['closed', 'public', null], ['closed', 'staff', null], ['closed', 'members', 100],
  ['hidden', 'public', null], ['hidden', 'staff', null], ['hidden', 'members', 100],
] as const)('content in an %s building for %s has audience %s', (access, audience, id) => {
  expect(audienceIdIn({ access, membersAudienceId: 100 }, audience)).toBe(id);
});
