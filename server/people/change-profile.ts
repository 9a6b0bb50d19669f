// SPDX-License-Identifier: EUPL-1.2
import { type Insertable, sql } from 'kysely';
import { type ActorChanged, changeLocale, cleanName, type ProfileChanged } from '../identity/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { DB } from '../platform/db/schema.gen.ts';
import type { Member } from '../platform/db/viewer.ts';
import { BadInput } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import { nothingTold, partAt, themesOf, type Told, toldOf } from './profile-parts.ts';
import type { ProfileInput } from './schemas.ts';
import { audienceOf, levels, type Sharing, sharingOf } from './sharing.ts';

/** One's own profile; the handle stays, as links and mentions hold it. */
export async function changeProfile(trx: Trx, member: Member, changes: ProfileInput, now: Date): Promise<void> {
  const { name, locale } = changes;
  if (name !== undefined && cleanName(name) !== member.name) {
    await trx.updateTable('actor').set({ name: cleanName(name) }).where('id', '=', member.actorId).execute();
    await publish<ActorChanged>(trx, { type: 'ActorChanged', actorId: member.actorId });
  }
  // The language is part of the account, which nobody sees; it is the member's own.
  if (locale !== undefined) await withSystem(trx, () => changeLocale(trx, member.accountId, locale));
  const told = toldIn(changes);
  if (Object.keys(told).length > 0 || changes.sharing !== undefined || changes.portfolio !== undefined || changes.expertise !== undefined) {
    await rewrite(trx, member, { told, sharing: changes.sharing ?? {}, portfolio: changes.portfolio, expertise: changes.expertise }, now);
  }
  if (answersFirstQuestions(changes)) await welcome(trx, member, now);
}

/** @returns the key of the picture that was there before, whose files may go. */
export async function changePhoto(trx: Trx, member: Member, photo: string | null, now: Date): Promise<string | null> {
  const before = await rewrite(trx, member, { told: { photo }, sharing: {} }, now);
  return before.photo === photo ? null : before.photo;
}

/** Locks the profile. @returns whether this is the photograph of the member now */
export async function lockedPhotoIs(trx: Trx, member: Member, photo: string): Promise<boolean> {
  await trx.selectFrom('profile').select('actor_id').where('actor_id', '=', member.actorId).forUpdate().execute();
  const row = await trx.selectFrom('profile_part').select('photo').where('actor_id', '=', member.actorId).where('photo', '=', photo).executeTakeFirst();
  return row !== undefined;
}

interface Rewriting {
  told: Partial<Told>;
  sharing: Partial<Sharing>;
  portfolio?: readonly string[] | undefined;
  expertise?: readonly string[] | undefined;
}

