// SPDX-License-Identifier: EUPL-1.2
import { placePath } from '../../api/place-address.ts'
import { apiRoot, get, post, put, remove, withQuery } from '../../api/request.ts'
import type { HeldPost, HouseRules, List, LogItem, ModerationAction, ModerationCase, MyDecision, MyReport } from '../../api/types.ts'

/** A building or group by its address; null for the instance. */
export type Scope = string | null

/** "haven", or "haven/groups/bestuur". */
function placeOf(scope: string): { place: string; group?: string } {
  const [place = '', , group] = scope.split('/')
  return group ? { place, group } : { place }
}

export const cases = (place: Scope, state: 'open' | 'closed', cursor: string | null): Promise<List<ModerationCase>> =>
  get('/reports', { ...(place === null ? { scope: 'instance' } : placeOf(place)), state, cursor })
export const decide = (id: string, decision: { action: ModerationAction; reason: string; days?: number }): Promise<ModerationCase> => post(`/reports/${id}/decisions`, decision)
export const readEscalated = (id: string): Promise<{ html: string; title: string | null }> => post(`/reports/${id}/readings`)
export const log = (place: Scope, cursor: string | null): Promise<List<LogItem>> => get('/moderation-log', { ...(place === null ? {} : placeOf(place)), cursor })
export const logFile = (place: Scope): string => withQuery(`${apiRoot}/moderation-log/export`, place === null ? {} : placeOf(place))

export const myDecisions = (cursor: string | null): Promise<List<MyDecision>> => get('/me/decisions', { cursor })
export const myHeldPosts = (signal?: AbortSignal): Promise<List<HeldPost>> => get('/me/held-posts', {}, signal)
export const myReports = (signal?: AbortSignal): Promise<List<MyReport>> => get('/me/reports', {}, signal)
export const appeal = (id: string, note: string): Promise<void> => post(`/me/decisions/${id}/appeals`, { note })
export const withdraw = (id: string): Promise<void> => remove(`/posts/${id}`)

export { houseRules } from '../../components/composer/data.ts'
export const writeHouseRules = (address: string, source: string, basedOn: number): Promise<HouseRules> => put(`${placePath(address)}/house-rules`, { source, basedOn })
