// SPDX-License-Identifier: EUPL-1.2
import { addressIn, placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building, Group } from '../../api/types.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { forbiddenPage } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { clearGuard, navigate, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { refreshMe } from '../../state/session.ts'
import { PleinAllowedInstances } from '../instances/allowed-instances.ts'
import { PleinAccessChange } from './access-change.ts'
import { buildingHead, buildingHeadNeeds } from './building-head.ts'
import { PleinHouseRulesForm } from './house-rules.ts'
import { PleinMembershipRules } from './membership-rules.ts'
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

  static readonly needs = [...buildingHeadNeeds, PleinAccessChange, PleinHouseRulesForm, PleinMembershipRules, PleinAllowedInstances]
  private readonly place = new Loaded<Building>(this, (signal) => building(addressIn(this.params), signal), { title: ({ name }) => `${t('building.settings')} · ${name}` })
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
    const saved = await this.form.send(() => changeBuilding(placeAddress(place), { name: (this.name ?? place.name).trim(), summary: (this.summary ?? place.summary).trim() }))
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
      await deleteBuilding(placeAddress(place), place.name)
      return true
    })
    if (!done) return
    clearGuard()
    await refreshMe().catch(() => null)
    const inside = 'building' in place ? (place as Group).building : null
    await navigate(inside?.url ?? '/buildings', { replace: true })
    toast(t('building.deleted', { name: place.name }), inside ? {} : { undo: () => void bringBack(place.slug) })
  }

  private async setGuests(place: Building, box: HTMLInputElement): Promise<void> {
    try {
      this.place.set(await changeBuilding(placeAddress(place), { guestsWelcome: box.checked }))
      toast(t('state.saved'))
    } catch (error) {
      box.checked = place.guestsWelcome
      toast(explain(error), { tone: 'error' })
    }
  }

  /** Of a closed group in a building that is not open. */
  private atOnce(place: Building | Group): TemplateResult | typeof nothing {
    if (!('building' in place) || place.access !== 'closed' || place.building.access === 'open') return nothing
    const change = async (event: Event): Promise<void> => {
      const box = event.target as HTMLInputElement
      try {
        await this.changed(await changeBuilding(placeAddress(place), { membersMayJoin: box.checked }))
        toast(t('state.saved'))
      } catch (error) {
        box.checked = place.membersMayJoin
        toast(explain(error), { tone: 'error' })
      }
    }
    return html`<section class="below" aria-label=${t('groups.title')}>
      <label class="choice"><input type="checkbox" name="membersMayJoin" .checked=${place.membersMayJoin} @change=${change} /><span>${t('groups.membersMayJoin')}</span></label>
    </section>`
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
      <p>${t('building' in place ? 'groups.delete.text' : 'building.delete.text')}</p>
      ${inputField({ form: this.ending, name: 'confirmName', label: t('building.delete.label', { name: place.name }), value: this.typed, autocomplete: 'off', onInput: (value) => (this.typed = value) })}
      ${formFault(this.ending)}
      <div class="form__actions"><button class="button button--danger" aria-disabled=${this.ending.busy}>${t('building' in place ? 'groups.delete' : 'building.delete')}</button></div>
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
          ${this.atOnce(place)}
          <section class="below" aria-labelledby="guests">
            <h2 id="guests">${t('guest.settings')}</h2>
            <label class="choice"><input type="checkbox" name="guestsWelcome" .checked=${place.guestsWelcome} @change=${(event: Event) => this.setGuests(place, event.target as HTMLInputElement)} /><span>${t('guest.welcome')}</span></label>
            <p class="muted">${t('guest.welcome.hint')}</p>
          </section>
          ${place.access === 'open' || 'building' in place
            ? nothing
            : html`<section class="below" aria-labelledby="allowed">
                <h2 id="allowed">${t('allowed.title')}</h2>
                <plein-allowed-instances slug=${place.slug}></plein-allowed-instances>
              </section>`}
          <section class="below" aria-labelledby="auto-rules">
            <h2 id="auto-rules">${t('autoRules.title')}</h2>
            <plein-membership-rules .building=${place}></plein-membership-rules>
          </section>
          <section class="below" aria-labelledby="rules">
            <h2 id="rules">${t('rules.edit')}</h2>
            <plein-house-rules-form address=${placeAddress(place)} ?inGroup=${'building' in place}></plein-house-rules-form>
          </section>
          <section class="below" aria-labelledby="twice">
            <h2 id="twice">${t('merge.settings')}</h2>
            <p>${t('merge.settings.text')}</p>
            <p><a class="button" href="/merges">${t('merge.settings.link')}</a></p>
          </section>
          <section class="below danger" aria-labelledby="delete">
            <h2 id="delete">${t('building' in place ? 'groups.delete' : 'building.delete')}</h2>
            ${this.endForm(place)}
          </section>
        </div>
      </div>`
    })
  }
}
