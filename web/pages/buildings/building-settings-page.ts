// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building } from '../../api/types.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { forbiddenPage } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { clearGuard, navigate, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { refreshMe } from '../../state/session.ts'
import { PleinAccessChange } from './access-change.ts'
import { BuildingHeadAction, buildingHead } from './building-head.ts'
import { building, changeBuilding, deleteBuilding } from './data.ts'
import { bringBack } from './deleted-buildings.ts'

/** "/buildings/{slug}/settings": name, door, end. */
@customElement('plein-building-settings-page')
export class PleinBuildingSettingsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private name: string | null = null
  @state() private summary: string | null = null
  @state() private typed = ''

  static readonly needs = [BuildingHeadAction, PleinAccessChange]
  private readonly place = new Loaded<Building>(this, (signal) => building(this.params['slug'] ?? '', signal), { title: ({ name }) => `${t('building.settings')} · ${name}` })
  private readonly form = new FormState(this)
  private readonly ending = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    setGuard(() => this.name !== null || this.summary !== null, askLeave)
  }

  private async changed(place: Building): Promise<void> {
    this.place.set(place)
    await refreshMe().catch(() => null)
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { value: place } = this.place
    if (!place || !this.form.check({ name: this.name === '' ? t('buildings.new.needsName') : null })) return
    const saved = await this.form.send(() => changeBuilding(place.slug, { name: (this.name ?? place.name).trim(), summary: (this.summary ?? place.summary).trim() }))
    if (!saved) return
    this.name = null
    this.summary = null
    toast(t('state.saved'))
    await this.changed(saved)
  }

  private readonly end = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { value: place } = this.place
    if (!place || !this.ending.check({ confirmName: this.typed.trim() === place.name ? null : t('building.delete.wrong', { name: place.name }) })) return
    const done = await this.ending.send(async () => {
      await deleteBuilding(place.slug, place.name)
      return true
    })
    if (!done) return
    clearGuard()
    await refreshMe().catch(() => null)
    await navigate('/buildings', { replace: true })
    toast(t('building.deleted', { name: place.name }), { undo: () => void bringBack(place.slug) })
  }

  private texts(place: Building): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.save}>
      ${inputField({ form: this.form, name: 'name', label: t('buildings.name'), value: this.name ?? place.name, maxlength: 80, autocomplete: 'off', onInput: (value) => (this.name = value) })}
      ${textField({ form: this.form, name: 'summary', label: t('buildings.summary'), hint: t('buildings.summary.hint'), optional: true, rows: 3, value: this.summary ?? place.summary, maxlength: 300, onInput: (value) => (this.summary = value) })}
      ${formFault(this.form)}
      <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${t('action.save')}</button></div>
    </form>`
  }

  private endForm(place: Building): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.end}>
      <p>${t('building.delete.text')}</p>
      ${inputField({ form: this.ending, name: 'confirmName', label: t('building.delete.label', { name: place.name }), value: this.typed, autocomplete: 'off', onInput: (value) => (this.typed = value) })}
      ${formFault(this.ending)}
      <div class="form__actions"><button class="button button--danger" aria-disabled=${this.ending.busy}>${t('building.delete')}</button></div>
    </form>`
  }

  override render(): unknown {
    return this.place.render((place) => {
      if (!place.can.edit) return forbiddenPage()
      return html`<div @membership-changed=${() => this.place.reload()}>
        <div class="building-top">${buildingHead(place, 'settings')}</div>
        <div class="page page--under page--reading">
          <h1 tabindex="-1">${t('building.settings')}</h1>
          <section class="below" aria-label=${t('building.settings.texts')}>${this.texts(place)}</section>
          <section class="below" aria-labelledby="access">
            <h2 id="access">${t('building.settings.access')}</h2>
            <plein-access-change .building=${place} @building-changed=${(event: CustomEvent<Building>) => this.changed(event.detail)}></plein-access-change>
          </section>
          <section class="below danger" aria-labelledby="delete">
            <h2 id="delete">${t('building.delete')}</h2>
            ${this.endForm(place)}
          </section>
        </div>
      </div>`
    })
  }
}
