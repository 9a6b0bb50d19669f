// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { guest, type Member, type Viewer } from '../platform/db/viewer.ts';
import { canEditProfile, canListPeople } from './policy.ts';

const somebody: Member = {
  actorId: '0190a000-0000-7000-8000-000000000001', accountId: '0190a000-0000-7000-8000-000000000002', handle: 'sanne', name: 'Sanne', email: 'sanne@example.org',
  locale: 'nl', isStaff: false, isAdministrator: false, audiences: [1], scopes: null, sessionId: null,
};
const other = '0190a000-0000-7000-8000-000000000009';

const table: [who: string, viewer: Viewer, outcome: { own: boolean; others: boolean; list: boolean }][] = [
  ['a guest', guest('nl'), { own: false, others: false, list: false }],
  ['a resident', somebody, { own: true, others: false, list: true }],
  ['a civil servant', { ...somebody, isStaff: true }, { own: true, others: false, list: true }],
  ['an administrator', { ...somebody, isAdministrator: true }, { own: true, others: false, list: true }],
];

test.each(table)('%s may edit and list as the policy says', (_who, viewer, outcome) => {
  expect({ own: canEditProfile(viewer, somebody.actorId), others: canEditProfile(viewer, other), list: canListPeople(viewer) }).toEqual(outcome);
});
