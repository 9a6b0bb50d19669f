// SPDX-License-Identifier: EUPL-1.2
import { get } from '../../api/request.ts'
import type { List, Person, Post } from '../../api/types.ts'

export const people = (q: string | null, cursor: string | null): Promise<List<Person>> => get('/people', { q, cursor, limit: 30 })
export const person = (handle: string, signal?: AbortSignal): Promise<Person> => get(`/people/${encodeURIComponent(handle)}`, {}, signal)
export const postsBy = (handle: string, cursor: string | null): Promise<List<Post>> => get(`/people/${encodeURIComponent(handle)}/posts`, { cursor })
