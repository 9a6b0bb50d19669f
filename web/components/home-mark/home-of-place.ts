// SPDX-License-Identifier: EUPL-1.2
import type { LitElement } from 'lit'
import type { ActorHome } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { homeOf } from '../../pages/elsewhere/data.ts'
import { instance } from '../../state/session.ts'
import { Loaded } from '../loaded/loaded.ts'
import { hostIn } from './home-mark.ts'

/** The home of the place that an element shows; null for a place of here, and where it cannot be told. */
export const homeOfPlace = (element: LitElement, place: () => { id: string; slug: string }): Loaded<ActorHome | null> =>
  new Loaded<ActorHome | null>(element, async () => (hostIn(place().slug) === null ? null : homeOf(place().id).catch(() => null)))

/** Why asking to come in leads nowhere: for good, or until something changes at its home. Null where it can be asked. */
export function whyNotIn(home: ActorHome | null): { text: string; mayTryAgain: boolean } | null {
  if (home?.state === 'blocked' || home?.state === 'gone') return { text: t(`home.${home.state}`, { host: home.hostName }), mayTryAgain: false }
  return home?.turnedUsAwayAt ? { text: turnedAway(), mayTryAgain: true } : null
}

export const turnedAway = (): string => t('home.turnedAway', { square: instance.value?.name ?? location.host })
