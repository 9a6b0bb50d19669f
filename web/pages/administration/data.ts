// SPDX-License-Identifier: EUPL-1.2
import { get, patch, post, remove } from '../../api/request.ts'
import type { FailedJob, Instance, List, MailContent, ManagedPerson, Organisation, QueueState, ScheduleState, SentMail, ThemeInUse, ThemePage, ThemePair } from '../../api/types.ts'

export const changeInstance = (change: { name?: string; tagline?: string; residentsMayStartBuildings?: boolean }): Promise<Instance> => patch('/instance', change)

export const organisations = (signal?: AbortSignal): Promise<List<Organisation>> => get('/organisations', { limit: 100 }, signal)
export const addOrganisation = (body: { name: string; domains: string[] }): Promise<Organisation> => post('/organisations', body)
export const changeOrganisation = (id: string, body: { name: string; domains: string[] }): Promise<Organisation> => patch(`/organisations/${id}`, body)
export const deleteOrganisation = (id: string): Promise<void> => remove(`/organisations/${id}`)

export const managedPeople = (q: string | null, cursor: string | null): Promise<List<ManagedPerson>> => get('/operations/people', { q, cursor, limit: 40 })
export const managePerson = (id: string, change: { role?: ManagedPerson['role']; suspended?: boolean; suspension?: { reason: string; days?: number } }): Promise<ManagedPerson> => patch(`/operations/people/${id}`, change)

export const sentMails = (cursor: string | null): Promise<List<SentMail>> => get('/operations/mails', { cursor, limit: 40 })
export const mailContent = (id: string): Promise<MailContent> => get(`/operations/mails/${id}`)

export const schedules = (signal?: AbortSignal): Promise<List<ScheduleState>> => get('/operations/schedules', {}, signal)
export const queues = (signal?: AbortSignal): Promise<List<QueueState>> => get('/operations/queues', {}, signal)
export const failedJobs = (queue: string): Promise<List<FailedJob>> => get(`/operations/queues/${encodeURIComponent(queue)}/failed`)
export const retryJob = (queue: string, id: string): Promise<void> => post(`/operations/queues/${encodeURIComponent(queue)}/failed/${encodeURIComponent(id)}/retries`)

export const themesInUse = (q: string | null, cursor: string | null): Promise<List<ThemeInUse>> => get('/themes-in-use', { q, cursor, limit: 40 })
export const likelyThemePairs = (signal?: AbortSignal): Promise<List<ThemePair>> => get('/themes/duplicates', {}, signal)
export const themeOf = (id: string): Promise<ThemePage> => get(`/themes/${id}`)
export const addTheme = (name: string): Promise<ThemePage> => post('/themes', { name })
export const changeTheme = (id: string, body: { name?: string; synonyms?: string[] }): Promise<ThemePage> => patch(`/themes/${id}`, body)
export const mergeThemes = (from: string, into: string): Promise<ThemePage> => post(`/themes/${from}/merges`, { into })
export const deleteTheme = (id: string): Promise<void> => remove(`/themes/${id}`)
