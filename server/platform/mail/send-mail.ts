// SPDX-License-Identifier: EUPL-1.2
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../config/config.ts';
import { subscriber } from '../outbox/subscriber.ts';
import type { MailQueued } from './queue-mail.ts';
import { renderMail, type RenderedMail } from './render.ts';
import type { TemplateData, TemplateName } from './templates.ts';

interface Envelope extends RenderedMail {
  id: string;
  to: string;
}

/** Hands a mail over. @returns the file it was written to, or null when it went over SMTP. */
type Post = (mail: Envelope) => Promise<string | null>;

/**
 * Sends queued mail over SMTP, or writes it to `DATA_DIR/mail/<id>.eml` where no SMTP_URL is set.
 * A retry carries the same Message-ID, so that receivers can drop the second; the secrets in its data are wiped once it is sent, or
 * refused for good.
 */
export function mailSender(config: Config) {
  const post: Post = config.smtpUrl === null ? toDisk(config) : overSmtp(config, config.smtpUrl);
  return subscriber<MailQueued>({
    name: 'send-mail',
    queue: 'mail',
    types: ['MailQueued'],
    async deliver({ mailId }, _stored, { database, clock }) {
      const mail = await database.asSystem((trx) => trx.selectFrom('mail').selectAll().where('id', '=', mailId).where('state', '!=', 'sent').executeTakeFirst());
      if (mail === undefined) return;
      // Refused for good, and then asked for again after a crash: there is nothing left to send.
      if (Object.keys(mail.data as object).length === 0) return;
      // queueMail wrote template, locale and data together.
      const rendered = renderMail(mail.template as TemplateName, mail.locale as 'nl' | 'en', mail.data as unknown as TemplateData[TemplateName] as never);
      try {
        const file = await post({ id: mail.id, to: mail.recipient, ...rendered });
        await database.asSystem((trx) => trx.updateTable('mail').set({ state: 'sent', subject: rendered.subject, file, error: null, data: '{}', sent_at: clock.now() }).where('id', '=', mailId).execute());
      } catch (error) {
        const reason = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
        const forGood = isRefusedForGood(error);
        await database.asSystem((trx) => trx.updateTable('mail').set({ state: 'failed', subject: rendered.subject, error: reason, ...(forGood ? { data: '{}' } : {}) }).where('id', '=', mailId).execute());
        // Without its code: a mail server that is away is a failed try, the database being away is none.
        if (!forGood) throw new Error(reason, { cause: error });
      }
    },
  });
}

/** The receiving server will not have this mail (RFC 5321, 4.2.1: 5yz); trying for hours would only annoy it. Its administrator sees it as failed. */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}

function message(config: Config, mail: Envelope) {
  return {
    from: config.mailFrom,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${new URL(config.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

function overSmtp(config: Config, url: string): Post {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true });
  return async (mail) => {
    await transport.sendMail(message(config, mail));
    return null;
  };
}

function toDisk(config: Config): Post {
  const folder = join(config.dataDir, 'mail');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (mail) => {
    const { message: content } = await transport.sendMail(message(config, mail));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${mail.id}.eml`);
    await writeFile(`${file}.part`, content as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return file;
  };
}
