// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Config } from '../platform/config/config.ts';
import { thoseWhoBlock } from '../people/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Locale, Member } from '../platform/db/viewer.ts';
import { BadInput, Forbidden, NotFound } from '../platform/http/problem.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { queueMail } from '../platform/mail/queue-mail.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import type { MemberInvited } from './events.ts';
import { lockPlaceForViewer, type PlaceAddress, type PlaceForViewer, placeForViewer } from './find-place.ts';
import { insideAudience } from './memberships.ts';
import type { PlaceAccess } from './place-ref.ts';
import { canInviteAs, canSeeMembers, type Role } from './policy.ts';

const DAY = 24 * 3_600_000;
const DEFAULT_DAYS = 30;
const MOST_DAYS = 90;
const DEFAULT_LINK_USES = 100;

type Surroundings = Pick<Deps, 'clock' | 'config'>;

/** By mail: for one address, once. @returns one line per address, the same whether or not somebody has it. */
export async function inviteByMail(trx: Trx, { clock, config }: Surroundings, viewer: Member, address: PlaceAddress, invite: { emails: string[]; role?: Role; expiresAt?: string }): Promise<{ id: string; email: string; state: 'sent' }[]> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  const role = invite.role ?? 'member';
  requireInviter(viewer, place, role);
  const now = clock.now();
  const expiresAt = expiryOf(invite.expiresAt, now);
  const emails = normalised(invite.emails);
  if (!place.guestsWelcome) await requireColleagues(trx, invite.emails);
  // As the system: mail and accounts are nobody's to read.
  return withSystem(trx, async () => {
    await trx.updateTable('invitation').set({ revoked_at: now }).where('place_id', '=', place.id).where('email_key', 'in', emails).where('revoked_at', 'is', null).execute();
    const sent = await sendInvitations(trx, config, viewer, place, emails.map((email) => ({ email, role })), { now, expiresAt });
    return sent.map(({ id, email }) => ({ id, email, state: 'sent' as const }));
  });
}

/** Where no guests come, only addresses of organisations that take part are invited. Domains are no secret; who has an account is. */
async function requireColleagues(trx: Trx, emails: readonly string[]): Promise<void> {
  const domainOf = (email: string) => email.trim().toLowerCase().slice(email.trim().lastIndexOf('@') + 1);
  const rows = await trx.selectFrom('organisation_domain').select('domain').where(sql<boolean>`lower(domain::text) = any(${emails.map(domainOf)}::text[])`).execute();
  const known = new Set(rows.map(({ domain }) => domain.toLowerCase()));
  const at = emails.findIndex((email) => !known.has(domainOf(email)));
  if (at !== -1) throw new BadInput(`emails/${at}`, { nl: 'Hier komen geen gasten: dit adres hoort bij geen aangesloten organisatie.', en: 'No guests here: this address belongs to no organisation that takes part.' });
}

export interface ToInvite {
  email: string;
  role: Role;
  name?: string;
  importId?: string;
}

/** Makes an invitation for each address and puts its mail in the outbox. The transaction must be the system's, and the place locked. */
export async function sendInvitations(trx: Trx, { publicUrl }: Pick<Config, 'publicUrl'>, viewer: Member, place: PlaceForViewer, people: readonly ToInvite[], { now, expiresAt = expiryOf(undefined, now) }: { now: Date; expiresAt?: Date }): Promise<{ id: string; email: string }[]> {
  if (people.length === 0) return [];
  const instance = await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow();
  const accounts = await trx.selectFrom('account').select(['email_key', 'actor_id', 'locale']).where('email_key', 'in', people.map(({ email }) => email)).where('confirmed_at', 'is not', null).execute();
  const made = people.map((person) => ({ ...person, id: newId(), token: newSecret(), account: accounts.find((each) => each.email_key === person.email) }));
  await trx.insertInto('invitation').values(made.map(({ id, token, email, role, name, importId }) => ({ ...rowOf(place, viewer, { email, role, maxUses: 1, expiresAt, now }), id, token_hash: hashSecret(token), name: name ?? '', import_id: importId ?? null, sent_at: now }))).execute();
  // Who blocked the one that invites gets no mail of it; the one that invites sees no difference.
  const blocking = await thoseWhoBlock(trx, viewer.actorId, accounts.map((each) => each.actor_id));
  for (const { token, email, account } of made.filter((each) => each.account === undefined || !blocking.has(each.account.actor_id))) await mailInvitation(trx, { email, locale: (account?.locale ?? viewer.locale) as Locale, inviter: viewer.name, place: place.name, url: invitationUrl(publicUrl, token), instance: instance.name, expiresAt });
  await publishAll<MemberInvited>(trx, made.map(({ id, account }) => ({ type: 'MemberInvited', placeId: place.id, invitationId: id, byId: viewer.actorId, memberId: account?.actor_id ?? null })));
  return made.map(({ id, email }) => ({ id, email }));
}

