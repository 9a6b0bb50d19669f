// SPDX-License-Identifier: EUPL-1.2
import type { LiveEvent } from '../../state/live.ts'

/** Whether what is told to me can have changed my place in this building. What names no building can be about any: the name of a hidden one is not told. */
export const mayConcern = ({ event, data }: Pick<LiveEvent, 'event' | 'data'>, placeId: string | undefined): boolean =>
  event === 'reset' || (event === 'membership.changed' && (data['placeId'] === undefined || data['placeId'] === placeId))
