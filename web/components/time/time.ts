// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { formatMoment, formatSince } from '../../i18n/dates.ts'

const shown = new Set<LitElement>()
setInterval(() => {
  for (const element of shown) element.requestUpdate()
}, 60_000)

/** How long ago, kept up to date; the exact moment in its title. */
@customElement('plein-time')
export class PleinTime extends LitElement {
  @property() at = ''

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    shown.add(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    shown.delete(this)
  }

  override render(): TemplateResult {
    return html`<time class="nowrap" datetime=${this.at} title=${formatMoment(this.at)}>${formatSince(this.at)}</time>`
  }
}
