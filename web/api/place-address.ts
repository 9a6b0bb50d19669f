// SPDX-License-Identifier: EUPL-1.2
import type { PlaceRef } from './types.ts'

/** Where a place is found among the buildings: "haven", or of a group "haven/groups/bestuur". */
export const placeAddress = ({ url }: Pick<PlaceRef, 'url'>): string => url.replace('/buildings/', '')

/** What was asked of a portfolio stands on the square itself, in no building. */
export const isOnSquare = ({ url }: Pick<PlaceRef, 'url'>): boolean => !url.startsWith('/buildings/')

/** The place that a page is about. */
export const addressIn = ({ slug = '', groupSlug }: Record<string, string>): string => (groupSlug ? `${slug}/groups/${groupSlug}` : slug)

export const placePath = (address: string): `/buildings/${string}` => `/buildings/${address.split('/').map(encodeURIComponent).join('/')}`

/** What is heard of it, and the name of its place in a feed. */
export function placeTopic(address: string): `building:${string}` | `group:${string}` {
  const [slug = '', , group] = address.split('/')
  return group ? `group:${slug}/${group}` : `building:${slug}`
}
