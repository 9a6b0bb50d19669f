// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { randomId } from '../../api/random-id.ts'
import type { Neighbour, PeopleFacets, Reach, ThemeRef } from '../../api/types.ts'
import { formFault, inputField, selectField, textField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { PleinThemeInput, themesSettled } from '../../components/theme-input/theme-input.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { clearGuard, navigate, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { type CarriedText, takeCarriedText } from '../../state/carried-text.ts'
import { me } from '../../state/session.ts'
import { neighbours } from '../elsewhere/data.ts'
import { ask, narrowing, reach, type Target, theme } from './data.ts'

/** "/ask": a question to everybody with a theme in their portfolio; it says how many before it is sent. */
@customElement('plein-ask-page')
export class PleinAskPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  static readonly needs = [PleinThemeInput]
  private readonly form = new FormState(this)
  @state() private theme: ThemeRef | null = null
  @state() private organisation = ''
  @state() private workRole = ''
  @state() private region = ''
  @state() private audience: 'staff' | 'public' = 'public'
  @state() private counts: PeopleFacets | null = null
  @state() private reach: Reach | null = null
  @state() private reachFault: string | null = null
  /** With which questions are shared both ways. */
  @state() private around: Neighbour[] = []
  @state() private alsoThere = false
  private title_ = ''
  @state() private body = ''
  private carried: CarriedText | null = null
  private sent = false
  private key = randomId()

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.audience = me.value?.isStaff ? 'staff' : 'public'
    this.carried = takeCarriedText()
    this.body = this.carried?.text ?? ''
    setGuard(() => this.body.trim() !== '' && !this.sent, askLeave)
    void neighbours().then(({ items }) => (this.around = items.filter((one) => one.sharesQuestions)), () => undefined)
    const slug = this.search.get('theme')
    if (slug) void theme(slug).then((found) => this.choose(found), () => undefined)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearGuard()
  }

  override firstUpdated(): void {
    showPage(this, t('asking.title'))
  }

  private choose(chosen: ThemeRef | null): void {
    this.theme = chosen
    this.organisation = this.workRole = this.region = ''
    this.counts = null
    if (chosen) void narrowing(chosen.slug).then((counts) => (this.counts = counts), () => undefined)
    void this.measure()
  }

  private target(slug: string): Target {
    return { theme: slug, organisation: this.organisation || null, workRole: this.workRole || null, region: this.region || null, audience: this.audience }
  }

  private async measure(): Promise<void> {
    this.reach = null
    this.reachFault = null
    if (!this.theme) return
    const target = this.target(this.theme.slug)
    try {
      const found = await reach(target)
      if (this.theme && JSON.stringify(target) === JSON.stringify(this.target(this.theme.slug))) this.reach = found
    } catch (error) {
      this.reachFault = explain(error)
    }
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!(await themesSettled(this))) return
    const chosen = this.theme
    if (!this.form.check({ theme: !chosen && t('asking.chooseTheme'), body: !this.body.trim() && t('field.required') }) || !chosen) return
    const neighbours = this.goesNextDoor ? { neighbours: this.around.map((one) => one.host) } : {}
    const made = await this.form.send(() => ask({ ...this.target(chosen.slug), ...neighbours, title: this.title_.trim(), body: this.body }, this.key))
    if (!made) return
    this.sent = true
    this.carried?.placed()
    toast(t('asking.sent', { count: made.reach }))
    navigate(made.post.url)
  }

  private narrow(): TemplateResult | typeof nothing {
    const { counts } = this
    if (!counts) return nothing
    const choice = (name: 'organisation' | 'workRole' | 'region', options: { value: string; label: string }[]): TemplateResult | typeof nothing =>
      options.length < 2 && !this[name]
        ? nothing
        : selectField({ name, label: t(`people.choice.${name}`), short: true, value: this[name], options: [{ value: '', label: t('people.all') }, ...options], onChange: (value) => ((this[name] = value), void this.measure()) })
    return html`${choice('organisation', counts.organisations.map(({ id, name }) => ({ value: id, label: name })))} ${choice('workRole', counts.workRoles.map(({ value }) => ({ value, label: t(`workRole.${value}`) })))}
    ${choice('region', counts.regions.map(({ value }) => ({ value, label: value })))}`
  }

  /** Only where both sides want it, and only what everybody may read. */
  private nextDoor(): TemplateResult | typeof nothing {
    if (!this.around.length || this.audience !== 'public') return nothing
    return html`<label class="check"
      ><input type="checkbox" name="neighbours" .checked=${this.alsoThere} @change=${(event: Event) => (this.alsoThere = (event.target as HTMLInputElement).checked)} /><span
        >${t('asking.neighbours', { names: this.around.map((one) => one.name).join(', ') })}<small>${t('asking.neighbours.hint')}</small></span
      ></label
    >`
  }

  private get goesNextDoor(): boolean {
    return this.alsoThere && this.around.length > 0 && this.audience === 'public'
  }

  private reached(): TemplateResult | typeof nothing {
    if (this.reachFault) return html`<div class="notice notice--error" role="alert">${icon('alert-triangle')}<p>${this.reachFault}</p></div>`
    if (!this.theme || !this.reach) return nothing
    const { people, organisations, left } = this.reach
    const nobody = t(this.goesNextDoor ? 'asking.reachesNobodyHere' : 'asking.reachesNobody')
    return html`<div class="notice" role="status">
      ${icon('users')}
      <p><strong>${people === 0 ? nobody : t('asking.reaches', { count: people })}${people > 0 && organisations > 0 ? ` ${t('asking.atOrganisations', { count: organisations })}` : ''}</strong> ${this.goesNextDoor ? t('asking.reachesNextDoor') : nothing} ${left === 0 ? t('asking.noneLeft') : t('asking.left', { count: left })}</p>
    </div>`
  }

  override render(): TemplateResult {
    const { form } = this
    return html`<div class="page page--reading">
      <header class="page__head"><div><h1 tabindex="-1">${t('asking.title')}</h1><p class="lead">${t('asking.lead')}</p></div></header>
      <form class="form" novalidate @submit=${this.send}>
        ${form.error('theme') ? html`<p class="field__error" role="alert">${icon('alert-triangle')}<span>${form.error('theme')}</span></p>` : nothing}
        <plein-theme-input choose-only required label=${t('asking.theme')} hint=${t('asking.themeHint')} .most=${1} .themes=${this.theme ? [this.theme] : []} @themes-changed=${(event: CustomEvent<ThemeRef[]>) => (form.mend('theme'), this.choose(event.detail.at(-1) ?? null))}></plein-theme-input>
        ${this.narrow()}
        ${me.value?.isStaff
          ? selectField({ form, name: 'audience', label: t('asking.audience'), short: true, value: this.audience, options: (['staff', 'public'] as const).map((value) => ({ value, label: t(`asking.audience.${value}`) })), onChange: (value) => ((this.audience = value === 'public' ? 'public' : 'staff'), void this.measure()) })
          : html`<p class="muted small">${t('asking.publicOnly')}</p>`}
        ${inputField({ form, name: 'title', label: t('asking.subject'), optional: true, maxlength: 200, onInput: (value) => (this.title_ = value) })}
        ${textField({ form, name: 'body', label: t('asking.question'), rows: 6, maxlength: 20_000, value: this.body, onInput: (value) => (this.body = value) })}
        ${this.nextDoor()} ${this.reached()} ${formFault(form)}
        <div class="form__actions"><button class="button button--primary" aria-disabled=${form.busy}>${icon('send')}${t('asking.send')}</button> <a href="/asked">${t('asking.mine')}</a></div>
      </form>
    </div>`
  }
}
