// SPDX-License-Identifier: EUPL-1.2

/**
 * What a word of our own means, to who reads linked data. Contexts of others are never fetched; ours is always sent in full, so that nobody
 * needs to fetch it either.
 */
const own = {
  plein: 'https://plein.example/ns#',
  /** message, article or question: a question that people answer in words, which is no poll (ActivityStreams' Question). */
  kind: 'plein:kind',
  /** Of a Create that puts a question to the people of another square: the theme that they have in their portfolio. */
  asksAbout: 'plein:asksAbout',
  /** Of a Reject of somebody who wants to come in: `instance`, where nobody of their instance is let in. */
  turnsAway: 'plein:turnsAway',
  toot: 'http://joinmastodon.org/ns#',
  Hashtag: 'as:Hashtag',
  sensitive: 'as:sensitive',
} as const;

/** For everything that we say: ActivityStreams, proofs (FEP-8b32) and our own words. */
export const CONTEXT = ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/data-integrity/v1', own] as const;

/** A document by itself. */
export function withContext<T extends object>(document: T): T & { '@context': typeof CONTEXT } {
  return { '@context': CONTEXT, ...document };
}
