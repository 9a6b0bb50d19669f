// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { randomId } from '../../api/random-id.ts'
import type { Access } from '../../api/types.ts'
import { accessPicker } from '../../components/access-picker/access-picker.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { navigate } from '../../router.ts'
import { mayStartBuilding, refreshMe } from '../../state/session.ts'
import { forbiddenPage } from '../../components/loaded/states.ts'
import { proposeSlug, similarBuildings, startBuilding } from './data.ts'
import { NewPlace } from './new-place.ts'
import { PleinSimilarPlaces } from './similar-places.ts'

/** "/buildings/new": a name is enough; the rest is proposed. */
@customElement('plein-new-building-page')
export class PleinNewBuildingPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private access: Access = 'open'
  private readonly place = new NewPlace(this, { propose: proposeSlug, similar: similarBuildings })
  private readonly form = new FormState(this)
  private readonly key = randomId()

  static readonly needs = [PleinSimilarPlaces]

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('buildings.new.title'))
    const name = this.search.get('name')
    if (name) this.place.onName(name)
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { name, summary } = this.place
    if (!this.form.check({ name: name.trim() ? null : t('buildings.new.needsName') })) return
    const building = await this.form.send(async () => startBuilding({ name: name.trim(), slug: await this.place.address(), summary: summary.trim(), access: this.access }, this.key))
    if (!building) return
    this.place.started()
    await refreshMe().catch(() => null)
    await navigate(building.url, { replace: true })
    toast(t('buildings.new.done', { name: building.name }))
  }

  private first(): TemplateResult {
    const address = `${location.host}/buildings/${this.place.slug || '…'}`
    return html`<div class="form area-one">
      ${inputField({ form: this.form, name: 'name', label: t('buildings.name'), hint: t('buildings.name.hint'), value: this.place.name, maxlength: 80, autocomplete: 'off', autofocus: true, onInput: this.place.onName })}
      ${inputField({ form: this.form, name: 'slug', label: t('buildings.address'), hint: html`<span class="address">${address}</span>`, optional: true, value: this.place.slug, maxlength: 50, autocomplete: 'off', onInput: this.place.onSlug })}
    </div>`
  }

  private rest(): TemplateResult {
    return html`<div class="form area-two">
      ${accessPicker(this.place.slug, this.access, (access) => (this.access = access))}
      ${textField({ form: this.form, name: 'summary', label: t('buildings.summary'), hint: t('buildings.summary.hint'), optional: true, rows: 2, value: this.place.summary, maxlength: 300, onInput: this.place.onSummary })}
      ${formFault(this.form)}
      <div class="form__actions">
        <button class="button button--primary" aria-disabled=${this.form.busy}>${t('buildings.new.submit')}</button>
        <a class="button" href="/buildings">${t('action.cancel')}</a>
      </div>
    </div>`
  }

  private aside(): TemplateResult {
    return html`<aside class="area-side" aria-label=${t('buildings.similar')}>
      <div class="sticky">
        <div class="facade">${gableMark(this.place.slug || 'plein', this.access)}<p><b>${this.place.name.trim() || t('buildings.new.yours')}</b><small>${t(`access.${this.access}`)}</small></p></div>
        <plein-similar-places .places=${this.place.similar}></plein-similar-places>
      </div>
    </aside>`
  }

  override render(): TemplateResult | typeof nothing {
    if (!mayStartBuilding()) return forbiddenPage()
    return html`<form class="columns columns--form" novalidate @submit=${this.submit}>
      <header class="area-head">
        <h1 tabindex="-1">${t('buildings.new.title')}</h1>
        <p class="lead">${t('buildings.new.lead')}</p>
      </header>
      ${this.first()} ${this.aside()} ${this.rest()}
    </form>`
  }
}
