// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Building, MergedHere } from '../../api/types.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { t } from '../../i18n/t.ts'
import { mergedHere } from './data.ts'

/** A line over the door for 30 days: what went up in this place. Who came by an old address is told so. */
@customElement('plein-merged-here')
export class PleinMergedHere extends LitElement {
  @property({ attribute: false }) declare place: Pick<Building, 'name' | 'url'>
  /** The old address by which somebody came. */
  @property() from: string | null = null
  private readonly came = new Loaded<MergedHere[]>(this, async (signal) => (await mergedHere(this.place.url, signal)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult | typeof nothing {
    const { value } = this.came
    if (!value?.length) return nothing
    return html`<div class="page page--under page--notice">
      <div class="notice merged-here" role="note">
        ${icon('info-circle')}
        <div>${value.map(({ name, slug }) => html`<p>${t(slug === this.from ? 'merge.cameFrom' : 'merge.here', { name, into: this.place.name })}</p>`)}</div>
      </div>
    </div>`
  }
}
