// SPDX-License-Identifier: EUPL-1.2
import { placePath } from '../../api/place-address.ts'
import { get, post, put, remove } from '../../api/request.ts'
import type { Draft, HouseRules, List, NewPost, Post, SimilarQuestion } from '../../api/types.ts'

export const publish = (building: string, body: NewPost, key: string): Promise<Post> => post<Post>(`${placePath(building)}/posts`, body, key)

export const replyBody = (body: string, inReplyTo: string | null): object => ({ body, format: 'markdown', ...(inReplyTo ? { inReplyTo } : {}) })
export const reply = (rootId: string, body: object, key: string): Promise<Post> => post<Post>(`/posts/${rootId}/replies`, body, key)

/** What a draft is; the server shows more of it than it takes. */
export const saveDraft = ({ id, buildingSlug, groupSlug, inReplyTo, kind, title, body, format, audience, tags }: Draft): Promise<void> =>
  put(`/drafts/${id}`, { buildingSlug, groupSlug, inReplyTo, kind, title, body, format, audience, tags })
export const deleteDraft = (id: string): Promise<void> => remove(`/drafts/${id}`)
export const takeBack = (postId: string): Promise<void> => remove(`/posts/${postId}`)

/** Like the one that is being written, and there already. */
export const similarQuestions = (text: string, building: string, signal?: AbortSignal): Promise<List<SimilarQuestion>> => get('/posts/similar', { text, building }, signal)
export const houseRules = (address: string, signal?: AbortSignal): Promise<HouseRules> => get(`${placePath(address)}/house-rules`, {}, signal)
