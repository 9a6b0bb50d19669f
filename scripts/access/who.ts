// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '../../server/buildings/policy.ts';
import type { Viewer } from '../../server/platform/db/viewer.ts';

export type Asker = Pick<Viewer, 'actorId' | 'isStaff' | 'isAdministrator'>;

/** One column of the table: somebody, and their tie to the place that is asked about. */
export interface Who {
  name: string;
  /** In the words of the explanation above the table. */
  means: string;
  asker: Asker;
  standing: Standing;
  /** Of another instance: reads and writes through federation, so that no request over HTTP of theirs can be tried here. */
  remote?: true;
}

const resident = { actorId: 'r', isStaff: false, isAdministrator: false };
const staff = { actorId: 's', isStaff: true, isAdministrator: false };

export const everybody: readonly Who[] = [
  { name: 'visitor', means: 'not signed in', asker: { actorId: null, isStaff: false, isAdministrator: false }, standing: null },
  { name: 'resident', means: 'signed in, no civil servant, no member', asker: resident, standing: null },
  { name: 'staff', means: 'civil servant of a registered organisation, no member', asker: staff, standing: null },
  { name: 'asked', means: 'asked to be let in, and waits', asker: resident, standing: { role: 'member', state: 'requested' } },
  { name: 'member', means: 'member, civil servant or not', asker: resident, standing: { role: 'member', state: 'active' } },
  { name: 'moderator', means: 'moderator of the place', asker: staff, standing: { role: 'moderator', state: 'active' } },
  { name: 'admin', means: 'admin of the place', asker: staff, standing: { role: 'admin', state: 'active' } },
  { name: 'administrator', means: 'administrator of the instance, no member', asker: { actorId: 'a', isStaff: true, isAdministrator: true }, standing: null },
  { name: 'banned', means: 'was a member, and is banned from the place', asker: resident, standing: { role: 'member', state: 'banned' } },
  { name: 'suspended', means: 'member whom a moderator lets read but not write for a while', asker: resident, standing: { role: 'member', state: 'active', suspended: true } },
  { name: 'remote member', means: 'member with an account on another instance', asker: resident, standing: { role: 'member', state: 'active' }, remote: true },
];