async function mailInvitation(trx: Trx, { email, locale, expiresAt, ...data }: { email: string; locale: Locale; inviter: string; place: string; url: string; instance: string; expiresAt: Date }): Promise<void> {
  await queueMail(trx, { to: email, template: 'invitation', locale, data: { ...data, expires: dayOf(expiresAt, locale) } });
}

/** By link: for whoever has it, as an ordinary member, so many times. `source` says where it hangs, so that members can be counted by it. */
export async function inviteByLink(trx: Trx, { clock, config }: Surroundings, viewer: Member, address: PlaceAddress, invite: { maxUses?: number; expiresAt?: string; source?: string }): Promise<{ id: string; url: string }> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  requireInviter(viewer, place, 'member');
  const now = clock.now();
  const id = newId();
  const token = newSecret();
  await trx
    .insertInto('invitation')
    .values({ ...rowOf(place, viewer, { email: null, role: 'member', maxUses: invite.maxUses ?? DEFAULT_LINK_USES, expiresAt: expiryOf(invite.expiresAt, now), now }), id, token_hash: hashSecret(token), source: invite.source?.trim() ?? '' })
    .execute();
  // As the system: the address itself is in nobody's lists.
  await withSystem(trx, () => trx.insertInto('invitation_link').values({ invitation_id: id, token }).execute());
  await publish<MemberInvited>(trx, { type: 'MemberInvited', placeId: place.id, invitationId: id, byId: viewer.actorId, memberId: null });
  return { id, url: invitationUrl(config.publicUrl, token) };
}

/** The address of a link that still works, to copy, print or draw as a QR code. */
export async function linkOf(trx: Trx, { clock, config }: Surroundings, viewer: Member, address: PlaceAddress, id: string): Promise<{ url: string; source: string; expiresAt: string; building: { name: string; slug: string; access: PlaceAccess } }> {
  const place = await placeForViewer(trx, viewer, address);
  requireInviter(viewer, place, 'member');
  const invitation = await openInvitation(trx, clock.now(), place.id, id);
  // As the system: the address itself is in nobody's lists.
  const link = await withSystem(trx, () => trx.selectFrom('invitation_link').select('token').where('invitation_id', '=', id).executeTakeFirst());
  if (link === undefined) throw new NotFound();
  return { url: invitationUrl(config.publicUrl, link.token), source: invitation.source, expiresAt: invitation.expires_at.toISOString(), building: { name: place.name, slug: place.slug, access: place.access } };
}

/** To whom an invitation by mail would go once more; asked before their mail is counted. */
export async function addresseeOf(trx: Trx, { clock }: Pick<Deps, 'clock'>, viewer: Member, address: PlaceAddress, id: string): Promise<string> {
  const place = await placeForViewer(trx, viewer, address);
  requireInviter(viewer, place, 'member');
  const { email } = await openInvitation(trx, clock.now(), place.id, id);
  if (email === null) throw new NotFound();
  return email;
}

