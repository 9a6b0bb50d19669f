// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { memberOfActor } from '../../server/identity/viewers.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { readConfig } from '../../server/platform/config/config.ts';
import { publish } from '../../server/platform/outbox/publish.ts';
import type { PostPinned } from '../../server/posts/events.ts';
import { publishPost } from '../../server/posts/publish-post.ts';
import { until } from '../support/until.ts';
import { ask } from './client.ts';
import { newKey } from './ledger.ts';
import type { Fault, Scene } from './scene.ts';

/** A post whose transaction stays open until events that are younger than its own were relayed. */
export const lateCommit: Fault = {
  name: 'transaction commits late',
  async inject({ plein, town, ledger, chance }) {
    const { aside } = town;
    const author = await memberOfActor(plein.database.pool, aside.founder.actorId);
    if (author === null) throw new Error('the author has no account');
    const config = readConfig({ DATABASE_URL: plein.databaseUrl, PUBLIC_URL: plein.address });
    const key = newKey();
    const line = ledger.open({ what: 'post', writer: aside.founder, method: 'POST', path: `/buildings/${aside.slug}/posts`, body: { body: `Ledger ${key} kwam laat.` }, about: {} }, key);
    const askedAt = performance.now();
    const id = await plein.database.asViewer(author, async (trx) => {
      const { id: postId } = await publishPost(trx, { clock: systemClock, config }, author, aside.slug, { body: String(line.body?.['body']) }, (send) => send());
      const mine = await trx.selectFrom('event').select('created_at').where(sql<boolean>`payload ->> 'postId' = ${postId}`).executeTakeFirstOrThrow();
      // By the clock of the database: ids come from the processes, whose clocks may be an hour off.
      await until(async () => (await plein.database.pool.query('select from event where created_at > $1 and relayed_at is not null limit 1', [mine.created_at])).rowCount, (count) => count === 1, 25_000);
      await sleep(chance.between(0, 500));
      return postId;
    });
    ledger.acknowledge(line, id, askedAt);
  },
};

interface FailedJob {
  id: string;
  data: Record<string, string>;
  attempts: number;
}

const ATTEMPTS = 5;

/** An event that no handler can carry out, until it is mended: seen by the administrator after its attempts. */
export const poisonJob: Fault = {
  name: 'poison job',
  async inject(scene) {
    const { plein, poison, afterwards } = scene;
    const eventId = await plein.database.asSystem((trx) =>
      publish<PostPinned>(trx, { type: 'PostPinned', postId: 'no such id', rootId: null, placeId: scene.town.aside.id, pinned: true }),
    );
    poison.add(eventId);
    afterwards.push(() => mend(scene, eventId));
    const job = await until(() => setAside(scene, eventId).catch(() => undefined), (found) => found !== undefined, 120_000);
    if (job?.attempts !== ATTEMPTS) throw new Error(`set aside after ${job?.attempts} attempts`);
    const { items } = await ask<{ items: { name: string; failed: number }[] }>(scene.client, scene.town.administrator, 'GET', '/operations/queues');
    if (!items.some(({ name, failed }) => name === 'live' && failed > 0)) throw new Error('the administrator does not see that a job was set aside');
  },
};

/** As the administrator finds it. */
async function setAside({ client, town }: Scene, eventId: string): Promise<FailedJob | undefined> {
  const { items } = await ask<{ items: FailedJob[] }>(client, town.administrator, 'GET', '/operations/queues/live/failed?limit=100');
  return items.find((job) => job.data['eventId'] === eventId);
}

/** Puts right what was wrong, and presses "try again". */
async function mend(scene: Scene, eventId: string): Promise<void> {
  const { plein, ledger, client, town, poison } = scene;
  const postId = ledger.anyPost()[0]?.id ?? '';
  await plein.database.asSystem((trx) => trx.updateTable('event').set({ payload: JSON.stringify({ postId, rootId: null, placeId: town.aside.id, pinned: true }) }).where('id', '=', eventId).execute());
  const job = await setAside(scene, eventId);
  // A Redis that was flushed has forgotten it; the relay hands the event over again.
  if (job !== undefined) await ask(client, town.administrator, 'POST', `/operations/queues/live/failed/${job.id}/retries`);
  poison.delete(eventId);
}
