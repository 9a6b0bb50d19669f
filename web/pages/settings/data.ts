// SPDX-License-Identifier: EUPL-1.2
import { get, patch, post, put, remove } from '../../api/request.ts'
import type { Language, List, Me, NewToken, Scope, Session, Token } from '../../api/types.ts'

export const changeMe = (change: { name?: string; locale?: Language; jobTitle?: string | null; about?: string | null }): Promise<Me> => patch('/me', change)
export const changePassword = (current: string, password: string): Promise<void> => put('/me/password', { current, password })
export const sessions = (signal?: AbortSignal): Promise<List<Session>> => get('/sessions', undefined, signal)
export const endSession = (id: string): Promise<void> => remove(`/sessions/${id}`)
export const endOtherSessions = (): Promise<void> => remove('/sessions')
export const tokens = (signal?: AbortSignal): Promise<List<Token>> => get('/tokens', undefined, signal)
export const createToken = (body: { name: string; scopes: Scope[]; expiresAt?: string }): Promise<NewToken> => post('/tokens', body)
export const revokeToken = (id: string): Promise<void> => remove(`/tokens/${id}`)
