// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { HeardPlace, HearLevel } from '../../api/types.ts'
import { inputField } from '../../components/field/field.ts'
import { explain } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { chooseLevel, hearLevels } from '../../components/hearing/data.ts'
import { empty } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'

/** So many one sees at a glance; with more one may search. */
const FEW = 8

/** What I hear of each of my places. */
@customElement('plein-heard-places')
export class PleinHeardPlaces extends LitElement {
  @property({ attribute: false }) places: HeardPlace[] = []
  @state() private wanted = ''

  override createRenderRoot(): HTMLElement {
    return this
  }

  private show(id: string, chosen: HearLevel | null): void {
    this.places = this.places.map((one) => (one.place.id === id ? { ...one, chosen, level: chosen ?? 'digest' } : one))
  }

  private async choose({ place, chosen: before }: HeardPlace, level: HearLevel | null, undoing = false): Promise<void> {
    this.show(place.id, level)
    try {
      await chooseLevel({ kind: 'places', id: place.id }, level)
      const now = this.places.find((one) => one.place.id === place.id)
      if (undoing || !now) toast(t('hear.undone'))
      else toast(t(`hear.changed.${now.level}`, { name: place.name }), { undo: () => void this.choose(now, before, true) })
    } catch (error) {
      this.show(place.id, before)
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(one: HeardPlace): TemplateResult {
    const { place, building, level } = one
    const id = `heard-${place.id}`
    return html`<li class="heard ${building ? 'heard--inside' : ''}">
      ${building ? nothing : html`<span class="heard__mark">${gableMark(place.slug, place.access)}</span>`}
      <div class="heard__text"><a id="${id}-name" href=${place.url}>${place.name}</a>${building ? html`<small class="muted">${t('hearing.inside', { name: building.name })}</small>` : nothing}</div>
      <select class="control control--short" id=${id} aria-labelledby="${id}-name" @change=${(event: Event) => void this.choose(one, (event.target as HTMLSelectElement).value as HearLevel)}>
        ${hearLevels.map((value) => html`<option value=${value} .selected=${value === level}>${t(`hear.${value}`)}</option>`)}
      </select>
    </li>`
  }

  override render(): TemplateResult {
    const wanted = this.wanted.trim().toLowerCase()
    const shown = wanted ? this.places.filter(({ place, building }) => `${place.name} ${building?.name ?? ''}`.toLowerCase().includes(wanted)) : this.places
    return html`<section aria-labelledby="hearing-places">
      <h2 id="hearing-places">${t('hearing.places')}</h2>
      ${this.places.length
        ? html`<dl class="hear-words">${hearLevels.map((level) => html`<div><dt>${t(`hear.${level}`)}</dt><dd>${t(`hear.hint.${level}`)}</dd></div>`)}</dl>
            ${this.places.length > FEW ? inputField({ name: 'place', label: t('hearing.findPlace'), type: 'search', optional: false, value: this.wanted, onInput: (value) => (this.wanted = value) }) : nothing}
            <p class="visually-hidden" role="status">${wanted ? t('hearing.found', { count: shown.length }) : ''}</p>
            ${shown.length ? html`<ul class="heard-list" role="list">${shown.map((one) => this.row(one))}</ul>` : html`<p>${t('hearing.found', { count: 0 })}</p>`}`
        : empty(t('hearing.noPlaces'), { label: t('hearing.findBuildings'), href: '/buildings' })}
    </section>`
  }
}
