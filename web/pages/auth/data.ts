// SPDX-License-Identifier: EUPL-1.2
import { post } from '../../api/request.ts'
import type { Building, Group, InvitationLookup, Language, Me } from '../../api/types.ts'

type Welcome = { account: Me }

export const signUp = (body: { email: string; name: string; password: string; locale: Language }): Promise<{ detail: string }> => post('/accounts', body)
export const confirmAccount = (token: string): Promise<Welcome> => post('/accounts/confirmations', { token })
export const signIn = (email: string, password: string): Promise<Welcome> => post('/sessions', { email, password })
export const askReset = (email: string): Promise<void> => post('/password-resets', { email })
export const resetPassword = (token: string, password: string): Promise<void> => post('/password-resets/confirmations', { token, password })
export const openInstance = (body: { token: string; email: string; name: string; password: string }): Promise<Welcome> => post('/first-administrator', body)
export const lookUpInvitation = (token: string): Promise<InvitationLookup> => post('/invitations/lookups', { token })
export const acceptInvitation = (token: string): Promise<{ building: Building; group: Group | null }> => post('/invitations/acceptances', { token })
