// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Access, ActorRef } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { homeMark, hostIn } from '../home-mark/home-mark.ts'
import { initials } from './initials.ts'

/** Initials stay in sight until the photograph is there, and where it may no longer be seen. */
const seen = (event: Event): void => void (event.target as HTMLElement).classList.toggle('avatar__photo--gone', event.type === 'error')

/** The round mark of a person: their photograph, or initials. Decorative, the name stands beside it. */
export const avatar = (person: { name: string; isResident?: boolean; photo?: { small: string; large: string } | null }, size: 'sm' | 'md' | 'lg' = 'md'): TemplateResult =>
  html`<span class="avatar avatar--${size} ${person.isResident ? 'avatar--resident' : ''}" aria-hidden="true"
    >${initials(person.name)}${person.photo ? html`<img class="avatar__photo" src=${size === 'lg' ? person.photo.large : person.photo.small} alt="" width="96" height="96" loading="lazy" decoding="async" @load=${seen} @error=${seen} />` : nothing}</span
  >`

/**
 * The organisation, the instance of somebody from elsewhere, or that somebody is a resident: always beside a name. In a place that is not open who is of no organisation is a
 * guest, and stands out: the others write as among themselves.
 */
export const originBadge = (person: ActorRef, place?: { access: Access }): TemplateResult | typeof nothing => {
  if (hostIn(person.handle) !== null) return homeMark(person.handle)
  if (person.isResident && place && place.access !== 'open') return html`<span class="badge badge--sun">${t('guest.badge')}</span>`
  const text = person.organisation ?? (person.isResident ? t('person.resident') : null)
  return text ? html`<span class="badge">${text}</span>` : nothing
}
