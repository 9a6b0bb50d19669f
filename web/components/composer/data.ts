// SPDX-License-Identifier: EUPL-1.2
import { post, put, remove } from '../../api/request.ts'
import type { Draft, NewPost, Post } from '../../api/types.ts'

export const publish = (building: string, body: NewPost, key: string): Promise<Post> => post<Post>(`/buildings/${building}/posts`, body, key)

export const reply = (rootId: string, body: string, inReplyTo: string | null, key: string): Promise<Post> =>
  post<Post>(`/posts/${rootId}/replies`, { body, format: 'markdown', ...(inReplyTo ? { inReplyTo } : {}) }, key)

/** What a draft is; the server shows more of it than it takes. */
export const saveDraft = ({ id, buildingSlug, inReplyTo, kind, title, body, format, audience, tags }: Draft): Promise<void> =>
  put(`/drafts/${id}`, { buildingSlug, inReplyTo, kind, title, body, format, audience, tags })
export const deleteDraft = (id: string): Promise<void> => remove(`/drafts/${id}`)
export const takeBack = (postId: string): Promise<void> => remove(`/posts/${postId}`)
