// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import type { DB } from '../db/schema.gen.ts';
import { isOutage } from '../db/outage.ts';
import type { Deps } from '../deps.ts';
import { subscriber } from '../outbox/subscriber.ts';
import type { Updateable } from 'kysely';
import { mailContents, returnPaths } from './mail-contents.ts';
import type { MailHeaders } from './mail-headers.ts';
import { createOneSender, type OneSender } from './one-sender.ts';
import { isAlwaysTried, pauseAddress, pauseOf } from './pauses.ts';
import { createPost, type Post, refusalIn } from './post-mail.ts';
import { publish } from '../outbox/publish.ts';
import type { MailQueued, MailUndelivered } from './queue-mail.ts';
import { renderMail, type RenderedMail } from './render.ts';
import type { TemplateData, TemplateName } from './templates.ts';

/** As it stands in the table. */
interface MailRow {
  id: string;
  recipient: string;
  template: TemplateName;
  locale: 'nl' | 'en';
  actor_id: string | null;
  data: Record<string, unknown>;
  headers: MailHeaders;
}

/** What is sent now; or why nothing is, and whether there was something to tell. */
type Written = { mail: RenderedMail; headers: MailHeaders } | { dropped: string; undelivered: boolean };

/**
 * Sends queued mail. A retry carries the same Message-ID, so that receivers can drop the second; what it was made of is wiped once
 * it is sent, or refused for good.
 */
export function mailSender(config: Config) {
  const post = createPost(config);
  let oneSender: OneSender | null = null;
  return subscriber<MailQueued>({
    name: 'send-mail',
    queue: 'mail',
    types: ['MailQueued'],
    async deliver({ mailId }, _stored, deps) {
      oneSender ??= createOneSender(deps.database.pool);
      await oneSender.during(mailId, () => sendOnce(deps, post, mailId));
    },
  });
}

async function sendOnce(deps: Deps, post: Post, mailId: string): Promise<void> {
  const mail = await waiting(deps, mailId);
  if (mail === null) return;
  const written = await write(deps, mail);
  if ('dropped' in written) return end(deps, mail, { state: 'dropped', error: written.dropped, data: '{}' }, written.undelivered);
  // A subject may be the title of what only its readers are to know.
  const subject = mailContents.loaderOf(mail.template) === undefined ? written.mail.subject : '';
  let file: string | null;
  try {
    file = await post({ id: mail.id, to: mail.recipient, template: mail.template, headers: written.headers, ...written.mail });
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
    const { forGood, ofAddress } = refusalIn(error);
    if (ofAddress) await deps.database.asSystem((trx) => pauseAddress(trx, mail.recipient, 'bounced', reason, deps.clock.now()));
    await end(deps, mail, { state: 'failed', subject, error: reason, ...(forGood ? { data: '{}' } : {}) }, forGood);
    // Without its code: a mail server that is away is a failed try, the database being away is none.
    if (!forGood) throw new Error(reason, { cause: error });
    return;
  }
  await noteForSure(deps, mailId, { state: 'sent', subject, file, error: null, data: '{}', sent_at: deps.clock.now() });
}

/** Null for what was sent, dropped or refused for good before, and is asked for again after a crash. */
async function waiting({ database }: Deps, mailId: string): Promise<MailRow | null> {
  const row = await database.asSystem((trx) => trx.selectFrom('mail').selectAll().where('id', '=', mailId).where('state', 'not in', ['sent', 'dropped']).executeTakeFirst());
  if (row === undefined || Object.keys(row.data as object).length === 0) return null;
  // queueMail wrote template, locale, data and headers together.
  return row as unknown as MailRow;
}

async function write(deps: Deps, mail: MailRow): Promise<Written> {
  const pause = isAlwaysTried(mail.template) ? null : await deps.database.asSystem((trx) => pauseOf(trx, mail.recipient));
  if (pause !== null) return { dropped: `the address is paused: ${pause.reason}`, undelivered: true };
  const envelopeFrom = await returnPaths.of(deps, { id: mail.id, to: mail.recipient });
  const load = mailContents.loaderOf(mail.template);
  const loaded = load === undefined ? { data: mail.data as unknown as TemplateData[TemplateName] } : await loadFor(deps, mail, load);
  if (loaded === null) return { dropped: 'there was nothing left to tell', undelivered: false };
  if (loaded === 'not-wanted') return { dropped: 'not wanted any more', undelivered: true };
  const headers = { ...(envelopeFrom === null ? {} : { envelopeFrom }), ...mail.headers, ...('headers' in loaded ? loaded.headers : {}) };
  return { mail: renderMail(mail.template, mail.locale, loaded.data as never), headers };
}

function loadFor(deps: Deps, { id, recipient, actor_id: actorId, locale, data }: MailRow, load: NonNullable<ReturnType<typeof mailContents.loaderOf>>) {
  if (actorId === null) throw new Error('a mail whose content is looked up as its recipient was queued for nobody');
  return load(deps, { id, to: recipient, actorId, locale, data });
}

/** What a mail was to tell has not been told: whoever noted that it was takes that back. */
async function end({ database }: Deps, { id, template, actor_id: actorId, data }: MailRow, set: Updateable<DB['mail']>, undelivered: boolean): Promise<void> {
  await database.asSystem(async (trx) => {
    await trx.updateTable('mail').set(set).where('id', '=', id).execute();
    if (undelivered && actorId !== null && mailContents.loaderOf(template) !== undefined) await publish<MailUndelivered>(trx, { type: 'MailUndelivered', mailId: id, template, actorId, ids: data });
  });
}

async function note({ database }: Deps, mailId: string, set: Updateable<DB['mail']>): Promise<void> {
  await database.asSystem((trx) => trx.updateTable('mail').set(set).where('id', '=', mailId).execute());
}

const NOTE_AGAIN_MS = 200;
const NOTE_PATIENCE_MS = 10 * 60_000;

/**
 * The other server has the mail. Until that stands in the database it would be sent once more, so this waits for a database that
 * is away. What remains: a process that is killed in the moment between the two sends it again, with the same Message-ID.
 */
async function noteForSure(deps: Deps, mailId: string, set: Updateable<DB['mail']>): Promise<void> {
  for (const end = performance.now() + NOTE_PATIENCE_MS; ; ) {
    try {
      return await note(deps, mailId, set);
    } catch (error) {
      if (!isOutage(error) || performance.now() > end) throw error;
      await sleep(NOTE_AGAIN_MS);
    }
  }
}
