// SPDX-License-Identifier: EUPL-1.2
import { get, put, remove } from '../../api/request.ts'
import type { HearLevel, MyLevel } from '../../api/types.ts'

export const hearLevels: HearLevel[] = ['all', 'mentions', 'digest', 'none']

/** What a level is of: a building or group, or the thread of a post. */
export type Heard = { kind: 'places' | 'threads'; id: string }

export const levelOf = ({ kind, id }: Heard, signal?: AbortSignal): Promise<MyLevel> => (kind === 'places' ? get<MyLevel>(`/notification-settings/places/${id}`, undefined, signal) : get<MyLevel>(`/notification-settings/threads/${id}`, undefined, signal))
/** @param level null to take a choice back */
export async function chooseLevel({ kind, id }: Heard, level: HearLevel | null): Promise<void> {
  if (kind === 'places') await (level === null ? remove(`/notification-settings/places/${id}`) : put(`/notification-settings/places/${id}`, { level }))
  else await (level === null ? remove(`/notification-settings/threads/${id}`) : put(`/notification-settings/threads/${id}`, { level }))
}
