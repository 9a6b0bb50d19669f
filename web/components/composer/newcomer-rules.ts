// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { isOnSquare, placeAddress } from '../../api/place-address.ts'
import type { HouseRules, PlaceRef } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { houseRules } from './data.ts'

/** So much is read at a glance; longer rules open when pressed. */
const short = 800

/** What holds here, for who has hardly written here yet; nothing for others, and where there are no rules. */
@customElement('plein-newcomer-rules')
export class PleinNewcomerRules extends LitElement {
  @property({ attribute: false }) declare place: PlaceRef
  @state() private rules: HouseRules[] = []

  override createRenderRoot(): HTMLElement {
    return this
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('place') && changed.get('place')?.id !== this.place.id) void this.load(this.place)
  }

  private async load(place: PlaceRef): Promise<void> {
    this.rules = []
    if (isOnSquare(place)) return
    const address = placeAddress(place)
    const [building = ''] = address.split('/')
    const found = await Promise.all([...new Set([address, building])].map((one) => houseRules(one))).catch(() => [])
    // Whoever is new in the place itself reads those of the building too.
    if (this.place.id === place.id && found[0]?.newcomer) this.rules = found.filter((one) => one.html)
  }

  override render(): TemplateResult | typeof nothing {
    const { rules } = this
    if (!rules.length) return nothing
    return html`<details class="composer__rules" ?open=${rules.every((one) => one.html.length < short)}>
      <summary>${t('rules.newcomer', { name: this.place.name })}</summary>
      <div class="prose house-rules__text">${rules.map((one) => unsafeHTML(one.html))}</div>
    </details>`
  }
}
