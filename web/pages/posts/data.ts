// SPDX-License-Identifier: EUPL-1.2
import { get, patch, post as send } from '../../api/request.ts'
import type { BodyFormat, Building, Draft, List, NewPost, Post, Reactor, Revision } from '../../api/types.ts'

export const postById = (id: string, signal?: AbortSignal): Promise<Post> => get(`/posts/${id}`, {}, signal)
export const repliesTo = (rootId: string, cursor: string | null): Promise<List<Post>> => get(`/posts/${rootId}/replies`, { cursor, limit: 50 })
export const revisionsOf = (id: string): Promise<List<Revision>> => get(`/posts/${id}/revisions`)
export const reactorsOf = (id: string): Promise<List<Reactor>> => get(`/posts/${id}/reactions`, { limit: 100 })
export const editPost = (id: string, change: { title?: string; body?: string; format?: BodyFormat; tags?: string[] }): Promise<Post> => patch(`/posts/${id}`, change)
export const publishArticle = (slug: string, body: NewPost, key: string): Promise<Post> => send(`/buildings/${encodeURIComponent(slug)}/posts`, body, key)
export const buildingOf = (slug: string, signal?: AbortSignal): Promise<Building> => get(`/buildings/${encodeURIComponent(slug)}`, {}, signal)
export const preview = (body: string, format: BodyFormat): Promise<{ html: string }> => send('/previews', { body, format })
export const joinBuilding = (slug: string): Promise<unknown> => send(`/buildings/${encodeURIComponent(slug)}/memberships`)
export const draftById = async (id: string): Promise<Draft | null> => (await get<List<Draft>>('/drafts', { limit: 100 })).items.find((draft) => draft.id === id) ?? null
