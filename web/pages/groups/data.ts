// SPDX-License-Identifier: EUPL-1.2
import { placePath } from '../../api/place-address.ts'
import { get, post } from '../../api/request.ts'
import type { Access, Group, List, SimilarBuilding } from '../../api/types.ts'

export const groupsIn = (building: string, query: { q?: string | null; limit?: number }, cursor: string | null, signal?: AbortSignal): Promise<List<Group>> =>
  get(`${placePath(building)}/groups`, { limit: 24, ...query, sort: 'name', cursor }, signal)
export const similarGroups = (building: string, name: string, summary: string, signal?: AbortSignal): Promise<List<SimilarBuilding>> =>
  get(`${placePath(building)}/groups/similar`, { name, summary: summary || undefined }, signal)
export const proposeGroupSlug = (building: string, name: string, signal?: AbortSignal): Promise<{ slug: string }> => get(`${placePath(building)}/groups/slug-proposals`, { name }, signal)
export type NewGroup = { name: string; slug: string; summary: string; access: Access; membersMayJoin?: boolean }
export const startGroup = (building: string, body: NewGroup, key: string): Promise<Group> => post(`${placePath(building)}/groups`, body, key)
