// SPDX-License-Identifier: EUPL-1.2
import type { MembershipState, Role } from '../policy.ts';
import type { Fault } from './faults.ts';
import type { FileLine } from './read-csv.ts';

/** A group of the building that the one who imports may know of. */
export interface GroupFact {
  id: string;
  name: string;
  slug: string;
  access: 'open' | 'closed' | 'hidden';
  membersAudienceId: number;
  knowingAudienceId: number | null;
  guestsWelcome: boolean;
  /** Whether they may put people into it. */
  mayFill: boolean;
}

export interface PersonFact {
  actorId: string;
  isStaff: boolean;
  locale: string;
  /** By place: the building and its groups. */
  memberships: ReadonlyMap<string, { id: string; state: MembershipState; role: Role }>;
  /** Places that they left, or were put out of. */
  left: ReadonlySet<string>;
}

export interface InvitationFact {
  id: string;
  role: Role;
  groupIds: ReadonlySet<string>;
}

/** What is known when a line is weighed: of the place, and of the addresses in the file. */
export interface Facts {
  placeId: string;
  guestsWelcome: boolean;
  /** The one who imports is a civil servant: see {@link planLine}. */
  byStaff: boolean;
  groups: readonly GroupFact[];
  /** Names of groups that are to be made before the lines are carried out. */
  groupsToCome: ReadonlySet<string>;
  people: ReadonlyMap<string, PersonFact>;
  /** Invitations to the building that are still open, by address. */
  invitations: ReadonlyMap<string, InvitationFact>;
  /** How many invitations went to an address in the last hour. */
  recentMail: ReadonlyMap<string, number>;
  /** Domains of organisations that take part. */
  domains: ReadonlySet<string>;
}

export const MOST_MAIL_AN_HOUR = 5;

export type Plan =
  | { outcome: 'faulty'; faults: Fault[] }
  | { outcome: 'already'; faults: Fault[] }
  | { outcome: 'added'; person: PersonFact; groups: GroupFact[]; faults: Fault[] }
  | { outcome: 'extended'; person: PersonFact | null; invitation: InvitationFact | null; groups: GroupFact[]; faults: Fault[] }
  | { outcome: 'invited'; groups: GroupFact[]; faults: Fault[] };

/**
 * What a line comes to. Who is brought in at once, and who is asked, follows from two rules.
 *
 * Nobody is put into a place who showed that they would rather not: who left it, or was put out, gets an invitation.
 * And a list tells nobody whether an address has an account (abuse case 33) beyond colleagues' own: civil servants bring in civil
 * servants, who stand in the directory under their organisation; every other address, known or not, gets the same invitation.
 */
export function planLine(line: FileLine, facts: Facts): Plan {
  if (line.faults.length > 0) return { outcome: 'faulty', faults: line.faults };
  const { groups: named, faults } = groupsOf(line, facts);
  if (faults.length > 0) return { outcome: 'faulty', faults };
  const person = facts.people.get(line.email) ?? null;
  const { groups, faults: kept } = withoutGuests(line, person, named, facts);
  const plan = planFor(line, person, groups, facts);
  return { ...plan, faults: [...plan.faults, ...kept] };
}

function planFor(line: FileLine, person: PersonFact | null, groups: GroupFact[], facts: Facts): Plan {
  const standing = person?.memberships.get(facts.placeId) ?? null;
  if (standing?.state === 'banned') return faulty({ field: 'email', code: 'banned' });
  if (person !== null && standing?.state === 'active') return intoGroups(line, person, standing.role, groups);
  if (!facts.guestsWelcome && !isColleague(line.email, person, facts)) return faulty({ field: 'email', code: 'guest' });
  // Whoever asks to come in, wants to.
  if (person !== null && standing?.state === 'requested') return { outcome: 'added', person, groups, faults: [] };
  if (person !== null && person.isStaff && facts.byStaff && !person.left.has(facts.placeId)) return { outcome: 'added', person, groups, faults: [] };
  return byMail(line, groups, facts);
}

/** Names of groups are the same whatever their capitals. */
export const groupKey = (name: string): string => name.normalize('NFC').toLowerCase();

function faulty(fault: Fault): Plan {
  return { outcome: 'faulty', faults: [fault] };
}

/** Whether an address belongs to an organisation that takes part: by its domain, which is no secret. */
export function isColleague(email: string, person: { isStaff: boolean } | null, { domains }: Pick<Facts, 'domains'>): boolean {
  return person?.isStaff === true || domains.has(email.slice(email.lastIndexOf('@') + 1));
}

function groupsOf(line: FileLine, facts: Facts): { groups: GroupFact[]; faults: Fault[] } {
  const groups: GroupFact[] = [];
  const faults: Fault[] = [];
  for (const name of line.groups) {
    const key = groupKey(name);
    // An address, as exports have it, is one group's; a name can be that of several.
    const byAddress = facts.groups.find((each) => each.slug === name);
    const byName = facts.groups.filter((each) => groupKey(each.name) === key);
    const group = byAddress ?? byName[0] ?? facts.groups.find((each) => groupKey(each.slug) === key);
    if (byAddress === undefined && byName.length > 1) faults.push({ field: 'groups', code: 'two-groups', value: name });
    else if (group === undefined) {
      if (!facts.groupsToCome.has(key)) faults.push({ field: 'groups', code: 'no-group', value: name });
    } else if (!group.mayFill) faults.push({ field: 'groups', code: 'no-right', value: name });
    else if (!groups.includes(group)) groups.push(group);
  }
  return { groups, faults };
}

/** A guest comes into the building, and not into those of its groups where no guests come. */
function withoutGuests(line: FileLine, person: PersonFact | null, groups: GroupFact[], facts: Facts): { groups: GroupFact[]; faults: Fault[] } {
  if (isColleague(line.email, person, facts)) return { groups, faults: [] };
  const closed = groups.filter(({ guestsWelcome }) => !guestsWelcome);
  return { groups: groups.filter(({ guestsWelcome }) => guestsWelcome), faults: closed.map(({ name }) => ({ field: 'groups', code: 'guest-group', value: name })) };
}

function intoGroups(line: FileLine, person: PersonFact, role: Role, wanted: readonly GroupFact[]): Plan {
  const faults: Fault[] = [];
  // A list never takes a role away, nor hands one to who is a member already: that is done by name, in the list of members.
  if (line.roleText !== '' && line.role !== role) faults.push({ field: 'role', code: 'role-kept', value: role });
  const groups = wanted.filter(({ id, name }) => {
    const state = person.memberships.get(id)?.state;
    if (state === 'active') return false;
    if (state === 'banned' || person.left.has(id)) {
      faults.push({ field: 'groups', code: 'left-group', value: name });
      return false;
    }
    return true;
  });
  return groups.length === 0 ? { outcome: 'already', faults } : { outcome: 'extended', person, invitation: null, groups, faults };
}

function byMail(line: FileLine, wanted: readonly GroupFact[], facts: Facts): Plan {
  const open = facts.invitations.get(line.email);
  if (open === undefined) {
    if ((facts.recentMail.get(line.email) ?? 0) >= MOST_MAIL_AN_HOUR) return faulty({ field: 'email', code: 'often-invited' });
    return { outcome: 'invited', groups: [...wanted], faults: [] };
  }
  const faults: Fault[] = line.roleText !== '' && line.role !== open.role ? [{ field: 'role', code: 'role-kept', value: open.role }] : [];
  const groups = wanted.filter(({ id }) => !open.groupIds.has(id));
  return groups.length === 0 ? { outcome: 'already', faults } : { outcome: 'extended', person: null, invitation: open, groups, faults };
}
