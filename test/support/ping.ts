// SPDX-License-Identifier: EUPL-1.2
import { type Handled, registerHandlers, type Received } from '../../federation/inbox/handler.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { fetchJson } from '../../federation/wire/fetch.ts';

/** What came in of the type Ping, which nobody speaks: in the order in which it was handled, by what it is about. */
export const pings: { at: string; uri: string; about: string; number: number; by: string }[] = [];

/** What happens while it is handled; a test may let it fail, or wait. */
export const whilePinged: { act: (received: Received, trx: Trx) => Promise<Handled | void> } = { act: async () => undefined };

registerHandlers([
  {
    types: ['Ping'],
    async handle(trx, { config }, received) {
      const result = await whilePinged.act(received, trx);
      // Written in the transaction too, so that what is undone can be told from what is done.
      await trx.insertInto('tombstone').values({ uri: received.uri, actor_uri: received.actor.uri, deleted_at: new Date() }).execute();
      const { about, number } = received.json as { about: string; number: number };
      pings.push({ at: config.publicUrl, uri: received.uri, about, number, by: received.actor.uri });
      return result ?? { outcome: 'done' };
    },
  },
  {
    types: ['Fetching'],
    prepare: (deps: Deps, { json }: Received) => fetchJson(deps, String(json['object'])),
    async handle(_trx, { config }, received) {
      pings.push({ at: config.publicUrl, uri: received.uri, about: String(received.json['object']), number: 0, by: received.actor.uri });
      return { outcome: 'done' };
    },
  },
]);
