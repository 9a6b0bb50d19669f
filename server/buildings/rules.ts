// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import { countPeopleWithTraits } from '../people/public.ts';
import type { Clock } from '../platform/clock.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { BadInput, Conflict, Forbidden, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { MembershipRulesChanged } from './events.ts';
import { lockPlaceForViewer, type PlaceAddress, placeForViewer, type PlaceForViewer } from './find-place.ts';
import { insideAudience } from './memberships.ts';
import { canSeeMembers } from './policy.ts';
import type { MembershipRuleSchema, NewRuleBody } from './schemas.ts';

type MembershipRule = Static<typeof MembershipRuleSchema>;
const MOST_RULES = 20;

/** Rules are settings: for those who administer the place. Outsiders of a closed one learn not even that. */
function requireAdmin(viewer: Member, place: PlaceForViewer): void {
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  if (!place.can.edit) throw new Forbidden();
}

/** Needs a transaction of the viewer: who fits is counted as the system. */
export async function rulesOf(trx: Trx, viewer: Member, address: PlaceAddress): Promise<MembershipRule[]> {
  const place = await placeForViewer(trx, viewer, address);
  requireAdmin(viewer, place);
  const rows = await trx
    .selectFrom('membership_rule as r')
    .leftJoin('organisation as o', 'o.id', 'r.organisation_id')
    .leftJoin('theme as t', 't.id', 'r.theme_id')
    .select(['r.id', 'r.organisation_id', 'o.name as organisation', 'r.work_role', 'r.theme_id', 't.name as theme', 'r.created_at'])
    .where('r.place_id', '=', place.id)
    .where('r.audience_id', 'in', [...viewer.audiences])
    .orderBy('r.created_at')
    .orderBy('r.id')
    .limit(MOST_RULES)
    .execute();
  const traits = rows.map((row) => ({ organisationId: row.organisation_id, workRole: row.work_role, themeId: row.theme_id }));
  // As the system: what people share with civil servants is counted for civil servants, and nobody named.
  const counts = rows.length === 0 ? [] : await withSystem(trx, () => countPeopleWithTraits(trx, traits, mayBeIn(place), viewer.isStaff));
  return rows.map((row, index) => ({
    id: row.id,
    people: counts[index] ?? 0,
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation ?? '' },
    // The schema of the body keeps it to these words.
    workRole: row.work_role as MembershipRule['workRole'],
    theme: row.theme_id === null ? null : { id: row.theme_id, name: row.theme ?? '' },
    createdAt: row.created_at.toISOString(),
  }));
}

/** How many people a rule would fit that is not made yet; nobody for one that names nothing. Needs a transaction of the viewer. */
export async function reachOfRule(trx: Trx, viewer: Member, address: PlaceAddress, rule: Static<typeof NewRuleBody>): Promise<number> {
  const place = await placeForViewer(trx, viewer, address);
  requireAdmin(viewer, place);
  const { organisationId = null, workRole = null, themeId = null } = rule;
  if (organisationId === null && workRole === null && themeId === null) return 0;
  // As the system: what people share with civil servants is counted, and nobody named.
  const [people = 0] = await withSystem(trx, () => countPeopleWithTraits(trx, [{ organisationId, workRole, themeId }], mayBeIn(place), viewer.isStaff));
  return people;
}

/** Somebody (`a`) who is in, or whom a rule would let in: as {@link ./apply-rules.ts} has it. */
function mayBeIn(place: PlaceForViewer) {
  const welcome = place.guestsWelcome ? sql`true` : sql`c.is_staff`;
  const inBuilding = place.building === null ? sql`true` : sql`exists (select from membership there where there.member_id = a.id and there.place_id = ${place.building.id}::uuid and there.state = 'active')`;
  return sql`coalesce(
    (select m.state = 'active' from membership m where m.member_id = a.id and m.place_id = ${place.id}::uuid),
    ${welcome} and ${inBuilding} and not exists (select from membership_end e where e.member_id = a.id and e.place_id = ${place.id}::uuid))`;
}

/** Whoever it fits comes in as soon as the rule is acted on. @throws {BadInput} for a rule that names nothing, or nothing that exists */
export async function addRule(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, rule: Static<typeof NewRuleBody>): Promise<string> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  requireAdmin(viewer, place);
  if (!viewer.isStaff) throw new Forbidden({ nl: 'Regels maken ambtenaren.', en: 'Rules are made by civil servants.' });
  const { organisationId = null, workRole = null, themeId = null } = rule;
  if (organisationId === null && workRole === null && themeId === null) throw new BadInput('organisationId', { nl: 'Kies wie er vanzelf lid wordt.', en: 'Choose who becomes a member by itself.' });
  await requireKnown(trx, organisationId, themeId);
  const { count } = await trx.selectFrom('membership_rule').select(({ fn }) => fn.countAll<number>().as('count')).where('place_id', '=', place.id).executeTakeFirstOrThrow();
  if (count >= MOST_RULES) throw new Conflict('too-many-rules', { nl: `Een plek heeft hoogstens ${MOST_RULES} regels.`, en: `A place has at most ${MOST_RULES} rules.` });
  const id = newId();
  const added = await trx
    .insertInto('membership_rule')
    .values({ id, place_id: place.id, audience_id: insideAudience(place), organisation_id: organisationId, work_role: workRole, theme_id: themeId, created_by: viewer.actorId, created_at: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) throw new Conflict('rule-exists', { nl: 'Deze regel is er al.', en: 'This rule is there already.' });
  await publish<MembershipRulesChanged>(trx, { type: 'MembershipRulesChanged', placeId: place.id, byId: viewer.actorId });
  return id;
}

async function requireKnown(trx: Trx, organisationId: string | null, themeId: string | null): Promise<void> {
  if (organisationId !== null && (await trx.selectFrom('organisation').select('id').where('id', '=', organisationId).executeTakeFirst()) === undefined) {
    throw new BadInput('organisationId', { nl: 'Deze organisatie is er niet.', en: 'There is no such organisation.' });
  }
  if (themeId !== null && (await trx.selectFrom('theme').select('id').where('id', '=', themeId).executeTakeFirst()) === undefined) {
    throw new BadInput('themeId', { nl: 'Dit thema is er niet.', en: 'There is no such theme.' });
  }
}

/** Whoever came in by it and fits no other rule leaves as soon as that is acted on. */
export async function removeRule(trx: Trx, viewer: Member, address: PlaceAddress, id: string): Promise<void> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  requireAdmin(viewer, place);
  // As the system: the rule was read above through its place.
  const gone = await withSystem(trx, () => trx.deleteFrom('membership_rule').where('id', '=', id).where('place_id', '=', place.id).returning('id').executeTakeFirst());
  if (gone === undefined) throw new NotFound();
  await publish<MembershipRulesChanged>(trx, { type: 'MembershipRulesChanged', placeId: place.id, byId: viewer.actorId });
}
