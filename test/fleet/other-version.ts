// SPDX-License-Identifier: EUPL-1.2
import { house } from '../../federation/house.ts';
import { allSchedules, allSubscribers } from '../../server/app.ts';
import { openDeps } from '../../server/instance.ts';
import { readConfig } from '../../server/platform/config/config.ts';
import { startWorkers } from '../../server/platform/outbox/handle.ts';
import { startRelay } from '../../server/platform/outbox/relay.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import type { PostPublished } from '../../server/posts/public.ts';

/**
 * The worker of a newer version, as a program: it has a subscriber that `server/main.ts` does not know, which notes every
 * post in the table `post_noted`. With RELAY_ONLY it hands over jobs and does none.
 */
const config = readConfig(process.env);
const { deps, close } = openDeps(config);
const notePost = subscriber<PostPublished>({
  name: 'note-post',
  queue: 'live',
  types: ['PostPublished'],
  async handle(trx, { postId }) {
    await trx.insertInto('post_noted' as never).values({ post_id: postId } as never).execute();
  },
});
const subscribers = [...allSubscribers(deps, house), notePost];
const relay = startRelay(deps, subscribers);
if (process.env['RELAY_ONLY'] === undefined) await startWorkers(deps, subscribers, allSchedules(house));
process.on('SIGTERM', () => {
  void relay
    .stop()
    .then(close)
    .then(() => process.exit(0));
});
console.log(`Plein works in the background for ${config.publicUrl}`);
