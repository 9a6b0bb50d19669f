// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { ActorRef } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { initials } from './initials.ts'

/** The round mark of a person; decorative, the name stands beside it. */
export const avatar = (person: { name: string; isResident?: boolean }, size: 'sm' | 'md' | 'lg' = 'md'): TemplateResult =>
  html`<span class="avatar avatar--${size} ${person.isResident ? 'avatar--resident' : ''}" aria-hidden="true">${initials(person.name)}</span>`

/** The organisation, or that somebody is a resident: always beside a name. */
export const originBadge = (person: ActorRef): TemplateResult | typeof nothing => {
  const text = person.organisation ?? (person.isResident ? t('person.resident') : null)
  return text ? html`<span class="badge">${text}</span>` : nothing
}
