// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../db/database.ts';
import type { Locale } from '../db/viewer.ts';
import { newId } from '../ids.ts';
import { publish, publishAll } from '../outbox/publish.ts';
import type { MailHeaders } from './mail-headers.ts';
import type { LoadedTemplate, TemplateData, TemplateName } from './templates.ts';

export interface MailQueued {
  type: 'MailQueued';
  mailId: string;
}

/** It will never arrive: refused for good, or its address was paused before. `ids`: what it waited with. */
export interface MailUndelivered {
  type: 'MailUndelivered';
  mailId: string;
  template: TemplateName;
  actorId: string;
  ids: Record<string, unknown>;
}

interface MailOf<Name extends TemplateName> {
  /** A new one unless given. */
  id?: string;
  to: string;
  template: Name;
  locale: Locale;
  headers?: MailHeaders;
  /** For whom it is, when its content is looked up as them. */
  actorId?: string;
  /** Ids only, when its content is looked up at sending. */
  data: Name extends LoadedTemplate ? Record<string, unknown> : TemplateData[Name];
}

/** Puts a mail in the outbox, in the transaction of what it tells of. The transaction must be the system's. @returns its id. */
export async function queueMail<Name extends TemplateName>(trx: Trx, mail: MailOf<Name>): Promise<string> {
  const row = toRow(mail);
  await trx.insertInto('mail').values(row).execute();
  await publish<MailQueued>(trx, { type: 'MailQueued', mailId: row.id });
  return row.id;
}

/** As {@link queueMail}, for many at once. @returns their ids, in the same order. */
export async function queueMails<Name extends TemplateName>(trx: Trx, mails: readonly MailOf<Name>[]): Promise<string[]> {
  if (mails.length === 0) return [];
  const rows = mails.map(toRow);
  await trx.insertInto('mail').values(rows).execute();
  await publishAll<MailQueued>(trx, rows.map(({ id }) => ({ type: 'MailQueued', mailId: id })));
  return rows.map(({ id }) => id);
}

function toRow<Name extends TemplateName>({ id, to, template, locale, data, actorId, headers }: MailOf<Name>) {
  return { id: id ?? newId(), recipient: to, template, locale, data: JSON.stringify(data), actor_id: actorId ?? null, headers: JSON.stringify(headers ?? {}) };
}
