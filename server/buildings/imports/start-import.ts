// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import { type Trx, withSystem } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Locale, Member } from '../../platform/db/viewer.ts';
import { Forbidden, NotFound, TooMany } from '../../platform/http/problem.ts';
import { newId } from '../../platform/ids.ts';
import { publish } from '../../platform/outbox/publish.ts';
import type { ImportStarted } from '../events.ts';
import { lockPlaceForViewer, type PlaceForViewer, placeForViewer } from '../find-place.ts';
import { canSeeMembers } from '../policy.ts';
import { factsFor, groupsFor } from './facts.ts';
import { type Fault, faultText } from './faults.ts';
import { isGroupName, makeGroups, requireFewGroups } from './make-groups.ts';
import { type GroupFact, groupKey, planLine } from './plan-line.ts';
import { type FileLine, MOST_LINES, readCsv } from './read-csv.ts';
import type { PreviewSchema } from './schemas.ts';

const DAY = 24 * 3_600_000;
/** So many lines a day: room for a whole municipality, not for a mailing. */
const MOST_LINES_A_DAY = 4 * MOST_LINES;

/** Bringing people in without asking them, and reading what became of their addresses, is for admins. */
export function requireImporter(viewer: Member, place: PlaceForViewer): void {
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  if (!place.can.edit) throw new Forbidden();
}

/** The lines of a file, with addresses that stand in it twice as faults of the second. */
function linesOf(file: string): FileLine[] {
  const first = new Map<string, number>();
  return readCsv(file).map((line) => {
    const earlier = first.get(line.email);
    if (line.email === '' || earlier === undefined) {
      if (line.email !== '' && line.faults.length === 0) first.set(line.email, line.line);
      return line;
    }
    return { ...line, faults: [...line.faults, { field: 'email', code: 'repeated', value: String(earlier) }] };
  });
}

type Preview = Static<typeof PreviewSchema>;

/** What a file would come to; nothing is kept of it. Needs a transaction of the viewer: addresses are looked up as the system. */
export async function previewImport(trx: Trx, { clock }: Pick<Deps, 'clock'>, viewer: Member, slug: string, file: string, createGroups: boolean): Promise<Preview> {
  const place = await placeForViewer(trx, viewer, slug);
  requireImporter(viewer, place);
  const lines = linesOf(file);
  // As the system: accounts are nobody's to read, and a preview does not tell of them.
  const facts = await withSystem(trx, () => factsFor(trx, clock.now(), viewer, place, lines.map(({ email }) => email), createGroups && place.can.startGroup ? namesOf(lines).filter(isGroupName) : []));
  const items = lines.map((line) => {
    const plan = planLine(line, facts);
    const outcome = plan.outcome === 'added' || plan.outcome === 'invited' ? ('in' as const) : plan.outcome;
    return { ...shown(line), faults: worded(plan.faults, viewer.locale), outcome };
  });
  const counts = { in: 0, extended: 0, already: 0, faulty: 0 };
  for (const { outcome } of items) counts[outcome]++;
  return { items, total: items.length, counts, missingGroups: missingGroups(lines, facts.groups), mayCreateGroups: place.can.startGroup };
}

const shown = ({ line, email, name, roleText, groups }: FileLine) => ({ line, email, name, role: roleText, groups: groups.join('|') });

export const worded = (faults: readonly Fault[], locale: Locale) => faults.map((fault) => ({ field: fault.field, message: faultText(fault)[locale] }));

function namesOf(lines: readonly FileLine[]): string[] {
  return lines.filter(({ faults }) => faults.length === 0).flatMap(({ groups }) => groups);
}

/** Groups that the lines name and that are not there, each once and as it was written first. */
function missingGroups(lines: readonly FileLine[], groups: readonly GroupFact[]): string[] {
  const known = new Set(groups.flatMap(({ name, slug }) => [groupKey(name), groupKey(slug)]));
  const missing = new Map<string, string>();
  for (const name of namesOf(lines)) if (!known.has(groupKey(name)) && !missing.has(groupKey(name))) missing.set(groupKey(name), name);
  return [...missing.values()];
}

/** How many groups an import would make: they count like groups that are started one by one. Needs a transaction of the viewer. */
export async function countGroupsToMake(trx: Trx, viewer: Member, slug: string, file: string): Promise<number> {
  const place = await placeForViewer(trx, viewer, slug);
  requireImporter(viewer, place);
  // As the system: as when they are made.
  return (await withSystem(trx, () => groupsToMake(trx, viewer, place, linesOf(file)))).length;
}

async function groupsToMake(trx: Trx, viewer: Member, place: PlaceForViewer, lines: readonly FileLine[]): Promise<string[]> {
  const names = missingGroups(lines, await groupsFor(trx, viewer, place)).filter(isGroupName);
  requireFewGroups(names);
  return names;
}

/** Keeps the lines of a file and lets a job carry them out. @returns the id of the import */
export async function startImport(trx: Trx, deps: Pick<Deps, 'clock' | 'config'>, viewer: Member, slug: string, file: string, createGroups: boolean): Promise<string> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
  requireImporter(viewer, place);
  const lines = linesOf(file);
  const now = deps.clock.now();
  await requireRoom(trx, viewer, lines.length, now);
  if (createGroups) {
    if (!place.can.startGroup) throw new Forbidden();
    // As the system: addresses in use are nobody's to read, and a new group has no members yet.
    await withSystem(trx, async () => makeGroups(trx, deps, viewer, place, await groupsToMake(trx, viewer, place, lines)));
  }
  const id = newId();
  await trx.insertInto('import').values({ id, place_id: place.id, owner_id: viewer.actorId, create_groups: createGroups, total: lines.length, created_at: now }).execute();
  // One statement for all lines, whatever their number.
  await sql`
    insert into import_line (import_id, owner_id, line, email, name, role, groups, outcome, faults)
    select ${id}, ${viewer.actorId}, l.line, l.email, l.name, l.role, l.groups, l.outcome, l.faults
    from jsonb_to_recordset(${JSON.stringify(lines.map((line) => ({ ...shown(line), outcome: line.faults.length > 0 ? 'faulty' : 'waiting', faults: line.faults })))}::jsonb)
      as l (line integer, email text, name text, role text, groups text, outcome text, faults jsonb)`.execute(trx);
  await publish<ImportStarted>(trx, { type: 'ImportStarted', importId: id, placeId: place.id, byId: viewer.actorId });
  return id;
}

/** @throws {TooMany} */
async function requireRoom(trx: Trx, viewer: Member, lines: number, now: Date): Promise<void> {
  const today = await trx
    .selectFrom('import')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('total'), sql<number>`0`).as('lines'))
    .where('owner_id', '=', viewer.actorId)
    .where('created_at', '>', new Date(now.getTime() - DAY))
    .executeTakeFirstOrThrow();
  if (Number(today.lines) + lines > MOST_LINES_A_DAY) throw new TooMany(DAY / 1000);
}
