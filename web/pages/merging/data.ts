// SPDX-License-Identifier: EUPL-1.2
import { get, post, put } from '../../api/request.ts'
import type { Building, Duplicate, Group, List, Merge, MergedHere, MergePreview } from '../../api/types.ts'

/** @param building for the groups in it; null for buildings */
export const duplicates = (building: string | null, signal?: AbortSignal): Promise<List<Duplicate>> => get('/duplicates', { building: building ?? undefined }, signal)
export const notTheSame = (one: string, other: string): Promise<void> => put(`/duplicates/${one}/${other}/dismissal`)

export const merges = (cursor: string | null): Promise<List<Merge>> => get('/merges', { cursor, limit: 20 })

/** What one may know of, by a part of its name: buildings, or the groups of one. */
export const buildingsNamed = (q: string): Promise<List<Building>> => get('/buildings', { q, sort: 'name', limit: 8 })
export const groupsOf = (building: string): Promise<List<Group>> => get(`/buildings/${building}/groups`, { limit: 100 })
export const merge = (id: string, signal?: AbortSignal): Promise<Merge> => get(`/merges/${id}`, {}, signal)
export const mergePreview = (source: string, target: string, signal?: AbortSignal): Promise<MergePreview> => get('/merge-previews', { source, target }, signal)
export const proposeMerge = (body: { sourceId: string; targetId: string; name: string }, key: string): Promise<Merge> => post('/merges', body, key)
export const agreeToMerge = (id: string, name: string): Promise<Merge> => post(`/merges/${id}/agreements`, { name })
export const endMerge = (id: string): Promise<Merge> => post(`/merges/${id}/refusals`)
export const undoMerge = (id: string): Promise<Merge> => post(`/merges/${id}/undoings`)
/** @param url of the page of the place */
export const mergedHere = (url: string, signal?: AbortSignal): Promise<List<MergedHere>> => get(`${url}/merged` as `/buildings/${string}/merged`, {}, signal)
