// SPDX-License-Identifier: EUPL-1.2
import { hashPassword } from '../../../server/identity/public.ts';
import { createDatabase } from '../../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../../server/platform/db/viewer.ts';
import { newId } from '../../../server/platform/ids.ts';
import { insertThemes } from '../fill-groups.ts';
import { inserter } from '../insert.ts';
import { administratorOf, type DemoSquare, emailOf, type SquareKey, SQUARES_PASSWORD } from './squares.ts';

/** Puts the people of a square there who sign in to it, and its name on it. Does nothing where that was done. */
export async function insertPeople(databaseUrl: string, publicUrl: string, square: DemoSquare & { key: SquareKey }): Promise<void> {
  const database = createDatabase({ url: databaseUrl, poolSize: 1, onError: () => undefined });
  const password = await hashPassword(SQUARES_PASSWORD);
  try {
    // As the system: nobody is there yet who could.
    await database.asSystem(async (trx) => {
      const { demo } = await trx.selectFrom('instance').select('demo').forUpdate().executeTakeFirstOrThrow();
      if (demo !== null) return;
      const insert = inserter(trx);
      const now = new Date();
      const organisation = newId();
      await insert('organisation', [{ id: organisation, name: square.municipality }]);
      await insert('organisation_domain', [{ domain: `${square.key}.example`, organisation_id: organisation }]);
      const people = square.people.map((person) => ({ ...person, id: newId() }));
      await insert('actor', people.map(({ id, handle, name, about, jobTitle }) => ({ id, type: 'person', handle, name, summary: about, job_title: jobTitle, organisation_id: organisation, uri: `${publicUrl}/ap/actors/${id}`, audience_id: PUBLIC_AUDIENCE, created_at: now })));
      await insert('profile_part', people.map(({ id, jobTitle, about }) => ({ actor_id: id, level: 'public', audience_id: PUBLIC_AUDIENCE, job_title: jobTitle, about })));
      await insert('profile', people.map(({ id }) => ({ actor_id: id, welcomed_at: now })));
      await insertThemes(trx, new Map(people.map(({ handle, id }) => [handle, id])), square.people);
      await insert('account', people.map(({ id, handle }) => ({ id: newId(), actor_id: id, email: emailOf(handle, square.key), password_hash: password, is_staff: true, confirmed_at: now, created_at: now })));
      // The first administrator was made before there was an organisation.
      const { actor_id: administrator } = await trx.updateTable('account').set({ is_staff: true }).where('email', '=', administratorOf(square.key)).returning('actor_id').executeTakeFirstOrThrow();
      await trx.updateTable('actor').set({ organisation_id: organisation, job_title: 'Platformbeheerder' }).where('id', '=', administrator).execute();
      const signIns = [
        ...people.map(({ name, handle }) => ({ label: name, email: emailOf(handle, square.key), password: SQUARES_PASSWORD })),
        { label: 'Platformbeheer', email: administratorOf(square.key), password: SQUARES_PASSWORD },
      ];
      await trx.updateTable('instance').set({ name: square.name, tagline: square.tagline, demo: JSON.stringify({ signIns }) }).execute();
    });
  } finally {
    await database.close();
  }
}
