// SPDX-License-Identifier: EUPL-1.2
import { post } from '../../api/request.ts'

export type UnsubscriptionEnds = 'digest' | 'at-once' | 'thread' | 'place'
export type Unsubscription = { what: UnsubscriptionEnds; name: string | null }
export type Unsubscribed = Unsubscription & { changed: boolean; before: string | null }

export const lookUpUnsubscription = (token: string): Promise<Unsubscription> => post('/unsubscriptions/lookups', { token })
export const unsubscribe = (token: string): Promise<Unsubscribed> => post('/unsubscriptions', { token })
export const undoUnsubscription = (token: string, before: string): Promise<void> => post('/unsubscriptions/undoings', { token, before })
