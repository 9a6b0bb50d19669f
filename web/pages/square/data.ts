// SPDX-License-Identifier: EUPL-1.2
import { get } from '../../api/request.ts'
import type { Building, List, Person, Post } from '../../api/types.ts'

export const liveliestBuildings = (signal?: AbortSignal): Promise<List<Building>> => get('/buildings', { sort: 'activity', limit: 16 }, signal)
export const newestBuildings = (signal?: AbortSignal): Promise<List<Building>> => get('/buildings', { sort: 'newest', limit: 4 }, signal)
export const somePeople = (signal?: AbortSignal): Promise<List<Person>> => get('/people', { limit: 6 }, signal)
export const squareFeed = (cursor: string | null): Promise<List<Post>> => get('/feed', { scope: 'square', cursor })
