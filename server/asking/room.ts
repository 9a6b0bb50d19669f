// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { onThemeGone } from '../people/public.ts';
import type { Room } from '../platform/room.ts';
import { askingRoutes } from './routes.ts';

// When the room is loaded: merging is a command of people.
onThemeGone(async (trx, from, into) => {
  // With a theme that goes for good, its rows go by themselves.
  if (into === null) return;
  await trx.updateTable('asked_question').set({ theme_id: into }).where('theme_id', '=', from).execute();
  // Who wanted no questions about the one gets none about both.
  await sql`insert into asking_opt_out (owner_id, theme_id) select owner_id, ${into}::uuid from asking_opt_out where theme_id = ${from}::uuid on conflict do nothing`.execute(trx);
});

export const asking: Room = { name: 'asking', routes: askingRoutes };
