// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ActorHome, Building } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { homeOf } from '../../pages/elsewhere/data.ts'
import { icon } from '../icon/icon.ts'
import { Loaded } from '../loaded/loaded.ts'

/** Of a place or person of another instance: where it has its home, what that means, and how that home is doing. */
@customElement('plein-home-panel')
export class PleinHomePanel extends LitElement {
  /** Of the actor. */
  @property({ attribute: 'of' }) of = ''
  /** Of a person nothing. */
  @property({ attribute: false }) place: Building | null = null
  private readonly home = new Loaded<ActorHome>(this, () => homeOf(this.of))

  override createRenderRoot(): HTMLElement {
    return this
  }

  private trouble({ state, host }: ActorHome): TemplateResult | typeof nothing {
    return state === 'fine' ? nothing : html`<p class="home-panel__trouble" role="status">${icon(state === 'down' ? 'wifi-off' : 'alert-triangle')}<span>${t(`home.${state}`, { host })}</span></p>`
  }

  override render(): unknown {
    const home = this.home.value
    if (!home) return nothing
    const { place } = this
    const inside = place?.myMembership?.state === 'active'
    const text = place ? t(inside ? 'home.text' : 'home.textOutside', { name: home.hostName }) : t('home.person', { host: home.host })
    return html`<section class="panel home-panel stack stack--tight" aria-labelledby=${place ? 'home-panel' : nothing} aria-label=${place ? nothing : home.host}>
      ${place ? html`<h2 id="home-panel">${t('home.title', { name: home.hostName })}</h2>` : nothing} ${this.trouble(home)}
      <p>${text}</p>
      ${place && place.access !== 'open' ? html`<p>${t('home.closed', { name: home.hostName })}</p>` : nothing} ${home.url ? html`<p class="with-icon">${icon('world', 'small')}<a href=${home.url} rel="noreferrer">${t('home.visit', { host: home.host })}</a></p>` : nothing}
    </section>`
  }
}
