// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { addressIn, placeAddress } from '../../api/place-address.ts'
import type { Building } from '../../api/types.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { forbiddenPage } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { buildingHead, buildingHeadNeeds } from '../buildings/building-head.ts'
import { building } from '../buildings/data.ts'
import { PleinModerationQueue, queuePart } from './moderation-queue.ts'

/** "/buildings/{slug}/moderation", and of a group: for those who moderate it. */
@customElement('plein-building-moderation-page')
export class PleinBuildingModerationPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [...buildingHeadNeeds, PleinModerationQueue]
  private readonly place = new Loaded<Building>(this, (signal) => building(addressIn(this.params), signal), { title: ({ name }) => `${t('moderation.title')} · ${name}` })

  override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): unknown {
    return this.place.render((place) => {
      // Who moderates one of its groups only finds what is theirs of it; the others are refused by the list itself.
      if (!place.can.read) return forbiddenPage()
      return html`<div>
        <div class="building-top">${buildingHead(place, 'moderation')}</div>
        <div class="page page--under page--reading stack">
          <div>
            <h1 tabindex="-1">${t('moderation.title')}</h1>
            <p class="lead">${t('moderation.lead.place', { name: place.name })}</p>
          </div>
          <plein-moderation-queue .place=${placeAddress(place)} shown=${queuePart(this.search)} address="${place.url}/moderation" ?mayExport=${place.can.edit}></plein-moderation-queue>
        </div>
      </div>`
    })
  }
}
