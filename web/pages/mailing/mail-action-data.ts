// SPDX-License-Identifier: EUPL-1.2
import { post } from '../../api/request.ts'

export type MailAction = {
  act: 'approve' | 'refuse' | 'thank'
  state: 'open' | 'approved' | 'refused' | 'thanked'
  as: string
  person: string
  place: { name: string; url: string }
  words: string | null
  url: string
}
export type CarriedOut = MailAction & { changed: boolean }

export const lookUpMailAction = (token: string): Promise<MailAction> => post('/mail-actions/lookups', { token })
export const carryOutMailAction = (token: string): Promise<CarriedOut> => post('/mail-actions', { token })
