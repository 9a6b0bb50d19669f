// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { memberOfActor } from '../../identity/public.ts';
import { type Trx, withSystem } from '../../platform/db/database.ts';
import type { Member } from '../../platform/db/viewer.ts';
import type { Deps } from '../../platform/deps.ts';
import { NotFound } from '../../platform/http/problem.ts';
import { pushLive } from '../../platform/live/push-live.ts';
import type { Schedule } from '../../platform/outbox/handle.ts';
import { subscriber } from '../../platform/outbox/subscriber.ts';
import type { ImportStarted } from '../events.ts';
import { lockInOrder, lockPlace, type PlaceForViewer, placeForViewerById } from '../find-place.ts';
import { carryOut, type Planned } from './carry-out.ts';
import { factsFor } from './facts.ts';
import { planLine } from './plan-line.ts';
import { toFileLine } from './read-csv.ts';

const DAY = 24 * 3_600_000;
/** Lines of one transaction: few enough that nobody waits long for the place, many enough that five thousand are done in a minute. */
const AT_ONCE = 50;
/** Long enough to mend what was faulty; the lines hold addresses. */
const KEPT_MS = 30 * DAY;

/**
 * Carries out the lines of an import, a batch after the other, each in a transaction together with what became of its lines. Killed
 * half-way it goes on where it was; started twice at the same time, the second waits and finds the lines done.
 */
export const runImport = subscriber<ImportStarted>({
  name: 'run-import',
  queue: 'housekeeping',
  types: ['ImportStarted'],
  async deliver({ importId }, _stored, deps) {
    while (await runBatch(deps, importId)) if (deps.stopping.begun) throw new Error('the server stops; the import goes on with the next one');
  },
});

/** @returns whether there is more to do. */
async function runBatch(deps: Deps, importId: string): Promise<boolean> {
  const { database } = deps;
  // As the system: whose import it is, is what is asked.
  const task = await database.asSystem((trx) => trx.selectFrom('import').select(['place_id', 'owner_id', 'finished_at']).where('id', '=', importId).executeTakeFirst());
  if (task === undefined || task.finished_at !== null) return false;
  // Rights are those of this moment: an import outlives a role.
  const viewer = await memberOfActor(database.pool, task.owner_id);
  if (viewer === null) return database.asSystem((trx) => giveUp(trx, deps, importId, task.owner_id));
  return database.asViewer(viewer, async (trx) => {
    const place = await lockedPlace(trx, viewer, task.place_id);
    // As the system: accounts and mail are nobody's to read, and in the groups the importer may be no member.
    return withSystem(trx, () => (place?.can.edit === true ? nextLines(trx, deps, viewer, place, importId) : giveUp(trx, deps, importId, task.owner_id)));
  });
}

async function lockedPlace(trx: Trx, viewer: Member, id: string): Promise<PlaceForViewer | null> {
  await lockPlace(trx, id);
  try {
    return await placeForViewerById(trx, viewer, id);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

async function nextLines(trx: Trx, deps: Deps, viewer: Member, place: PlaceForViewer, importId: string): Promise<boolean> {
  const now = deps.clock.now();
  await lockInOrder(trx).where('parent_id', '=', place.id).execute();
  const rows = await trx.selectFrom('import_line').selectAll().where('import_id', '=', importId).where('outcome', '=', 'waiting').orderBy('line').limit(AT_ONCE).forUpdate().execute();
  const lines = rows.map(toFileLine);
  const facts = await factsFor(trx, now, viewer, place, lines.map(({ email }) => email));
  const planned: Planned[] = lines.map((line) => ({ line, plan: planLine(line, facts) }));
  await carryOut(trx, { config: deps.config, now, viewer, place, importId }, planned);
  const outcomes = JSON.stringify(planned.map(({ line: { line }, plan: { outcome, faults } }) => ({ line, outcome, faults })));
  await sql`
    update import_line l set outcome = r.outcome, faults = r.faults
    from jsonb_to_recordset(${outcomes}::jsonb) as r (line integer, outcome text, faults jsonb)
    where l.import_id = ${importId} and l.line = r.line`.execute(trx);
  return finishOrGoOn(trx, deps, importId, viewer.actorId);
}

/** Who started it may no more: what is left is told to be so. */
async function giveUp(trx: Trx, deps: Deps, importId: string, ownerId: string): Promise<boolean> {
  await trx
    .updateTable('import_line')
    .set({ outcome: 'faulty', faults: JSON.stringify([{ field: 'line', code: 'lost-right' }]) })
    .where('import_id', '=', importId)
    .where('outcome', '=', 'waiting')
    .execute();
  return finishOrGoOn(trx, deps, importId, ownerId);
}

/** Notes the end, and tells who waits for it how far it is; last in its transaction. */
async function finishOrGoOn(trx: Trx, { clock }: Deps, importId: string, ownerId: string): Promise<boolean> {
  const counted = await trx
    .selectFrom('import_line')
    .select(({ fn }) => [fn.countAll<number>().as('total'), fn.countAll<number>().filterWhere('outcome', '=', 'waiting').as('waiting')])
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  if (counted.waiting === 0) await trx.updateTable('import').set({ finished_at: clock.now() }).where('id', '=', importId).execute();
  await pushLive(trx, [{ topic: 'me', event: 'import.progress', data: { importId, done: counted.total - counted.waiting, total: counted.total }, recipientId: ownerId }]);
  return counted.waiting > 0;
}

export const forgetImports: Schedule = {
  name: 'forget-imports',
  everyMs: 3_600_000,
  run: ({ database, clock }) =>
    database.asSystem(async (trx) => {
      await trx.deleteFrom('import').where('created_at', '<', new Date(clock.now().getTime() - KEPT_MS)).execute();
    }),
};
