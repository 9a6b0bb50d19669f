// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Building } from '../../api/types.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { t } from '../../i18n/t.ts'

const house = (building: Building): TemplateResult =>
  html`<li>
    <a class="house" href=${building.url}>
      ${gableMark(building.slug, building.access)}
      <span class="house__name"><span>${building.name}</span><small>${t(`access.${building.access}`)} · ${t('place.members', { count: building.memberCount })}</small></span>
    </a>
  </li>`

/** A row of façades; it scrolls sideways, by keyboard too because every house is a link. */
export const street = (buildings: Building[], total: number): TemplateResult =>
  html`<ul class="street" role="list" aria-label=${t('square.street')}>
    ${buildings.map(house)}
    ${total > buildings.length ? html`<li class="street__end"><a class="button" href="/buildings">${t('square.allBuildings', { count: total })}</a></li>` : nothing}
  </ul>`
