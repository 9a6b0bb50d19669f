// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { Locale, Member } from '../../platform/db/viewer.ts';
import { newId } from '../../platform/ids.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { publishAll } from '../../platform/outbox/publish.ts';
import type { MemberAdded, MembershipJoined } from '../events.ts';
import type { PlaceForViewer } from '../find-place.ts';
import { sendInvitations } from '../invite.ts';
import { changeMemberCount, membershipAudience } from '../memberships.ts';
import type { Role } from '../policy.ts';
import type { GroupFact, PersonFact, Plan } from './plan-line.ts';
import type { FileLine } from './read-csv.ts';

export interface Planned {
  line: FileLine;
  plan: Plan;
}

interface Surroundings {
  config: Pick<Config, 'publicUrl'>;
  now: Date;
  viewer: Member;
  place: PlaceForViewer;
  importId: string;
}

/** Does what was planned for some lines, in as many statements however many they are, mail apart. The transaction must be the system's, and the place and its groups locked. */
export async function carryOut(trx: Trx, around: Surroundings, planned: readonly Planned[]): Promise<void> {
  const added = planned.flatMap(({ line, plan }) => (plan.outcome === 'added' ? [{ person: plan.person, role: line.role, groups: plan.groups }] : []));
  await letIn(trx, around, around.place, added.map(({ person, role }) => ({ person, role })));
  const extended = planned.flatMap(({ plan }) => (plan.outcome === 'extended' && plan.person !== null ? [{ person: plan.person, groups: plan.groups }] : []));
  const byGroup = new Map<GroupFact, { person: PersonFact; role: Role }[]>();
  for (const { person, groups } of [...added, ...extended]) for (const group of groups) byGroup.set(group, [...(byGroup.get(group) ?? []), { person, role: 'member' }]);
  for (const [group, people] of byGroup) await letIn(trx, around, group, people);
  await tellAdded(trx, around, added);
  await inviteRest(trx, around, planned);
}

/** Into one place, building or group. */
async function letIn(trx: Trx, { viewer, now }: Surroundings, place: { id: string; access: PlaceForViewer['access']; membersAudienceId: number; knowingAudienceId: number | null }, people: readonly { person: PersonFact; role: Role }[]): Promise<void> {
  if (people.length === 0) return;
  const audience = membershipAudience(place, 'active');
  const rows = people.map(({ person, role }) => ({
    id: person.memberships.get(place.id)?.id ?? newId(), member_id: person.actorId, place_id: place.id, role, state: 'active', joined_through: 'import', audience_id: audience, decided_by: viewer.actorId, decided_at: now, created_at: now,
  }));
  await trx
    .insertInto('membership')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'place_id']).doUpdateSet(({ ref }) => ({
        role: ref('excluded.role'), state: ref('excluded.state'), joined_through: ref('excluded.joined_through'), audience_id: ref('excluded.audience_id'), decided_by: ref('excluded.decided_by'), decided_at: ref('excluded.decided_at'), note: '',
      })),
    )
    .execute();
  await changeMemberCount(trx, place.id, rows.length);
  await publishAll<MembershipJoined>(trx, rows.map((row) => ({ type: 'MembershipJoined', placeId: place.id, membershipId: row.id, memberId: row.member_id })));
}

/** Nobody is a member somewhere without knowing: a notification, and a mail with a way out. */
async function tellAdded(trx: Trx, { config, viewer, place }: Surroundings, added: readonly { person: PersonFact; groups: readonly GroupFact[] }[]): Promise<void> {
  if (added.length === 0) return;
  const ids = added.map(({ person }) => person.actorId);
  const rows = await trx.selectFrom('membership as m').innerJoin('actor as a', 'a.id', 'm.member_id').innerJoin('account as c', 'c.actor_id', 'm.member_id').select(['m.id', 'm.member_id', 'a.name', 'c.email']).where('m.place_id', '=', place.id).where(sql<boolean>`m.member_id = any(${ids}::uuid[])`).execute();
  const instance = await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow();
  await publishAll<MemberAdded>(trx, rows.map((row) => ({ type: 'MemberAdded', placeId: place.id, membershipId: row.id, memberId: row.member_id, byId: viewer.actorId })));
  const url = `${config.publicUrl}${place.url}`;
  for (const { person, groups } of added) {
    const row = rows.find((each) => each.member_id === person.actorId);
    if (row === undefined || person.actorId === viewer.actorId) continue;
    const data = { name: row.name, inviter: viewer.name, place: place.name, groups: groups.map((group) => group.name).join(', '), url, leaveUrl: `${url}?leave=1`, instance: instance.name };
    // A check constraint keeps `locale` to these words.
    await queueMail(trx, { to: row.email, template: 'added', locale: person.locale as Locale, data });
  }
}

async function inviteRest(trx: Trx, { config, now, viewer, place, importId }: Surroundings, planned: readonly Planned[]): Promise<void> {
  const invited = planned.flatMap(({ line, plan }) => (plan.outcome === 'invited' ? [{ line, groups: plan.groups }] : []));
  const sent = await sendInvitations(trx, config, viewer, place, invited.map(({ line }) => ({ email: line.email, role: line.role, name: line.name, importId })), { now });
  const groupsOf = new Map(invited.map(({ line, groups }) => [line.email, groups]));
  const rows = [
    ...sent.flatMap(({ id, email }) => (groupsOf.get(email) ?? []).map((group) => ({ invitation_id: id, group_id: group.id }))),
    ...planned.flatMap(({ plan }) => (plan.outcome === 'extended' && plan.invitation !== null ? plan.groups.map((group) => ({ invitation_id: plan.invitation?.id ?? '', group_id: group.id })) : [])),
  ];
  if (rows.length > 0) await trx.insertInto('invitation_group').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
}
