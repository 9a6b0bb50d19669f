// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { randomId } from '../../api/random-id.ts'
import type { Access, SimilarBuilding } from '../../api/types.ts'
import { accessPicker } from '../../components/access-picker/access-picker.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { clearGuard, navigate, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { mayStartBuilding, refreshMe } from '../../state/session.ts'
import { forbiddenPage } from '../../components/loaded/states.ts'
import { proposeSlug, similarBuildings, startBuilding } from './data.ts'
import { PleinSimilarPlaces } from './similar-places.ts'

/** "/buildings/new": a name is enough; the rest is proposed. */
@customElement('plein-new-building-page')
export class PleinNewBuildingPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private name = ''
  @state() private slug = ''
  @state() private summary = ''
  @state() private access: Access = 'open'
  @state() private similar: SimilarBuilding[] = []
  private ownSlug = false
  private done = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking: AbortController | null = null
  private readonly form = new FormState(this)
  private readonly key = randomId()

  static readonly needs = [PleinSimilarPlaces]

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
    this.asking?.abort()
  }

  override firstUpdated(): void {
    showPage(this, t('buildings.new.title'))
    setGuard(() => !this.done && !!(this.name || this.summary), askLeave)
    const name = this.search.get('name')
    if (name) this.onName(name)
  }

  private onName(name: string): void {
    this.name = name
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look(), 250)
  }

  /** A summary may say what the letters in the name stand for. */
  private onSummary(summary: string): void {
    this.summary = summary
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look(), 600)
  }

  /** The address that goes with the name, and what there is already. Neither stands in the way when it cannot be had. */
  private async look(): Promise<void> {
    this.asking?.abort()
    const name = this.name.trim()
    if (name.length < 2) {
      this.similar = []
      if (!this.ownSlug) this.slug = ''
      return
    }
    const asking = new AbortController()
    this.asking = asking
    const [proposal, similar] = await Promise.all([
      this.ownSlug ? null : proposeSlug(name, asking.signal).catch(() => null),
      similarBuildings(name, this.summary.trim(), asking.signal).catch(() => null),
    ])
    if (asking.signal.aborted) return
    if (proposal && !this.ownSlug) this.slug = proposal.slug
    if (similar) this.similar = similar.items
  }

  private readonly onSlug = (value: string): void => {
    this.slug = value.toLowerCase().replace(/[^a-z0-9-]+/g, '-')
    this.ownSlug = value !== ''
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!this.form.check({ name: this.name.trim() ? null : t('buildings.new.needsName') })) return
    const building = await this.form.send(async () => {
      const slug = this.slug || (await proposeSlug(this.name.trim())).slug
      return startBuilding({ name: this.name.trim(), slug, summary: this.summary.trim(), access: this.access }, this.key)
    })
    if (!building) return
    this.done = true
    clearGuard()
    await refreshMe().catch(() => null)
    await navigate(building.url, { replace: true })
    toast(t('buildings.new.done', { name: building.name }))
  }

  private first(): TemplateResult {
    const address = `${location.host}/buildings/${this.slug || '…'}`
    return html`<div class="form area-one">
      ${inputField({ form: this.form, name: 'name', label: t('buildings.name'), hint: t('buildings.name.hint'), value: this.name, maxlength: 80, autocomplete: 'off', autofocus: true, onInput: (value) => this.onName(value) })}
      ${inputField({ form: this.form, name: 'slug', label: t('buildings.address'), hint: html`<span class="address">${address}</span>`, optional: true, value: this.slug, maxlength: 50, autocomplete: 'off', onInput: this.onSlug })}
    </div>`
  }

  private rest(): TemplateResult {
    return html`<div class="form area-two">
      ${accessPicker(this.slug, this.access, (access) => (this.access = access))}
      ${textField({ form: this.form, name: 'summary', label: t('buildings.summary'), hint: t('buildings.summary.hint'), optional: true, rows: 2, value: this.summary, maxlength: 300, onInput: (value) => this.onSummary(value) })}
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
        <div class="facade">${gableMark(this.slug || 'plein', this.access)}<p><b>${this.name.trim() || t('buildings.new.yours')}</b><small>${t(`access.${this.access}`)}</small></p></div>
        <plein-similar-places .places=${this.similar}></plein-similar-places>
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