/** Sends an invitation by mail once more, with a new link and a new term; the old link ends. */
export async function resendInvitation(trx: Trx, { clock, config }: Surroundings, viewer: Member, address: PlaceAddress, id: string): Promise<{ id: string; sentAt: string }> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  requireInviter(viewer, place, 'member');
  const now = clock.now();
  const invitation = await openInvitation(trx, now, place.id, id);
  const { email } = invitation;
  if (email === null) throw new NotFound();
  // A check constraint keeps `role` to these words.
  requireInviter(viewer, place, invitation.role as Role);
  const token = newSecret();
  const expiresAt = expiryOf(undefined, now);
  await trx.updateTable('invitation').set({ token_hash: hashSecret(token), sent_at: now, expires_at: expiresAt, invited_by: viewer.actorId }).where('id', '=', id).execute();
  // As the system: mail and accounts are nobody's to read.
  await withSystem(trx, async () => {
    const instance = await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow();
    const account = await trx.selectFrom('account').select(['locale', 'actor_id']).where('email_key', '=', email.toLowerCase()).executeTakeFirst();
    if (account !== undefined && (await thoseWhoBlock(trx, viewer.actorId, [account.actor_id])).size > 0) return;
    await mailInvitation(trx, { email, locale: (account?.locale ?? viewer.locale) as Locale, inviter: viewer.name, place: place.name, url: invitationUrl(config.publicUrl, token), instance: instance.name, expiresAt });
  });
  return { id, sentAt: now.toISOString() };
}

async function openInvitation(trx: Trx, now: Date, placeId: string, id: string) {
  const found = await trx
    .selectFrom('invitation')
    .select(['email', 'role', 'source', 'expires_at'])
    .where('id', '=', id)
    .where('place_id', '=', placeId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .whereRef('uses', '<', 'max_uses')
    .executeTakeFirst();
  if (found === undefined) throw new NotFound();
  return found;
}

export async function revokeInvitation(trx: Trx, { clock }: Pick<Deps, 'clock'>, viewer: Member, address: PlaceAddress, id: string): Promise<void> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  requireInviter(viewer, place, 'member');
  const invitation = await trx.selectFrom('invitation').select(['id', 'role']).where('id', '=', id).where('place_id', '=', place.id).where('revoked_at', 'is', null).forUpdate().executeTakeFirst();
  if (invitation === undefined) throw new NotFound();
  // A check constraint keeps `role` to these words.
  requireInviter(viewer, place, invitation.role as Role);
  await trx.updateTable('invitation').set({ revoked_at: clock.now() }).where('id', '=', id).execute();
}

/** Outsiders of a closed building learn nothing of its invitations, not even that they may not see them. */
export function requireInviter(viewer: Member, place: PlaceForViewer, role: Role): void {
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  if (!canInviteAs(place, place.myMembership, role)) throw new Forbidden();
}

function rowOf(place: PlaceForViewer, viewer: Member, invitation: { email: string | null; role: Role; maxUses: number; expiresAt: Date; now: Date }) {
  return {
    place_id: place.id, audience_id: insideAudience(place), email: invitation.email, role: invitation.role,
    max_uses: invitation.maxUses, invited_by: viewer.actorId, created_at: invitation.now, expires_at: invitation.expiresAt,
  };
}

/** The page behind it asks for one press: opening the link changes nothing. */
function invitationUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/invitation?token=${token}`;
}

function normalised(emails: readonly string[]): string[] {
  return [...new Set(emails.map((email) => email.trim().toLowerCase()))];
}

function expiryOf(wanted: string | undefined, now: Date): Date {
  if (wanted === undefined) return new Date(now.getTime() + DEFAULT_DAYS * DAY);
  const moment = new Date(wanted);
  if (moment.getTime() > now.getTime() && moment.getTime() <= now.getTime() + MOST_DAYS * DAY) return moment;
  throw new BadInput('expiresAt', { nl: `Kies een moment in de komende ${MOST_DAYS} dagen.`, en: `Choose a moment in the next ${MOST_DAYS} days.` });
}

function dayOf(moment: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(moment);
}
