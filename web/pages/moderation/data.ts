// SPDX-License-Identifier: EUPL-1.2
import { get, post, put, remove } from '../../api/request.ts'
import type { HeldPost, HouseRules, List, LogItem, ModerationAction, ModerationCase, MyDecision, MyReport } from '../../api/types.ts'

/** A building by its slug; null for the instance. */
export type Scope = string | null

export const cases = (place: Scope, state: 'open' | 'closed', cursor: string | null): Promise<List<ModerationCase>> =>
  get('/reports', { ...(place === null ? { scope: 'instance' } : { place }), state, cursor })
export const decide = (id: string, decision: { action: ModerationAction; reason: string; days?: number }): Promise<ModerationCase> => post(`/reports/${id}/decisions`, decision)
export const readEscalated = (id: string): Promise<{ html: string; title: string | null }> => post(`/reports/${id}/readings`)
export const log = (place: Scope, cursor: string | null): Promise<List<LogItem>> => get('/moderation-log', { ...(place === null ? {} : { place }), cursor })
export const logFile = (place: Scope): string => `/api/v1/moderation-log/export${place === null ? '' : `?place=${encodeURIComponent(place)}`}`

export const myDecisions = (cursor: string | null): Promise<List<MyDecision>> => get('/me/decisions', { cursor })
export const myHeldPosts = (signal?: AbortSignal): Promise<List<HeldPost>> => get('/me/held-posts', {}, signal)
export const myReports = (signal?: AbortSignal): Promise<List<MyReport>> => get('/me/reports', {}, signal)
export const appeal = (id: string, note: string): Promise<void> => post(`/me/decisions/${id}/appeals`, { note })
export const withdraw = (id: string): Promise<void> => remove(`/posts/${id}`)

export const houseRules = (slug: string, signal?: AbortSignal): Promise<HouseRules> => get(`/buildings/${encodeURIComponent(slug)}/house-rules`, {}, signal)
export const writeHouseRules = (slug: string, source: string, basedOn: number): Promise<HouseRules> => put(`/buildings/${encodeURIComponent(slug)}/house-rules`, { source, basedOn })
