// SPDX-License-Identifier: EUPL-1.2
import { memberOfActor } from '../../identity/public.ts';
import { withSystem } from '../../platform/db/database.ts';
import type { Locale, Member } from '../../platform/db/viewer.ts';
import type { Deps } from '../../platform/deps.ts';
import { NotFound, Problem } from '../../platform/http/problem.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import type { ReplyRefusal } from '../../platform/mail/reply-refused.ts';
import { postForViewer, postUrl, replyToPost } from '../../posts/public.ts';
import { automaticBecause, hasAttachments, type ReadMail, senderOf } from './read-mail.ts';
import { claim, settle, settleAlone, type WaitingMail } from './settle.ts';

const HOUR = 3_600_000;
/** Of one person in an hour: no hand writes more. */
const MOST_ANSWERS = 60;
/** Of one person in a day: whoever found an address cannot fill the box of its owner. */
const MOST_LETTERS = 20;
const LONGEST_ANSWER = 100_000;

interface Owner {
  actorId: string;
  name: string;
  email: string;
  locale: Locale;
  instance: string;
  rootId: string;
  expiresAt: Date;
  answersThisHour: number;
  lettersToday: number;
}

/** Places an answer as the person whose address it came to, with the rights that they have now; or tells them why not. */
export async function handleReply(deps: Deps, mail: WaitingMail, { email, words, broken }: ReadMail): Promise<void> {
  const automatic = automaticBecause(email, mail.envelopeFrom, deps.config);
  if (automatic !== null) return settleAlone(deps, mail, 'ignored', automatic);
  const owner = await ownerOf(deps, mail);
  if (owner === null) return settleAlone(deps, mail, 'ignored', 'nobody');
  const viewer = await memberOfActor(deps.database.pool, owner.actorId);
  const refuse = (why: ReplyRefusal, detail = '') => tell(deps, mail, owner, viewer, why, detail);
  const sender = senderOf(email);
  if (sender !== owner.email.toLowerCase()) return refuse('spoofed', sender?.slice(0, 200));
  if (viewer === null) return refuse('suspended');
  if (owner.expiresAt <= deps.clock.now()) return refuse('expired');
  if (owner.answersThisHour >= MOST_ANSWERS) return refuse('too-often');
  if (broken) return refuse('unreadable');
  if (words === '') return refuse('empty');
  if (words.length > LONGEST_ANSWER) return refuse('too-long');
  try {
    await place(deps, mail, owner, viewer, words, hasAttachments(email));
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    // Absent and hidden are not told apart, here as anywhere.
    if (error instanceof NotFound) return refuse('gone');
    return refuse('not-allowed', (error.faults[0]?.text ?? error.text)[owner.locale]);
  }
}

async function place(deps: Deps, mail: WaitingMail, owner: Owner, viewer: Member, words: string, hadAttachments: boolean): Promise<void> {
  await deps.database.asViewer(viewer, async (trx) => {
    if (!(await claim(trx, mail))) return;
    await replyToPost(trx, deps, viewer, owner.rootId, { body: words }, (send) => send());
    await settle(trx, deps, mail, 'placed', hadAttachments ? 'attachments' : '');
    // As the system: mail is nobody's to read.
    if (hadAttachments) await withSystem(trx, () => letterTo(trx, deps, owner, 'attachments', '', postUrl(owner.rootId, null)));
  });
}

/** In the transaction that notes it: told once. Always to the address of the account, never to whoever a mail says it is from. */
async function tell(deps: Deps, mail: WaitingMail, owner: Owner, viewer: Member | null, why: ReplyRefusal, detail: string): Promise<void> {
  const path = viewer !== null && why !== 'gone' ? await threadFor(deps, viewer, owner.rootId) : null;
  await deps.database.asSystem(async (trx) => {
    if (!(await claim(trx, mail))) return;
    await settle(trx, deps, mail, 'refused', why);
    if (owner.lettersToday < MOST_LETTERS) await letterTo(trx, deps, owner, why, detail, path ?? '/');
  });
}

async function letterTo(trx: Parameters<typeof queueMail>[0], { config }: Deps, owner: Owner, why: ReplyRefusal, detail: string, path: string): Promise<void> {
  await queueMail(trx, { to: owner.email, template: 'reply-refused', locale: owner.locale, data: { name: owner.name, instance: owner.instance, why, detail, url: `${config.publicUrl}${path}` } });
}

/** Null where they may not read it any more. */
async function threadFor({ database }: Deps, viewer: Member, rootId: string): Promise<string | null> {
  const found = await database.readAs(viewer, (trx) => postForViewer(trx, viewer, rootId)).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return found === null ? null : postUrl(rootId, null);
}

/** Also of a suspended account, which is told; null for one that is gone. As the system: it is read before it is known as whom to read. */
async function ownerOf({ database, clock }: Deps, { ownerId, replyAddressId, id }: WaitingMail): Promise<Owner | null> {
  if (ownerId === null || replyAddressId === null) return null;
  const now = clock.now().getTime();
  return database.asSystem(async (trx) => {
    const row = await trx
      .selectFrom('reply_address as r')
      .innerJoin('actor as a', 'a.id', 'r.owner_id')
      .innerJoin('account as c', 'c.actor_id', 'a.id')
      .innerJoin('instance as i', (join) => join.onTrue())
      .select(['r.root_id', 'r.expires_at', 'a.name', 'c.email', 'c.locale', 'i.name as instance'])
      .select((select) => [
        select.selectFrom('inbound_mail as m').select(({ fn }) => fn.countAll<number>().as('count')).where('m.owner_id', '=', ownerId).where('m.id', '!=', id).where('m.state', '=', 'placed').where('m.received_at', '>', new Date(now - HOUR)).as('answers'),
        select.selectFrom('inbound_mail as m').select(({ fn }) => fn.countAll<number>().as('count')).where('m.owner_id', '=', ownerId).where('m.id', '!=', id).where('m.state', '=', 'refused').where('m.received_at', '>', new Date(now - 24 * HOUR)).as('letters'),
      ])
      .where('r.id', '=', replyAddressId)
      .where('a.deleted_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return null;
    // A check constraint keeps the language to the two.
    const locale = row.locale as Locale;
    return { actorId: ownerId, name: row.name, email: row.email, locale, instance: row.instance, rootId: row.root_id, expiresAt: row.expires_at, answersThisHour: Number(row.answers ?? 0), lettersToday: Number(row.letters ?? 0) };
  });
}
