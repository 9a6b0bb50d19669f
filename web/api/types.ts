// SPDX-License-Identifier: EUPL-1.2
// The shapes of /api/v1 as the pages use them.

export * from './types/account.ts'
export * from './types/administration.ts'
export * from './types/federation.ts'
export * from './types/finding.ts'
export * from './types/hearing.ts'
export * from './types/merging.ts'
export * from './types/moderation.ts'
export * from './types/people.ts'
export * from './types/places.ts'
export * from './types/posts.ts'
export * from './types/words.ts'
