// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Member } from '../../platform/db/viewer.ts';
import type { PlaceForViewer } from '../find-place.ts';
import { canInviteAs, isAdmin, type MembershipState, type Role } from '../policy.ts';
import type { PlaceAccess } from '../place-ref.ts';
import { type Facts, type GroupFact, groupKey, type InvitationFact, type PersonFact } from './plan-line.ts';

const HOUR_MS = 3_600_000;

/** What {@link planLine} must know to weigh these addresses, in as many statements however many there are. The transaction must be the system's. */
export async function factsFor(trx: Trx, now: Date, viewer: Member, place: PlaceForViewer, emails: readonly string[], groupsToCome: readonly string[] = []): Promise<Facts> {
  const groups = await groupsFor(trx, viewer, place);
  const wanted = sql`any(${[...new Set(emails)]}::text[])`;
  const domains = sql`any(${[...new Set(emails.map((email) => email.slice(email.lastIndexOf('@') + 1)))]}::text[])`;
  const registered = await trx.selectFrom('organisation_domain').select('domain').where(sql<boolean>`lower(domain::text) = ${domains}`).execute();
  return {
    placeId: place.id,
    guestsWelcome: place.guestsWelcome,
    byStaff: viewer.isStaff,
    groups,
    groupsToCome: new Set(groupsToCome.map(groupKey)),
    people: await peopleFor(trx, wanted, [place.id, ...groups.map(({ id }) => id)]),
    ...(await invitationsFor(trx, wanted, place.id, now)),
    domains: new Set(registered.map(({ domain }) => domain.toLowerCase())),
  };
}

/** The groups that the viewer may know of. */
export async function groupsFor(trx: Trx, viewer: Member, place: PlaceForViewer): Promise<GroupFact[]> {
  const audiences = sql`any(${[...viewer.audiences]}::bigint[])`;
  const rows = await trx
    .selectFrom('place as p')
    .innerJoin('actor as pa', 'pa.id', 'p.id')
    .leftJoin('membership as mine', (join) => join.onRef('mine.place_id', '=', 'p.id').on('mine.member_id', '=', viewer.actorId))
    .select(['p.id', 'p.slug', 'pa.name', 'p.access', 'p.members_audience_id', 'p.knowing_audience_id', 'p.guests_welcome', 'mine.role', 'mine.state', 'mine.suspended_until'])
    .where('p.parent_id', '=', place.id)
    .where('p.deleted_at', 'is', null)
    .where(sql<boolean>`(p.audience_id = ${audiences} or p.members_audience_id = ${audiences})`)
    .orderBy('p.id')
    .execute();
  return rows.map((row) => {
    // Check constraints keep these to their words.
    const access = row.access as PlaceAccess;
    const standing = row.state === null ? null : { role: row.role as Role, state: row.state as MembershipState, suspended: row.suspended_until !== null };
    return { id: row.id, name: row.name, slug: row.slug, access, membersAudienceId: row.members_audience_id, knowingAudienceId: row.knowing_audience_id, guestsWelcome: row.guests_welcome, mayFill: isAdmin(place.myMembership) || canInviteAs({ access }, standing, 'member') };
  });
}

async function peopleFor(trx: Trx, wanted: ReturnType<typeof sql>, placeIds: readonly string[]): Promise<Map<string, PersonFact>> {
  const accounts = await trx.selectFrom('account').select(['email_key', 'actor_id', 'is_staff', 'locale']).where(sql<boolean>`email_key = ${wanted}`).where('confirmed_at', 'is not', null).where('suspended_at', 'is', null).execute();
  const actors = sql`any(${accounts.map((account) => account.actor_id)}::uuid[])`;
  const places = sql`any(${[...placeIds]}::uuid[])`;
  const memberships = await trx.selectFrom('membership').select(['id', 'member_id', 'place_id', 'state', 'role']).where(sql<boolean>`member_id = ${actors} and place_id = ${places}`).execute();
  const ends = await trx.selectFrom('membership_end').select(['member_id', 'place_id']).where(sql<boolean>`member_id = ${actors} and place_id = ${places}`).execute();
  const standings = Map.groupBy(memberships, (row) => row.member_id);
  const left = Map.groupBy(ends, (row) => row.member_id);
  return new Map(
    accounts.map((account) => [
      account.email_key,
      {
        actorId: account.actor_id,
        isStaff: account.is_staff,
        locale: account.locale,
        // Check constraints keep role and state to these words.
        memberships: new Map((standings.get(account.actor_id) ?? []).map((row) => [row.place_id, { id: row.id, state: row.state as MembershipState, role: row.role as Role }])),
        left: new Set((left.get(account.actor_id) ?? []).map((row) => row.place_id)),
      },
    ]),
  );
}

async function invitationsFor(trx: Trx, wanted: ReturnType<typeof sql>, placeId: string, now: Date): Promise<Pick<Facts, 'invitations' | 'recentMail'>> {
  const rows = await trx
    .selectFrom('invitation')
    .select(['id', 'place_id', 'email_key', 'role', 'created_at', 'sent_at'])
    .select(({ eb, and }) => and([eb('place_id', '=', placeId), eb('revoked_at', 'is', null), eb('expires_at', '>', now), eb('uses', '<', eb.ref('max_uses'))]).as('is_open'))
    .select(sql<string[]>`array(select g.group_id::text from invitation_group g where g.invitation_id = invitation.id)`.as('group_ids'))
    .where(sql<boolean>`email_key = ${wanted}`)
    .where(({ or, eb }) => or([eb('place_id', '=', placeId), eb('created_at', '>', new Date(now.getTime() - HOUR_MS))]))
    .orderBy('created_at')
    .execute();
  const invitations = new Map<string, InvitationFact>();
  const recentMail = new Map<string, number>();
  for (const row of rows) {
    const email = row.email_key ?? '';
    // A check constraint keeps `role` to these words.
    if (row.is_open) invitations.set(email, { id: row.id, role: row.role as Role, groupIds: new Set(row.group_ids) });
    if ((row.sent_at ?? row.created_at).getTime() > now.getTime() - HOUR_MS) recentMail.set(email, (recentMail.get(email) ?? 0) + 1);
  }
  return { invitations, recentMail };
}
