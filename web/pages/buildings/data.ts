// SPDX-License-Identifier: EUPL-1.2
import { placePath } from '../../api/place-address.ts'
import { get, patch, post, remove } from '../../api/request.ts'
import type { Access, AccessChanges, Building, DeletedBuilding, Draft, List, Membership, Post, Role, SimilarBuilding, TagCount } from '../../api/types.ts'
import { tagOf } from '../../components/tags-input/tag-of.ts'

const at = placePath

export type DirectoryQuery = { q: string | null; access: string | null; sort: string | null; mine: string | null }
export const buildings = (query: DirectoryQuery, cursor: string | null): Promise<List<Building>> => get('/buildings', { ...query, cursor, limit: 24 })
/** The tag with this name, when something was written about it that one may read. */
export async function tagNamed(text: string): Promise<TagCount | null> {
  const name = tagOf(text)
  return name ? ((await get<List<TagCount>>('/tags', { q: name })).items.find((one) => one.name === name) ?? null) : null
}
export const building = (slug: string, signal?: AbortSignal): Promise<Building> => get(at(slug), {}, signal)

export const similarBuildings = (name: string, summary: string, signal?: AbortSignal): Promise<List<SimilarBuilding>> => get('/buildings/similar', { name, summary: summary || undefined }, signal)
export const proposeSlug = (name: string, signal?: AbortSignal): Promise<{ slug: string }> => get('/buildings/slug-proposals', { name }, signal)

export type NewBuilding = { name: string; slug: string; summary: string; access: Access }
export const startBuilding = (body: NewBuilding, key: string): Promise<Building> => post('/buildings', body, key)
export const changeBuilding = (slug: string, change: Partial<Omit<NewBuilding, 'slug'>> & { guestsWelcome?: boolean; membersMayJoin?: boolean }): Promise<Building> => patch(at(slug), change)
export const accessChanges = (slug: string, access: Access, signal?: AbortSignal): Promise<AccessChanges> => get(`${at(slug)}/access-changes`, { access }, signal)

/** The exact name is the proof that the right building was meant. */
export const deleteBuilding = (slug: string, name: string): Promise<void> => remove(at(slug), { name })
export const deletedBuildings = (signal?: AbortSignal): Promise<List<DeletedBuilding>> => get('/me/deleted-buildings', {}, signal)
export const restoreBuilding = (slug: string): Promise<Building> => post(`/me/deleted-buildings/${encodeURIComponent(slug)}/restorations`)

/** Joins, or asks to join where the building is closed. */
export const join = (slug: string, note?: string): Promise<Pick<Membership, 'id' | 'state'>> => post(`${at(slug)}/memberships`, note ? { note } : undefined)
/** As {@link join}, of the place whose page this is. */
export const joinPlace = (url: string): Promise<Pick<Membership, 'id' | 'state'>> => post(`${url}/memberships` as `/buildings/${string}/memberships`)
/** Leaves, removes, withdraws or refuses a request, lifts a ban. The last admin names a successor. */
export const endMembership = (slug: string, id: string, successor?: string): Promise<void> => remove(`${at(slug)}/memberships/${id}`, { successor })

export const postsIn = (slug: string, kind: string | null, cursor: string | null): Promise<List<Post>> => get(`${at(slug)}/posts`, { kind, cursor })
export const pinnedPosts = (slug: string, signal?: AbortSignal): Promise<List<Post>> => get(`${at(slug)}/posts`, { pinned: true, limit: 20 }, signal)
export const membersOf = (slug: string, query: { role?: Role | null; q?: string | null; limit?: number; cursor?: string | null }, signal?: AbortSignal): Promise<List<Membership>> =>
  get(`${at(slug)}/memberships`, { state: 'active', ...query }, signal)

export const draftById = async (id: string): Promise<Draft | null> => (await get<List<Draft>>('/drafts', { limit: 100 })).items.find((draft) => draft.id === id) ?? null
