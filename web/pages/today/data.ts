// SPDX-License-Identifier: EUPL-1.2
import { get, post, remove } from '../../api/request.ts'
import type { Reading, Today } from '../../api/types.ts'
import { me, recount, updateMe } from '../../state/session.ts'

/** What is new; the numbers in the frame are then the same. */
export async function whatIsNew(signal?: AbortSignal): Promise<Today> {
  const today = await get<Today>('/today', {}, signal)
  const unread = new Map(today.places.map(({ place, unread: count }) => [place.id, count]))
  const counted = <P extends { id: string; unread: number }>(place: P): P => ({ ...place, unread: unread.get(place.id) ?? 0 })
  if (me.value) updateMe({ unreadNotifications: today.unreadNotifications, buildings: me.value.buildings.map((building) => ({ ...counted(building), groups: building.groups.map(counted) })) })
  return today
}

/** A part of what was shown, or all of it. What came later stays unread. */
export async function readUpTo(upTo: string, part: { only?: 'square'; placeId?: string } = {}): Promise<Reading> {
  const reading = await post<Reading>('/today/read', { upTo, ...part })
  recount({ unread: reading.unreadNotifications })
  return reading
}

export const undoReading = (id: string): Promise<unknown> => remove(`/today/read/${id}`)

/** Lines of the list of notifications, with what is bundled behind them. */
export async function readNotifications(ids: string[]): Promise<void> {
  const { unread } = await post<{ unread: number }>('/notifications/read', { ids })
  recount({ unread })
}
