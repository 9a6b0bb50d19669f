// SPDX-License-Identifier: EUPL-1.2
import { get, put } from '../../api/request.ts'
import type { HearingSettings } from '../../api/types.ts'

export type HearingChange = Partial<{
  digest: Partial<HearingSettings['digest']>
  timeZone: string
  quietHours: HearingSettings['quietHours']
  channels: Partial<HearingSettings['channels']>
}>

export const hearingSettings = (signal?: AbortSignal): Promise<HearingSettings> => get('/notification-settings', undefined, signal)
export const changeHearing = (change: HearingChange): Promise<HearingSettings> => put('/notification-settings', change)
