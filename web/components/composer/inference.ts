// SPDX-License-Identifier: EUPL-1.2
import type { Audience, PlaceRef, PostKind } from '../../api/types.ts'

/** A question mark at the end, before any #topics. */
const asks = /\?(?:\s+#[\p{L}\p{N}_-]+)*\s*$/u

/** A text whose first paragraph or last line asks something is a question. */
export const inferKind = (text: string): PostKind => (asks.test(text.split(/\n\s*\n/)[0] ?? '') || asks.test(text) ? 'question' : 'message')

/** Who may be chosen as readers; in a building that is not open there is nothing to choose, and what is for the civil servants of this square does not go to another. */
export const audiencesFor = ({ access, slug }: Pick<PlaceRef, 'access' | 'slug'>, isStaff: boolean): Audience[] => {
  if (access !== 'open') return ['members']
  return isStaff && !slug.includes('@') ? ['public', 'staff', 'members'] : ['public', 'members']
}
