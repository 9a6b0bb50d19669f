// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Locale, Member } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { BadInput, Forbidden, NotFound } from '../platform/http/problem.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { queueMail } from '../platform/mail/queue-mail.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { MemberInvited } from './events.ts';
import { lockPlaceForViewer, type PlaceForViewer } from './find-place.ts';
import { canInviteAs, canSeeMembers, type Role } from './policy.ts';

const DAY = 24 * 3_600_000;
const DEFAULT_DAYS = 30;
const MOST_DAYS = 90;
const DEFAULT_LINK_USES = 100;

type Surroundings = Pick<Deps, 'clock' | 'config'>;

/** By mail: for one address, once. @returns one line per address, the same whether or not somebody has it. */
export async function inviteByMail(trx: Trx, { clock, config }: Surroundings, viewer: Member, slug: string, invite: { emails: string[]; role?: Role; expiresAt?: string }): Promise<{ id: string; email: string; state: 'sent' }[]> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
  const role = invite.role ?? 'member';
  requireInviter(viewer, place, role);
  const now = clock.now();
  const expiresAt = expiryOf(invite.expiresAt, now);
  const emails = normalised(invite.emails);
  // As the system: mail and accounts are nobody's to read.
  return withSystem(trx, async () => {
    const instance = await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow();
    const accounts = await trx.selectFrom('account').select(['email', 'actor_id', 'locale']).where('email_key', 'in', emails.map(sameCase)).where('confirmed_at', 'is not', null).execute();
    await trx.updateTable('invitation').set({ revoked_at: now }).where('place_id', '=', place.id).where('email', 'in', emails).where('revoked_at', 'is', null).execute();
    const sent: { id: string; email: string; state: 'sent' }[] = [];
    for (const email of emails) {
      const account = accounts.find((each) => each.email.toLowerCase() === email);
      // A check constraint keeps `locale` to these words.
      const locale = (account?.locale ?? viewer.locale) as Locale;
      const { id, token } = await addInvitation(trx, place, viewer, { email, role, maxUses: 1, expiresAt, now });
      const data = { inviter: viewer.name, place: place.name, url: invitationUrl(config.publicUrl, token), instance: instance.name, expires: dayOf(expiresAt, locale) };
      await queueMail(trx, { to: email, template: 'invitation', locale, data });
      await publish<MemberInvited>(trx, { type: 'MemberInvited', placeId: place.id, invitationId: id, byId: viewer.actorId, memberId: account?.actor_id ?? null });
      sent.push({ id, email, state: 'sent' });
    }
    return sent;
  });
}

/** By link: for whoever has it, as an ordinary member, so many times. @returns the address, which is kept nowhere. */
export async function inviteByLink(trx: Trx, { clock, config }: Surroundings, viewer: Member, slug: string, invite: { maxUses?: number; expiresAt?: string }): Promise<{ id: string; url: string }> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
  requireInviter(viewer, place, 'member');
  const now = clock.now();
  const { id, token } = await addInvitation(trx, place, viewer, { email: null, role: 'member', maxUses: invite.maxUses ?? DEFAULT_LINK_USES, expiresAt: expiryOf(invite.expiresAt, now), now });
  await publish<MemberInvited>(trx, { type: 'MemberInvited', placeId: place.id, invitationId: id, byId: viewer.actorId, memberId: null });
  return { id, url: invitationUrl(config.publicUrl, token) };
}

export async function revokeInvitation(trx: Trx, { clock }: Pick<Deps, 'clock'>, viewer: Member, slug: string, id: string): Promise<void> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
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

async function addInvitation(
  trx: Trx, place: PlaceForViewer, viewer: Member,
  invitation: { email: string | null; role: Role; maxUses: number; expiresAt: Date; now: Date },
): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newSecret();
  await trx
    .insertInto('invitation')
    .values({
      id, place_id: place.id, audience_id: place.membersAudienceId, email: invitation.email, role: invitation.role, token_hash: hashSecret(token),
      max_uses: invitation.maxUses, invited_by: viewer.actorId, created_at: invitation.now, expires_at: invitation.expiresAt,
    })
    .execute();
  return { id, token };
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
