// SPDX-License-Identifier: EUPL-1.2
import type { BuildingFounded, PlaceAccessChanged, PlaceDeleted, PlaceForgotten, PlaceRestored } from '../buildings/public.ts';
import type { AccountConfirmed } from '../identity/public.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { Schedule } from '../platform/outbox/handle.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { PostDeleted, PostEdited, PostPublished } from '../posts/public.ts';
import { forgetUnusedWords, INDEXED_AT_ONCE, indexThings, indexWaiting } from './index-things.ts';

/** There is more than one step could do. */
interface SearchBacklog {
  type: 'SearchBacklog';
}

type Change = PostPublished | PostEdited | PostDeleted | BuildingFounded | PlaceAccessChanged | PlaceDeleted | PlaceRestored | AccountConfirmed | SearchBacklog;

/** What changed waits in a list of its own, whoever changed it; these events only say that it is time to look. */
export const indexChanges = subscriber<Change>({
  name: 'index-changes',
  queue: 'index',
  types: ['PostPublished', 'PostEdited', 'PostDeleted', 'BuildingFounded', 'PlaceAccessChanged', 'PlaceDeleted', 'PlaceRestored', 'AccountConfirmed', 'SearchBacklog'],
  async handle(trx, event) {
    // New labels alone change nothing in the post itself.
    if (event.type === 'PostEdited') await indexThings(trx, { posts: [event.postId], actors: [] });
    if ((await indexWaiting(trx)) === INDEXED_AT_ONCE) await publish<SearchBacklog>(trx, { type: 'SearchBacklog' });
  },
});

/** What went by its place leaves no word behind. */
export const forgetWordsOfPlace = subscriber<PlaceForgotten>({
  name: 'forget-words-of-place',
  queue: 'index',
  types: ['PlaceForgotten'],
  handle: (trx) => forgetUnusedWords(trx),
});

const TEN_SECONDS_MS = 10_000;
const DAY_MS = 24 * 3_600_000;

export const housekeeping: readonly Schedule[] = [
  {
    // For changes that no event tells of: a new name, a profile, the demonstration, a database from before there was searching.
    name: 'index-what-waits',
    everyMs: TEN_SECONDS_MS,
    queue: 'index',
    async run({ database }) {
      while ((await database.asSystem(indexWaiting)) === INDEXED_AT_ONCE);
    },
  },
  { name: 'forget-unused-words', everyMs: DAY_MS, run: ({ database }) => database.asSystem(forgetUnusedWords) },
];
