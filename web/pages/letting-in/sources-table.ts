// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Building, Source } from '../../api/types.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { t } from '../../i18n/t.ts'
import { sourcesOf } from './data.ts'

/** How the members came in: each link by its name, the other ways together. */
@customElement('plein-sources')
export class PleinSources extends LitElement {
  @property({ attribute: false }) declare building: Building
  private readonly found = new Loaded<Source[]>(this, (signal) => sourcesOf(placeAddress(this.building), signal))

  override createRenderRoot(): HTMLElement {
    return this
  }

  reload(): Promise<void> {
    return this.found.reload()
  }

  private row({ way, invitation, members }: Source): TemplateResult {
    const name = invitation ? invitation.source || t('invite.aLink') : t(`way.${way}`)
    return html`<tr>
      <th scope="row"><a class="plain-link breaks" href="?tab=members&source=${invitation?.id ?? way}">${name}</a>${invitation && !invitation.open ? html` <span class="badge">${t('sources.closed')}</span>` : nothing}</th>
      <td>${invitation ? t('invite.usedOf', { uses: invitation.uses, max: invitation.maxUses }) : nothing}</td>
      <td class="number">${members}</td>
    </tr>`
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.found.value?.length) return nothing
    return html`<section class="below" aria-labelledby="sources">
      <h2 id="sources">${t('sources.title')}</h2>
      <table class="simple-table">
        <thead>
          <tr>
            <th scope="col">${t('sources.way')}</th>
            <th scope="col">${t('sources.uses')}</th>
            <th scope="col" class="number">${t('sources.members')}</th>
          </tr>
        </thead>
        <tbody>${this.found.value.map((one) => this.row(one))}</tbody>
      </table>
    </section>`
  }
}
