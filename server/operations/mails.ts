// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import type { Deps } from '../platform/deps.ts';
import { NotFound } from '../platform/http/problem.ts';
import { decodeMomentCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';

export interface MailItem {
  id: string;
  to: string;
  template: string;
  subject: string;
  state: 'queued' | 'sent' | 'failed' | 'dropped';
  /** It tells of what its reader may read and others may not: without its subject and text. */
  isPersonal: boolean;
  createdAt: string;
  sentAt: string | null;
  error: string | null;
}

const columns = ['id', 'recipient', 'template', 'subject', 'state', 'created_at', 'sent_at', 'error', 'actor_id'] as const;

interface MailRow {
  id: string;
  recipient: string;
  template: string;
  subject: string;
  state: string;
  created_at: Date;
  sent_at: Date | null;
  error: string | null;
  actor_id: string | null;
}

/** Newest first. */
export async function listMails({ database }: Pick<Deps, 'database'>, page: { limit?: number; cursor?: string }): Promise<{ items: MailItem[]; next: string | null }> {
  const limit = page.limit ?? DEFAULT_LIMIT;
  const after = decodeMomentCursor(page.cursor);
  const rows = await database.asSystem((trx) => {
    let query = trx.selectFrom('mail').select(columns).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit + 1);
    if (after !== null) query = query.where(sql<boolean>`(created_at, id) < (${after.moment}, ${after.id}::uuid)`);
    return query.execute();
  });
  return pageOf(rows, limit, toItem, (row) => [row.created_at.toISOString(), row.id]);
}

/** With its content where this instance keeps its mail on disk; what went over SMTP, or is personal, is known by its envelope only. */
export async function readMail({ database, config }: Pick<Deps, 'database' | 'config'>, id: string): Promise<MailItem & { text: string | null; html: string | null }> {
  const row = await database.asSystem((trx) => trx.selectFrom('mail').select(columns).where('id', '=', id).executeTakeFirst());
  if (row === undefined) throw new NotFound();
  const content = row.actor_id !== null ? null : await readFile(join(config.dataDir, 'mail', `${row.id}.eml`)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const mail = content === null ? null : await PostalMime.parse(content);
  return { ...toItem(row), text: mail?.text ?? null, html: mail?.html ?? null };
}

function toItem(row: MailRow): MailItem {
  return {
    id: row.id,
    to: row.recipient,
    template: row.template,
    subject: row.subject,
    // A column with a check on it.
    state: row.state as MailItem['state'],
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    error: row.error,
    isPersonal: row.actor_id !== null,
  };
}
