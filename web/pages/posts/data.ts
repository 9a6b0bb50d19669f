// SPDX-License-Identifier: EUPL-1.2
import { placePath } from '../../api/place-address.ts'
import { get, patch, post as send, put } from '../../api/request.ts'
import type { BodyFormat, Building, Draft, List, NewPost, Post, Reactor, Revision } from '../../api/types.ts'
import { recount } from '../../state/session.ts'

export const postById = (id: string, signal?: AbortSignal): Promise<Post> => get(`/posts/${id}`, {}, signal)
export const repliesTo = (rootId: string, cursor: string | null): Promise<List<Post>> => get(`/posts/${rootId}/replies`, { cursor, limit: 50 })
/** Opened: read, with what I was told of it. */
export const readThread = async (rootId: string): Promise<void> => recount(await put(`/posts/${rootId}/read`))
export const revisionsOf = (id: string): Promise<List<Revision>> => get(`/posts/${id}/revisions`)
export const reactorsOf = (id: string): Promise<List<Reactor>> => get(`/posts/${id}/reactions`, { limit: 100 })
export const editPost = (id: string, change: { title?: string; body?: string; format?: BodyFormat; tags?: string[] }): Promise<Post> => patch(`/posts/${id}`, change)
export const publishArticle = (address: string, body: NewPost, key: string): Promise<Post> => send(`${placePath(address)}/posts`, body, key)
export const placeOf = (address: string, signal?: AbortSignal): Promise<Building> => get(placePath(address), {}, signal)
export const preview = (body: string, format: BodyFormat): Promise<{ html: string }> => send('/previews', { body, format })
export const joinPlace = (address: string): Promise<unknown> => send(`${placePath(address)}/memberships`)
export const draftById = async (id: string): Promise<Draft | null> => (await get<List<Draft>>('/drafts', { limit: 100 })).items.find((draft) => draft.id === id) ?? null
