// SPDX-License-Identifier: EUPL-1.2
import type { Audience, PlaceRef, PostKind } from '../../api/types.ts'

/** A text whose first paragraph or last line asks something is a question. */
export const inferKind = (text: string): PostKind => (/\?\s*$/.test(text.split(/\n\s*\n/)[0] ?? '') || /\?\s*$/.test(text) ? 'question' : 'message')

/** Who may be chosen as readers; in a building that is not open there is nothing to choose. */
export const audiencesFor = (place: Pick<PlaceRef, 'access'>, isStaff: boolean): Audience[] => (place.access === 'open' ? (isStaff ? ['public', 'staff', 'members'] : ['public', 'members']) : ['members'])
