// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Access, ActorRef } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { initials } from './initials.ts'

/** The round mark of a person; decorative, the name stands beside it. */
export const avatar = (person: { name: string; isResident?: boolean; photo?: { small: string; large: string } | null }, size: 'sm' | 'md' | 'lg' = 'md'): TemplateResult =>
  person.photo
    ? html`<img class="avatar avatar--${size}" src=${size === 'lg' ? person.photo.large : person.photo.small} alt="" width="96" height="96" loading="lazy" />`
    : html`<span class="avatar avatar--${size} ${person.isResident ? 'avatar--resident' : ''}" aria-hidden="true">${initials(person.name)}</span>`

/**
 * The organisation, or that somebody is a resident: always beside a name. In a place that is not open who is of no organisation is a
 * guest, and stands out: the others write as among themselves.
 */
export const originBadge = (person: ActorRef, place?: { access: Access }): TemplateResult | typeof nothing => {
  if (person.isResident && place && place.access !== 'open') return html`<span class="badge badge--sun">${t('guest.badge')}</span>`
  const text = person.organisation ?? (person.isResident ? t('person.resident') : null)
  return text ? html`<span class="badge">${text}</span>` : nothing
}
