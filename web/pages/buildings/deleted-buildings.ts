// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { DeletedBuilding } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { navigate } from '../../router.ts'
import { refreshMe } from '../../state/session.ts'
import { deletedBuildings, restoreBuilding } from './data.ts'

/** Brings a deleted building back and goes there. */
export async function bringBack(slug: string): Promise<void> {
  try {
    const building = await restoreBuilding(slug)
    await refreshMe()
    toast(t('buildings.restored', { name: building.name }))
    await navigate(building.url)
  } catch (error) {
    toast(explain(error), { tone: 'error' })
  }
}

/** What I deleted and can still bring back; absent when there is nothing. */
@customElement('plein-deleted-buildings')
export class PleinDeletedBuildings extends LitElement {
  private readonly gone = new Loaded(this, async (signal) => (await deletedBuildings(signal)).items)

  /** The one that is on its way back. */
  @state() private returning: string | null = null

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async restore(slug: string): Promise<void> {
    if (this.returning) return
    this.returning = slug
    await bringBack(slug)
    this.returning = null
  }

  private row(place: DeletedBuilding): TemplateResult {
    return html`<li class="line">
      <span class="line__mark">${gableMark(place.slug, 'hidden')}</span>
      <div class="line__text"><b>${place.name}</b><small class="muted">${t('buildings.purgedOn', { date: formatDate(place.purgeAt) })}</small></div>
      <button type="button" class="button button--small" aria-label=${t('buildings.restoreNamed', { name: place.name })} aria-disabled=${this.returning === place.slug} @click=${() => this.restore(place.slug)}>${t('buildings.restore')}</button>
    </li>`
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.gone.value?.length) return nothing
    return html`<section class="below" aria-labelledby="deleted-buildings">
      <h2 id="deleted-buildings">${t('buildings.deleted')}</h2>
      <ul class="lines" role="list">${this.gone.value.map((place) => this.row(place))}</ul>
    </section>`
  }
}
