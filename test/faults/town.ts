// SPDX-License-Identifier: EUPL-1.2
import { ask, type Client } from './client.ts';
import type { Person } from './people.ts';
import { addPerson } from './people.ts';
import type { Database } from '../../server/platform/db/database.ts';
import type { Building, Town } from './writes.ts';

const HOMES = 8;
const TO_JOIN = 25;

export interface TownWithAdministrator extends Town {
  administrator: Person;
  /** For what is written beside the writers, so that they need not wait for its locks. */
  aside: Building;
}

/** Sixteen people, the buildings they write in and those they will join, all made as people make them. */
export async function buildTown(database: Database, client: Client, writerCount: number): Promise<TownWithAdministrator> {
  const administrator = await addPerson(database, 'beheerder', 'administrator');
  const writers: Person[] = [];
  for (let number = 1; number <= writerCount; number++) writers.push(await addPerson(database, `schrijver-${number}`));
  const found = async (slug: string, founder: Person): Promise<Building> => {
    const { id } = await ask<{ id: string }>(client, founder, 'POST', '/buildings', { slug, name: `Gebouw ${slug}`, summary: '', access: 'open' });
    return { id, slug, founder };
  };
  const homes = await Promise.all(writers.slice(0, HOMES).map((founder, index) => found(`thuis-${index + 1}`, founder)));
  const toJoin = await Promise.all(Array.from({ length: TO_JOIN }, (_, index) => found(`buurt-${index + 1}`, administrator)));
  const aside = await found('terzijde', administrator);
  await Promise.all(
    writers.map(async (writer) => {
      for (const home of homes) if (home.founder !== writer) await ask(client, writer, 'POST', `/buildings/${home.slug}/memberships`, {});
    }),
  );
  return { administrator, writers, homes, toJoin, aside };
}
