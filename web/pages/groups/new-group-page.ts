// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { randomId } from '../../api/random-id.ts'
import type { Access, Building } from '../../api/types.ts'
import { accessPicker } from '../../components/access-picker/access-picker.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { forbiddenPage } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { navigate } from '../../router.ts'
import { refreshMe } from '../../state/session.ts'
import { building } from '../buildings/data.ts'
import { NewPlace } from '../buildings/new-place.ts'
import { PleinSimilarPlaces } from '../buildings/similar-places.ts'
import { proposeGroupSlug, similarGroups, startGroup } from './data.ts'

/** "/buildings/{slug}/groups/new": a name is enough; the rest is proposed. */
@customElement('plein-new-group-page')
export class PleinNewGroupPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private chosen: Access | null = null
  @state() private membersMayJoin = false

  static readonly needs = [PleinSimilarPlaces]
  private readonly building = new Loaded<Building>(this, (signal) => building(this.within, signal), { title: ({ name }) => `${t('groups.start')} · ${name}` })
  private readonly place = new NewPlace(this, {
    propose: (name, signal) => proposeGroupSlug(this.within, name, signal),
    similar: (name, summary, signal) => similarGroups(this.within, name, summary, signal),
  })
  private readonly form = new FormState(this)
  private readonly key = randomId()

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get within(): string {
    return this.params['slug'] ?? ''
  }

  private access(place: Building): Access {
    return this.chosen ?? (place.access === 'open' ? 'open' : 'closed')
  }

  private async submit(event: Event, building: Building): Promise<void> {
    event.preventDefault()
    const { name, summary } = this.place
    if (!this.form.check({ name: name.trim() ? null : t('groups.needsName') })) return
    const access = this.access(building)
    const membersMayJoin = this.mayOffer(building) && this.membersMayJoin
    const group = await this.form.send(async () => startGroup(building.slug, { name: name.trim(), slug: await this.place.address(), summary: summary.trim(), access, membersMayJoin }, this.key))
    if (!group) return
    this.place.started()
    await refreshMe().catch(() => null)
    await navigate(group.url, { replace: true })
    toast(t('groups.started', { name: group.name }))
  }

  /** In an open building everybody may come in, so a closed group asks. */
  private mayOffer(place: Building): boolean {
    return place.access !== 'open' && this.access(place) === 'closed'
  }

  private fields(building: Building): TemplateResult {
    return html`<div class="form area-one">
      ${inputField({ form: this.form, name: 'name', label: t('groups.name'), value: this.place.name, maxlength: 80, autocomplete: 'off', autofocus: true, onInput: this.place.onName })}
      ${inputField({ form: this.form, name: 'slug', label: t('buildings.address'), hint: html`<span class="address">${location.host}${building.url}/groups/${this.place.slug || '…'}</span>`, optional: true, value: this.place.slug, maxlength: 40, autocomplete: 'off', onInput: this.place.onSlug })}
    </div>`
  }

  private rest(building: Building): TemplateResult {
    return html`<div class="form area-two">
      ${accessPicker(this.place.slug, this.access(building), (access) => (this.chosen = access), { within: building.access })}
      ${this.mayOffer(building) ? html`<label class="choice"><input type="checkbox" name="membersMayJoin" .checked=${this.membersMayJoin} @change=${(event: Event) => (this.membersMayJoin = (event.target as HTMLInputElement).checked)} /><span>${t('groups.membersMayJoin')}</span></label>` : nothing}
      ${textField({ form: this.form, name: 'summary', label: t('buildings.summary'), hint: t('groups.summary.hint'), optional: true, rows: 2, value: this.place.summary, maxlength: 300, onInput: this.place.onSummary })}
      ${formFault(this.form)}
      <div class="form__actions">
        <button class="button button--primary" aria-disabled=${this.form.busy}>${t('groups.submit')}</button>
        <a class="button" href="${building.url}/groups">${t('action.cancel')}</a>
      </div>
    </div>`
  }

  override render(): unknown {
    return this.building.render((building) => {
      if (!building.can.startGroup) return forbiddenPage()
      return html`<form class="columns columns--form" novalidate @submit=${(event: Event) => this.submit(event, building)}>
        <header class="area-head">
          <p><a href="${building.url}/groups">${building.name}</a></p>
          <h1 tabindex="-1">${t('groups.start')}</h1>
          <p class="lead">${t('groups.lead')}</p>
        </header>
        ${this.fields(building)}
        <aside class="area-side" aria-label=${t('buildings.similar')}><div class="sticky"><plein-similar-places .places=${this.place.similar}></plein-similar-places></div></aside>
        ${this.rest(building)}
      </form>`
    })
  }
}
