// SPDX-License-Identifier: EUPL-1.2
import { get, post, put } from '../../api/request.ts'
import type { AskedQuestion, List, PeopleFacets, Person, Post, Reach, ThemePage } from '../../api/types.ts'

export type Target = { theme: string; organisation: string | null; workRole: string | null; region: string | null; audience: 'staff' | 'public' }
export const theme = (slug: string, signal?: AbortSignal): Promise<ThemePage> => get(`/themes/${encodeURIComponent(slug)}`, undefined, signal)
export const holders = (slug: string): Promise<List<Person>> => get('/people', { portfolio: slug, limit: 6 })
export const asked = (slug: string, answered: boolean): Promise<List<AskedQuestion>> => get(`/themes/${encodeURIComponent(slug)}/asked-questions`, { answered, limit: 20 })
export const narrowing = (slug: string): Promise<PeopleFacets> => get('/people-facets', { portfolio: slug })
export const reach = (target: Target): Promise<Reach> => get('/asked-questions/reach', target)
export const ask = ({ organisation, workRole, region, ...rest }: Target & { title: string; body: string; neighbours?: string[] }, key: string): Promise<{ post: Post; reach: number }> =>
  post('/asked-questions', { ...rest, ...(organisation ? { organisation } : {}), ...(workRole ? { workRole } : {}), ...(region ? { region } : {}) }, key)
export const forMe = (cursor: string | null): Promise<List<AskedQuestion>> => get('/me/asked-questions', { cursor, limit: 20 })
export const byMe = (cursor: string | null): Promise<List<AskedQuestion>> => get('/asked-questions', { cursor, limit: 20 })
export const optOut = (slug: string): Promise<void> => put(`/me/asking-opt-outs/${slug}`)
