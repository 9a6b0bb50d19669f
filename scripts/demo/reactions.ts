// SPDX-License-Identifier: EUPL-1.2
import { chance } from './chance.ts';
import type { DemoReaction, ReactionName } from './types.ts';

// Liking comes easiest, so it stands here most often.
const names: ReactionName[] = ['like', 'like', 'like', 'like', 'thanks', 'thanks', 'agree', 'agree', 'idea'];

/** Lets `count` of the readers react to what stands under `key`, each once, never its author. */
export function reactionsTo(key: string, author: string, count: number, readers: string[]): DemoReaction[] {
  return readers
    .filter((handle) => handle !== author)
    .map((handle) => ({ handle, order: chance(key, handle) }))
    .sort((one, other) => one.order - other.order)
    .slice(0, count)
    .map(({ handle }) => ({ handle, name: names[chance(handle, key, 'name') % names.length] ?? 'like' }));
}

/** How many people react to a post when its draft does not say. */
export function usualReactions(key: string, readers: number): number {
  return 1 + (chance(key, 'post') % Math.max(2, Math.min(19, Math.round(readers / 3))));
}

/** Replies get fewer, and a third of them none. */
export function usualReplyReactions(key: string): number {
  const drawn = chance(key, 'reply') % 9;
  return Math.max(0, drawn - 3);
}
