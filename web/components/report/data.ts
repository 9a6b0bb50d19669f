// SPDX-License-Identifier: EUPL-1.2
import { get, post, put, remove } from '../../api/request.ts'
import type { HouseRules, List, ReportReason, Tie } from '../../api/types.ts'

export type Reported = { postId?: string; personId?: string; placeId?: string }

export const sendReport = (about: Reported, more: { reason: ReportReason; note: string; tellHome?: true; name?: string; email?: string }): Promise<{ id: string }> => post('/reports', { ...about, ...more })
export const rulesOf = (slug: string): Promise<HouseRules> => get(`/buildings/${encodeURIComponent(slug)}/house-rules`)
export const ties = (signal?: AbortSignal): Promise<List<Tie>> => get('/me/blocks', {}, signal)
export const setTie = (handle: string, kind: 'block' | 'mute', on: boolean): Promise<void> => (on ? put : remove)(`/people/${encodeURIComponent(handle)}/${kind}`)
