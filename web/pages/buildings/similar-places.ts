// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SimilarBuilding } from '../../api/types.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { explain } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon } from '../../components/icon/icon.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { refreshMe } from '../../state/session.ts'
import { joinPlace } from './data.ts'

/** What is there already, beside a name that is being chosen: one press to join it, or to ask. */
@customElement('plein-similar-places')
export class PleinSimilarPlaces extends LitElement {
  @property({ attribute: false }) places: SimilarBuilding[] = []
  @state() private busy = ''
  /** By id, what became of the press: a place that is joined stays in the list, with the way in. */
  @state() private done: ReadonlyMap<string, 'active' | 'requested'> = new Map()

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async join(place: SimilarBuilding): Promise<void> {
    if (this.busy) return
    this.busy = place.id
    try {
      const { state } = await joinPlace(place.url)
      const became = state === 'active' ? 'active' : 'requested'
      await refreshMe().catch(() => null)
      this.done = new Map([...this.done, [place.id, became]])
      toast(t(became === 'active' ? 'building.joined' : 'building.asked', { name: place.name }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    this.busy = ''
  }

  private action(place: SimilarBuilding): TemplateResult {
    const state = this.done.get(place.id) ?? place.myMembership?.state
    const named = html`<span class="visually-hidden">: ${place.name}</span>`
    if (state === 'active') return html`<span class="row row--tight">${icon('check', 'small')}${t('buildings.youAreIn')}</span> <a class="button button--small" href=${place.url}>${t('buildings.goThere')}${named}</a>`
    if (state === 'requested') return html`<span class="row row--tight">${icon('check', 'small')}${t('buildings.youAsked')}</span>`
    if (place.can.join || place.can.ask) {
      return html`<button type="button" class="button button--small" aria-disabled=${this.busy === place.id} @click=${() => void this.join(place)}>${t(place.can.join ? 'buildings.joinThis' : 'buildings.askThis')}${named}</button>`
    }
    return html`<a class="button button--small" href=${place.url}>${t('buildings.goThere')}${named}</a>`
  }

  override render(): TemplateResult {
    return html`<section class="panel" aria-labelledby="similar" aria-live="polite" ?hidden=${!this.places.length}>
      <h2 id="similar">${t('buildings.similar')}</h2>
      <ul role="list">
        ${this.places.map(
          (place) => html`<li class="place-row">
            ${gableMark(place.slug, place.access)}
            <div class="stack stack--tight">
              <p><a href=${place.url}>${place.name}</a> ${accessBadge(place.access)}<br /><small class="muted">${t('place.members', { count: place.memberCount })}${place.summary ? ` · ${place.summary}` : nothing}</small></p>
              <p class="row">${this.action(place)}</p>
            </div>
          </li>`,
        )}
      </ul>
    </section>`
  }
}
