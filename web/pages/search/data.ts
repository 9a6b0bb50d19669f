// SPDX-License-Identifier: EUPL-1.2
import { get, patch, post, remove } from '../../api/request.ts'
import type { Found, List, SavedSearch, Suggestion } from '../../api/types.ts'

/** What a search is made of; each may stand in the address. */
export const fields = ['q', 'type', 'building', 'author', 'kind', 'after', 'before'] as const
export type Field = (typeof fields)[number]
export type Asked = Record<Field, string | null>

export const find = (asked: Asked, cursor: string | null): Promise<Found> => get('/search', { ...asked, cursor, limit: 20 })
export const suggestions = (q: string, signal?: AbortSignal): Promise<List<Suggestion>> => get('/search/suggestions', { q }, signal)
export const savedSearches = (signal?: AbortSignal): Promise<List<SavedSearch>> => get('/saved-searches', {}, signal)
export const saveSearch = (asked: Partial<Record<Field, string>>): Promise<SavedSearch> => post('/saved-searches', asked)
export const changeSavedSearch = (id: string, change: { notify: boolean }): Promise<SavedSearch> => patch(`/saved-searches/${encodeURIComponent(id)}`, change)
export const deleteSavedSearch = (id: string): Promise<void> => remove(`/saved-searches/${encodeURIComponent(id)}`)
