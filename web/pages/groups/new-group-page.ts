// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { randomId } from '../../api/random-id.ts'
import type { Access, Building, SimilarBuilding } from '../../api/types.ts'
import { accessPicker } from '../../components/access-picker/access-picker.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { forbiddenPage } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { clearGuard, navigate, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { refreshMe } from '../../state/session.ts'
import { building } from '../buildings/data.ts'
import { PleinSimilarPlaces } from '../buildings/similar-places.ts'
import { proposeGroupSlug, similarGroups, startGroup } from './data.ts'

/** "/buildings/{slug}/groups/new": a name is enough; the rest is proposed. */
@customElement('plein-new-group-page')
export class PleinNewGroupPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private name = ''
  @state() private slug = ''
  @state() private summary = ''
  @state() private chosen: Access | null = null
  @state() private membersMayJoin = false
  @state() private similar: SimilarBuilding[] = []

  static readonly needs = [PleinSimilarPlaces]
  private readonly place = new Loaded<Building>(this, (signal) => building(this.params['slug'] ?? '', signal), { title: ({ name }) => `${t('groups.start')} · ${name}` })
  private readonly form = new FormState(this)
  private readonly key = randomId()
  private ownSlug = false
  private done = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking: AbortController | null = null

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
    this.asking?.abort()
  }

  override firstUpdated(): void {
    setGuard(() => !this.done && !!(this.name || this.summary), askLeave)
  }

  private access(place: Building): Access {
    return this.chosen ?? (place.access === 'open' ? 'open' : 'closed')
  }

  private onName(name: string): void {
    this.name = name
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look(), 250)
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
    const within = this.params['slug'] ?? ''
    const [proposal, similar] = await Promise.all([
      this.ownSlug ? null : proposeGroupSlug(within, name, asking.signal).catch(() => null),
      similarGroups(within, name, this.summary.trim(), asking.signal).catch(() => null),
    ])
    if (asking.signal.aborted) return
    if (proposal && !this.ownSlug) this.slug = proposal.slug
    if (similar) this.similar = similar.items
  }

  private readonly onSlug = (value: string): void => {
    this.slug = value.toLowerCase().replace(/[^a-z0-9-]+/g, '-')
    this.ownSlug = value !== ''
  }

  private async submit(event: Event, place: Building): Promise<void> {
    event.preventDefault()
    if (!this.form.check({ name: this.name.trim() ? null : t('groups.needsName') })) return
    const access = this.access(place)
    const group = await this.form.send(async () => {
      const slug = this.slug || (await proposeGroupSlug(place.slug, this.name.trim())).slug
      return startGroup(place.slug, { name: this.name.trim(), slug, summary: this.summary.trim(), access, membersMayJoin: this.mayOffer(place) && this.membersMayJoin }, this.key)
    })
    if (!group) return
    this.done = true
    clearGuard()
    await refreshMe().catch(() => null)
    await navigate(group.url, { replace: true })
    toast(t('groups.started', { name: group.name }))
  }

  /** In an open building everybody may come in, so a closed group asks. */
  private mayOffer(place: Building): boolean {
    return place.access !== 'open' && this.access(place) === 'closed'
  }

  private fields(place: Building): TemplateResult {
    return html`<div class="form area-one">
      ${inputField({ form: this.form, name: 'name', label: t('groups.name'), value: this.name, maxlength: 80, autocomplete: 'off', autofocus: true, onInput: (value) => this.onName(value) })}
      ${inputField({ form: this.form, name: 'slug', label: t('buildings.address'), hint: html`<span class="address">${location.host}${place.url}/groups/${this.slug || '…'}</span>`, optional: true, value: this.slug, maxlength: 40, autocomplete: 'off', onInput: this.onSlug })}
    </div>`
  }

  private rest(place: Building): TemplateResult {
    return html`<div class="form area-two">
      ${accessPicker(this.slug, this.access(place), (access) => (this.chosen = access), { within: place.access })}
      ${this.mayOffer(place) ? html`<label class="choice"><input type="checkbox" name="membersMayJoin" .checked=${this.membersMayJoin} @change=${(event: Event) => (this.membersMayJoin = (event.target as HTMLInputElement).checked)} /><span>${t('groups.membersMayJoin')}</span></label>` : nothing}
      ${textField({ form: this.form, name: 'summary', label: t('buildings.summary'), hint: t('groups.summary.hint'), optional: true, rows: 2, value: this.summary, maxlength: 300, onInput: (value) => (this.summary = value) })}
      ${formFault(this.form)}
      <div class="form__actions">
        <button class="button button--primary" aria-disabled=${this.form.busy}>${t('groups.submit')}</button>
        <a class="button" href="${place.url}/groups">${t('action.cancel')}</a>
      </div>
    </div>`
  }

  override render(): unknown {
    return this.place.render((place) => {
      if (!place.can.startGroup) return forbiddenPage()
      return html`<form class="columns columns--form" novalidate @submit=${(event: Event) => this.submit(event, place)}>
        <header class="area-head">
          <p><a href="${place.url}/groups">${place.name}</a></p>
          <h1 tabindex="-1">${t('groups.start')}</h1>
          <p class="lead">${t('groups.lead')}</p>
        </header>
        ${this.fields(place)}
        <aside class="area-side" aria-label=${t('buildings.similar')}><div class="sticky"><plein-similar-places .places=${this.similar}></plein-similar-places></div></aside>
        ${this.rest(place)}
      </form>`
    })
  }
}
