// SPDX-License-Identifier: EUPL-1.2
import { changeLocale, cleanName } from '../identity/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';

export interface ProfileChanges {
  name?: string;
  locale?: 'nl' | 'en';
  jobTitle?: string | null;
  about?: string | null;
}

/** One's own profile; the handle stays, as links and mentions hold it. */
export async function changeProfile(trx: Trx, member: Member, changes: ProfileChanges): Promise<void> {
  const { name, locale, jobTitle, about } = changes;
  const set = {
    ...(name === undefined ? {} : { name: cleanName(name) }),
    ...(jobTitle === undefined ? {} : { job_title: tidy(jobTitle)?.replace(/\s+/g, ' ') ?? null }),
    ...(about === undefined ? {} : { summary: tidy(about) ?? '' }),
  };
  if (Object.keys(set).length > 0) await trx.updateTable('actor').set(set).where('id', '=', member.actorId).execute();
  // The language is part of the account, which nobody sees; it is the member's own.
  if (locale !== undefined) await withSystem(trx, () => changeLocale(trx, member.accountId, locale));
}

function tidy(text: string | null): string | null {
  const trimmed = text?.normalize('NFC').replace(/\r\n?/g, '\n').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
