// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import type { Access, Audience, PlaceRef } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { icon, type IconName } from '../icon/icon.ts'

const accessIcon: Record<Access, IconName> = { open: 'door-enter', closed: 'lock', hidden: 'eye-off' }
const audienceIcon: Record<Audience, IconName> = { public: 'world', staff: 'building-community', members: 'users' }

export const accessBadge = (access: Access): TemplateResult => html`<span class="badge">${icon(accessIcon[access])}${t(`access.${access}`)}</span>`

export const audienceText = (audience: Audience, place: Pick<PlaceRef, 'name'>): string => t(`audience.${audience}`, { place: place.name })

/** Who may read, always in words. */
export const audienceBadge = (audience: Audience, place: Pick<PlaceRef, 'name'>): TemplateResult =>
  html`<span class="audience">${icon(audienceIcon[audience], 'small')}${audienceText(audience, place)}</span>`
