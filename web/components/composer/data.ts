// SPDX-License-Identifier: EUPL-1.2
import { post, put, remove } from '../../api/request.ts'
import type { Draft, NewPost, Post } from '../../api/types.ts'

export const publish = (building: string, body: NewPost, key: string): Promise<Post> => post<Post>(`/buildings/${building}/posts`, body, key)

export const reply = (rootId: string, body: string, inReplyTo: string | null, key: string): Promise<Post> =>
  post<Post>(`/posts/${rootId}/replies`, { body, format: 'markdown', ...(inReplyTo ? { inReplyTo } : {}) }, key)

export const saveDraft = ({ id, ...draft }: Draft): Promise<void> => put(`/drafts/${id}`, draft)
export const deleteDraft = (id: string): Promise<void> => remove(`/drafts/${id}`)
export const takeBack = (postId: string): Promise<void> => remove(`/posts/${postId}`)