/** Puts every field where it is shared now. The profile is locked, so that two windows do not undo each other halfway. */
async function rewrite(trx: Trx, member: Member, changes: Rewriting, now: Date): Promise<Told> {
  const id = member.actorId;
  await trx.insertInto('profile').values({ actor_id: id }).onConflict((conflict) => conflict.doNothing()).execute();
  const profile = await trx.selectFrom('profile').select('sharing').where('actor_id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const sharingBefore = sharingOf(profile.sharing);
  const sharing: Sharing = { ...sharingBefore, ...changes.sharing };
  const before = (await toldOf(trx, member, [id])).get(id) ?? nothingTold;
  const told: Told = { ...before, ...changes.told };

  await trx.updateTable('profile').set({ sharing: JSON.stringify(sharing), updated_at: now }).where('actor_id', '=', id).execute();
  await trx.deleteFrom('profile_part').where('actor_id', '=', id).execute();
  const parts = levels.flatMap((level) => {
    const fields = partAt(told, (field) => sharing[field], level);
    // The columns are those of `partColumns`, whose values have the types of `Told`.
    return fields === null ? [] : [{ actor_id: id, level, audience_id: audienceOf(level), ...fields } as Insertable<DB['profile_part']>];
  });
  for (const part of parts) await trx.insertInto('profile_part').values(part).execute();
  await showOnActor(trx, id, told, sharing);

  const themes = await holdThemes(trx, member, changes, sharing);
  const roleChanged = before.workRole !== told.workRole || sharingBefore.workRole !== sharing.workRole;
  if (themes || roleChanged) await publish<ProfileChanged>(trx, { type: 'ProfileChanged', actorId: id });
  return before;
}

/** What everybody may see stands with the actor as well, where rooms that show people by the dozen find it. */
async function showOnActor(trx: Trx, id: string, told: Told, sharing: Sharing): Promise<void> {
  const open = <Field extends keyof Told>(field: Field): Told[Field] | null => (sharing[field] === 'public' ? told[field] : null);
  const shown = { job_title: open('jobTitle'), summary: open('about') ?? '', work_role: open('workRole'), photo: open('photo') };
  const before = await trx.selectFrom('actor').select(['job_title', 'summary', 'work_role', 'photo']).where('id', '=', id).executeTakeFirstOrThrow();
  await trx.updateTable('actor').set(shown).where('id', '=', id).execute();
  const changed = (Object.keys(shown) as (keyof typeof shown)[]).some((field) => shown[field] !== before[field]);
  if (changed) await publish<ActorChanged>(trx, { type: 'ActorChanged', actorId: id });
}

/** @returns whether anything changed */
async function holdThemes(trx: Trx, member: Member, changes: Rewriting, sharing: Sharing): Promise<boolean> {
  const held = (await themesOf(trx, member, [member.actorId])).get(member.actorId) ?? { portfolio: [], expertise: [] };
  let changed = false;
  for (const kind of ['portfolio', 'expertise'] as const) {
    const before = held[kind].map((theme) => theme.id);
    const after = [...new Set(changes[kind] ?? before)];
    const level = sharing[kind];
    const gone = before.filter((id) => !after.includes(id));
    const added = after.filter((id) => !before.includes(id));
    if (gone.length > 0) await trx.deleteFrom('actor_theme').where('actor_id', '=', member.actorId).where('kind', '=', kind).where('theme_id', 'in', gone).execute();
    if (added.length > 0) {
      await requireThemes(trx, kind, changes[kind] ?? []);
      await trx.insertInto('actor_theme').values(added.map((theme_id) => ({ actor_id: member.actorId, theme_id, kind, level, audience_id: audienceOf(level) }))).execute();
    }
    const { numUpdatedRows } = await trx.updateTable('actor_theme').set({ level, audience_id: audienceOf(level) }).where('actor_id', '=', member.actorId).where('kind', '=', kind).where('level', '!=', level).executeTakeFirst();
    changed ||= gone.length > 0 || added.length > 0 || numUpdatedRows > 0n;
  }
  return changed;
}

/** Held until the end, so that none is merged into another meanwhile. */
async function requireThemes(trx: Trx, kind: string, wanted: readonly string[]): Promise<void> {
  const known = new Set((await trx.selectFrom('theme').select('id').where('id', 'in', [...wanted]).orderBy('id').forKeyShare().execute()).map((row) => row.id));
  const unknown = wanted.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw new BadInput(`${kind}/${unknown}`, { nl: 'Dit onderwerp bestaat niet meer. Kies een ander.', en: 'This theme no longer exists. Choose another.' });
}

function toldIn({ jobTitle, workRole, about, region, languages, contactEmail, phone, links }: ProfileInput): Partial<Told> {
  return {
    ...(jobTitle === undefined ? {} : { jobTitle: line(jobTitle) }),
    ...(workRole === undefined ? {} : { workRole }),
    ...(about === undefined ? {} : { about: tidy(about) }),
    ...(region === undefined ? {} : { region: line(region) }),
    ...(languages === undefined ? {} : { languages: [...new Set(languages)] }),
    ...(contactEmail === undefined ? {} : { email: line(contactEmail) }),
    ...(phone === undefined ? {} : { phone: line(phone) }),
    ...(links === undefined ? {} : { links: [...new Set(links.map(webAddress))] }),
  };
}

function webAddress(link: string, index: number): string {
  const url = URL.parse(link.trim());
  if (url === null || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '' || url.href.length > 400) {
    throw new BadInput(`links/${index}`, { nl: 'Vul een webadres in, zoals https://www.zuiderdam.nl.', en: 'Give a web address, such as https://www.zuiderdam.nl.' });
  }
  return url.href;
}

function line(text: string | null): string | null {
  return tidy(text)?.replace(/\s+/g, ' ') ?? null;
}

function tidy(text: string | null): string | null {
  const trimmed = text?.normalize('NFC').replace(/\r\n?/g, '\n').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Whoever tells any of this, there or in their settings, is not asked for it again. */
function answersFirstQuestions({ workRole, portfolio, expertise, region }: ProfileInput): boolean {
  return [workRole, portfolio, expertise, region].some((answer) => answer !== undefined);
}

/** The first questions are asked once. */
export async function welcome(trx: Trx, member: Member, now: Date): Promise<void> {
  await trx
    .insertInto('profile')
    .values({ actor_id: member.actorId, welcomed_at: now })
    .onConflict((conflict) => conflict.column('actor_id').doUpdateSet({ welcomed_at: sql<Date>`coalesce(profile.welcomed_at, excluded.welcomed_at)` }))
    .execute();
}
