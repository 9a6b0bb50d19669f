// SPDX-License-Identifier: EUPL-1.2
import { type ExpressionBuilder, sql } from 'kysely';
import type { Static } from 'typebox';
import type { Trx } from '../../platform/db/database.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import type { Locale, Member } from '../../platform/db/viewer.ts';
import { NotFound } from '../../platform/http/problem.ts';
import { DEFAULT_LIMIT, decodeCursor, decodeMomentCursor, pageOf } from '../../platform/http/paging.ts';
import { csvOf } from '../csv.ts';
import { placeForViewer } from '../find-place.ts';
import type { Fault } from './faults.ts';
import { MOST_LINES } from './read-csv.ts';
import type { ImportLineSchema, ImportSchema, LineOutcome } from './schemas.ts';
import { requireImporter, worded } from './start-import.ts';

type Import = Static<typeof ImportSchema>;
type Line = Static<typeof ImportLineSchema>;

/** Whoever handed a list in reads what became of it, for as long as they are admin there; nobody else does. */
async function importsOf(trx: Trx, viewer: Member, slug: string) {
  const place = await placeForViewer(trx, viewer, slug);
  requireImporter(viewer, place);
  return trx
    .selectFrom('import as i')
    .selectAll('i')
    .select([counted('added'), counted('extended'), counted('invited'), counted('already'), counted('faulty')])
    .where('i.place_id', '=', place.id)
    .where('i.owner_id', '=', viewer.actorId);
}

function counted<Outcome extends LineOutcome>(outcome: Outcome) {
  return (eb: ExpressionBuilder<DB & { i: DB['import'] }, 'i'>) =>
    eb.selectFrom('import_line as l').select(sql<number>`count(*)::integer`.as('count')).whereRef('l.import_id', '=', 'i.id').where('l.outcome', '=', outcome).as(outcome);
}

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof importsOf>>['executeTakeFirstOrThrow']>>;

function toImport(row: Row): Import {
  const counts = { added: row.added ?? 0, extended: row.extended ?? 0, invited: row.invited ?? 0, already: row.already ?? 0, faulty: row.faulty ?? 0 };
  const changes = counts.added + counts.extended + counts.invited;
  return {
    id: row.id,
    state: row.finished_at === null ? 'running' : 'done',
    total: row.total,
    done: changes + counts.already + counts.faulty,
    counts,
    changes,
    createGroups: row.create_groups,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

/** Mine, newest first. */
export async function listImports(trx: Trx, viewer: Member, slug: string, options: { limit?: number; cursor?: string }): Promise<{ items: Import[]; next: string | null }> {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const after = decodeMomentCursor(options.cursor);
  let query = await importsOf(trx, viewer, slug);
  if (after !== null) query = query.where(sql<boolean>`(i.created_at, i.id) < (${after.moment}::timestamptz, ${after.id}::uuid)`);
  const rows = await query.orderBy('i.created_at', 'desc').orderBy('i.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, toImport, (row) => [row.created_at.toISOString(), row.id]);
}

/** @throws {NotFound} also for somebody else's. */
export async function importById(trx: Trx, viewer: Member, slug: string, id: string): Promise<Import> {
  const row = await (await importsOf(trx, viewer, slug)).where('i.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toImport(row);
}

function selectLines(trx: Trx, viewer: Member, importId: string) {
  return trx.selectFrom('import_line').selectAll().where('import_id', '=', importId).where('owner_id', '=', viewer.actorId).orderBy('line');
}

type LineRow = Awaited<ReturnType<ReturnType<typeof selectLines>['executeTakeFirstOrThrow']>>;

function toLine(row: LineRow, locale: Locale): Line {
  const { line, email, name, role, groups } = row;
  // A check constraint keeps `outcome` to these words; faults are written by imports only.
  return { line, email, name, role, groups, outcome: row.outcome as LineOutcome, faults: worded(row.faults as unknown as Fault[], locale) };
}

export async function importLines(trx: Trx, viewer: Member, slug: string, id: string, options: { outcome?: LineOutcome; limit?: number; cursor?: string }): Promise<{ items: Line[]; next: string | null }> {
  await importById(trx, viewer, slug, id);
  const limit = options.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(options.cursor, ['integer']);
  let query = selectLines(trx, viewer, id);
  if (options.outcome !== undefined) query = query.where('outcome', '=', options.outcome);
  if (after !== null) query = query.where('line', '>', Number(after[0]));
  const rows = await query.limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => toLine(row, viewer.locale), (row) => [row.line]);
}

export async function allLines(trx: Trx, viewer: Member, id: string): Promise<Line[]> {
  return (await selectLines(trx, viewer, id).limit(MOST_LINES).execute()).map((row) => toLine(row, viewer.locale));
}

const heads = { nl: ['e-mail', 'naam', 'rol', 'groepen', 'regel', 'wat er niet goed was'], en: ['email', 'name', 'role', 'groups', 'line', 'what was not right'] };

/** The lines that were not carried out, as a file to mend and hand in again; the last two columns are left alone then. */
export async function faultyLines(trx: Trx, viewer: Member, slug: string, id: string): Promise<string> {
  await importById(trx, viewer, slug, id);
  const rows = await selectLines(trx, viewer, id).where('outcome', '=', 'faulty').limit(MOST_LINES).execute();
  return csvOf(heads[viewer.locale], rows.map((row) => toLine(row, viewer.locale)).map((line) => [line.email, line.name, line.role, line.groups, String(line.line), line.faults.map(({ message }) => message).join(' ')]));
}
