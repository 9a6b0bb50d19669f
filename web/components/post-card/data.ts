// SPDX-License-Identifier: EUPL-1.2
import { placePath } from '../../api/place-address.ts'
import { get, post as send, put, remove } from '../../api/request.ts'
import type { Post, ReactionName, ReactionState } from '../../api/types.ts'

export const react = (postId: string, name: ReactionName, on: boolean): Promise<ReactionState> =>
  (on ? put : remove)<ReactionState>(`/posts/${postId}/reactions/${name}`)

export const postAgain = (postId: string): Promise<Post> => get(`/posts/${postId}`)

export const join = (address: string): Promise<unknown> => send(`${placePath(address)}/memberships`)

export const bookmark = (postId: string, on: boolean): Promise<void> => (on ? put : remove)(`/posts/${postId}/bookmark`)

export const pin = (postId: string, on: boolean): Promise<void> => (on ? put : remove)(`/posts/${postId}/pin`)

export const deletePost = (post: Post): Promise<void> => remove(`/posts/${post.id}`)
