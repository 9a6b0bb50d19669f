// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../db/database.ts';
import type { Locale } from '../db/viewer.ts';
import { newId } from '../ids.ts';
import { publish } from '../outbox/publish.ts';
import type { TemplateData, TemplateName } from './templates.ts';

export interface MailQueued {
  type: 'MailQueued';
  mailId: string;
}

/** Puts a mail in the outbox, in the transaction of what it tells of. The transaction must be the system's. */
export async function queueMail<Name extends TemplateName>(trx: Trx, mail: { to: string; template: Name; locale: Locale; data: TemplateData[Name] }): Promise<string> {
  const mailId = newId();
  await trx
    .insertInto('mail')
    .values({ id: mailId, recipient: mail.to, template: mail.template, locale: mail.locale, data: JSON.stringify(mail.data) })
    .execute();
  await publish<MailQueued>(trx, { type: 'MailQueued', mailId });
  return mailId;
}
