// SPDX-License-Identifier: EUPL-1.2
import { placePath } from '../../api/place-address.ts'
import { apiRoot, get, post, upload, withQuery } from '../../api/request.ts'
import type { AnsweredRequest, Import, ImportLine, ImportPreview, InvitationLink, List, MyRequest, Source } from '../../api/types.ts'

const at = placePath
const imports = (slug: string): `/buildings/${string}/memberships/imports` => `${at(slug)}/memberships/imports`
// As it is: the server sees by the bytes how the file was saved.
const csv = (file: Blob): { content: Blob; type: string } => ({ content: file, type: 'text/csv' })

export const previewImport = (slug: string, file: Blob, createGroups: boolean): Promise<ImportPreview> => upload(imports(slug), csv(file), { preview: true, createGroups })
export const startImport = (slug: string, file: Blob, createGroups: boolean): Promise<Import> => upload(imports(slug), csv(file), { createGroups })
export const importById = (slug: string, id: string, signal?: AbortSignal): Promise<Import> => get(`${imports(slug)}/${id}`, {}, signal)
export const importsOf = (slug: string, signal?: AbortSignal): Promise<List<Import>> => get(imports(slug), { limit: 10 }, signal)
export const importLines = (slug: string, id: string, outcome: string | null, cursor: string | null): Promise<List<ImportLine>> => get(`${imports(slug)}/${id}/lines`, { outcome, cursor, limit: 50 })
/** Addresses of files: a link to them is a download. */
export const faultyLinesUrl = (slug: string, id: string): string => `${apiRoot}${imports(slug)}/${id}/faults`
export const exportUrl = (slug: string, filters: Record<string, string | null>): string => withQuery(`${apiRoot}${at(slug)}/memberships/exports`, filters)

export const myRequest = (slug: string, signal?: AbortSignal): Promise<MyRequest> => get(`${at(slug)}/memberships/mine`, {}, signal)
export const answerRequest = (slug: string, id: string, outcome: 'approved' | 'refused', word: string): Promise<void> => post(`${at(slug)}/memberships/${id}/answers`, { outcome, ...(word ? { word } : {}) })
export const answeredRequests = (slug: string, cursor: string | null): Promise<List<AnsweredRequest>> => get(`${at(slug)}/memberships/answers`, { cursor, limit: 20 })
export const sourcesOf = async (slug: string, signal?: AbortSignal): Promise<Source[]> => (await get<{ items: Source[] }>(`${at(slug)}/memberships/sources`, {}, signal)).items
export const invitationLink = (slug: string, id: string, signal?: AbortSignal): Promise<InvitationLink> => get(`${at(slug)}/invitations/${id}/link`, {}, signal)
export const resendInvitation = (slug: string, id: string): Promise<{ sentAt: string }> => post(`${at(slug)}/invitations/${id}/mails`)
