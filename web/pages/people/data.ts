// SPDX-License-Identifier: EUPL-1.2
import { get } from '../../api/request.ts'
import type { List, PeopleFacets, Person, Post, WorkRole } from '../../api/types.ts'

export const choices = ['organisation', 'portfolio', 'workRole', 'region', 'language'] as const
export type Choice = (typeof choices)[number]
export type Wanted = { q: string | null; sort: string | null } & Record<Choice, string | null>

export const workRoles: readonly WorkRole[] = ['ambtenaar', 'raadslid', 'wethouder', 'burgemeester', 'griffier', 'bestuurder', 'inwoner', 'anders']

export const people = (wanted: Wanted, cursor: string | null): Promise<List<Person>> => get('/people', { ...wanted, cursor, limit: 30 })
export const facets = ({ sort: _sort, ...wanted }: Wanted): Promise<PeopleFacets> => get('/people-facets', wanted)
export const colleagues = (): Promise<List<Person & { why: { themes: { name: string }[]; sameOrganisation: boolean; sameWorkRole: boolean } }>> => get('/me/colleagues', { limit: 6 })
export const person = (handle: string, signal?: AbortSignal): Promise<Person> => get(`/people/${encodeURIComponent(handle)}`, {}, signal)
export const postsBy = (handle: string, cursor: string | null): Promise<List<Post>> => get(`/people/${encodeURIComponent(handle)}/posts`, { cursor })
