// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import type { TestPlein } from './app.ts';

export interface ReceivedMail {
  template: string;
  subject: string;
  text: string;
  html: string;
}

/** What an address was sent, oldest first, after everything that waits was done. */
export async function mailsTo(plein: TestPlein, address: string): Promise<ReceivedMail[]> {
  await plein.drainJobs();
  const rows = await plein.db((trx) => trx.selectFrom('mail').select(['template', 'file']).where('recipient', '=', address).where('state', '=', 'sent').orderBy('id').execute());
  return Promise.all(
    rows.map(async ({ template, file }) => {
      const mail = await PostalMime.parse(await readFile(file ?? ''));
      return { template, subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html ?? '' };
    }),
  );
}

/** The secret of the link in the newest mail to an address. */
export async function tokenMailedTo(plein: TestPlein, address: string): Promise<string> {
  const mail = (await mailsTo(plein, address)).at(-1);
  const token = /[?&]token=([\w-]+)/.exec(mail?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`no link was mailed to ${address}`);
  return token;
}
