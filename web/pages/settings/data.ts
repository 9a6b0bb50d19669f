// SPDX-License-Identifier: EUPL-1.2
import { get, patch, post, put, remove, request } from '../../api/request.ts'
import type { Language, Level, List, Me, NewToken, OwnProfile, Photo, Scope, Session, SharedField, ThemeRef, Token, WorkRole } from '../../api/types.ts'

export const changeMe = (change: { name?: string; locale?: Language; jobTitle?: string | null; about?: string | null }): Promise<Me> => patch('/me', change)
export const changePassword = (current: string, password: string): Promise<void> => put('/me/password', { current, password })
export const sessions = (signal?: AbortSignal): Promise<List<Session>> => get('/sessions', undefined, signal)
export const endSession = (id: string): Promise<void> => remove(`/sessions/${id}`)
export const endOtherSessions = (): Promise<void> => remove('/sessions')
export const tokens = (signal?: AbortSignal): Promise<List<Token>> => get('/tokens', undefined, signal)
export const createToken = (body: { name: string; scopes: Scope[]; expiresAt?: string }): Promise<NewToken> => post('/tokens', body)
export const revokeToken = (id: string): Promise<void> => remove(`/tokens/${id}`)

export type ProfileChange = {
  workRole: WorkRole | null
  region: string | null
  languages: string[]
  contactEmail: string | null
  phone: string | null
  links: string[]
  portfolio: string[]
  expertise: string[]
  sharing: Record<SharedField, Level>
}
export const myProfile = (signal?: AbortSignal): Promise<OwnProfile> => get('/me/profile', undefined, signal)
export const changeProfile = (change: ProfileChange): Promise<Me> => patch('/me', change)
/** The bytes as they are; the server reads what they are. */
export const changePhoto = (file: Blob): Promise<{ photo: Photo }> => request('PUT', '/me/photo', { file: { content: file, type: file.type || 'application/octet-stream' } })
export const deletePhoto = (): Promise<void> => remove('/me/photo')
export const optOuts = (): Promise<List<ThemeRef>> => get('/me/asking-opt-outs')
export const optIn = (slug: string): Promise<void> => remove(`/me/asking-opt-outs/${slug}`)
