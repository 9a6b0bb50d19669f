// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { patch, put } from '../../api/request.ts'
import type { DigestRhythm, Level, Me, SharedField, ThemeRef, WorkRole } from '../../api/types.ts'
import { formFault, inputField, selectField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { PleinThemeInput, themesSettled } from '../../components/theme-input/theme-input.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { me, updateMe } from '../../state/session.ts'

const workRoles: WorkRole[] = ['ambtenaar', 'raadslid', 'wethouder', 'burgemeester', 'griffier', 'bestuurder', 'anders']
const levels: Level[] = ['public', 'staff', 'places', 'nobody']

/** The first questions, once: what somebody does and where, each of them optional. A resident is asked less. Emits `welcomed`. */
@customElement('plein-welcome')
export class PleinWelcome extends LitElement {
  static readonly needs = [PleinThemeInput]
  @state() private workRole: WorkRole | null = null
  @state() private portfolio: ThemeRef[] = []
  @state() private expertise: ThemeRef[] = []
  @state() private region = ''
  @state() private jobTitle: string | null = null
  @state() private level: Level | null = null
  @state() private rhythm: DigestRhythm | null = null
  @state() private thanked = false
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get isResident(): boolean {
    return me.value?.organisation === null && !me.value.isStaff
  }

  /** Where a resident lives is for people they share a place with, until they choose otherwise. */
  private get audience(): Level {
    return this.level ?? (this.isResident ? 'places' : 'public')
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!(await themesSettled(this))) return
    const resident = this.isResident
    const region = this.region.trim()
    const jobTitle = this.jobTitle?.trim()
    const ids = (themes: ThemeRef[]): string[] => themes.map((theme) => theme.id)
    const answers = {
      ...(resident ? { workRole: 'inwoner' as const } : this.workRole ? { workRole: this.workRole } : {}),
      ...(jobTitle ? { jobTitle } : {}),
      ...(this.portfolio.length ? { portfolio: ids(this.portfolio) } : {}),
      ...(this.expertise.length ? { expertise: ids(this.expertise) } : {}),
      ...(region ? { region } : {}),
    }
    const { rhythm } = this
    if (rhythm && !(await this.form.send(() => put('/notification-settings', { digest: { rhythm } }).then(() => true)))) return
    if (!Object.keys(answers).length) return this.skip()
    // What was told is shared as chosen here; all else stays as it is.
    const sharing = Object.fromEntries((Object.keys(answers) as SharedField[]).map((field) => [field, this.audience]))
    const saved = await this.form.send(() => patch<Me>('/me', { ...answers, sharing }))
    if (!saved) return
    this.thanked = true
    updateMe(saved)
    await this.updateComplete
    this.querySelector<HTMLElement>('h2')?.focus()
  }

  private readonly skip = async (): Promise<void> => {
    try {
      await put('/me/welcome')
      updateMe({ welcomed: true })
      this.dispatchEvent(new CustomEvent('welcomed', { bubbles: true }))
      toast(t('welcome.skipped'))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private thanks(resident: boolean): TemplateResult {
    return html`<section class="panel welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title" tabindex="-1">${t('welcome.thanks')}</h2>
      <p>${t('welcome.thanks.text')} <a href="/settings/profile">${t('welcome.profile')}</a></p>
      <p class="row">
        <a class="button button--primary" href=${resident ? '/buildings' : '/people'}>${t(resident ? 'welcome.buildings' : 'welcome.colleagues')}</a>
        <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('welcomed', { bubbles: true }))}>${t('action.close')}</button>
      </p>
    </section>`
  }

  override render(): TemplateResult | typeof nothing {
    const person = me.value
    if (!person) return nothing
    const resident = this.isResident
    if (this.thanked) return this.thanks(resident)
    const themes = (field: 'portfolio' | 'expertise', hint: string): TemplateResult =>
      html`<plein-theme-input label=${t(`profile.${field}`)} hint=${hint} .most=${field === 'portfolio' ? 20 : 30} .themes=${this[field]} @themes-changed=${(event: CustomEvent<ThemeRef[]>) => (this[field] = event.detail)}></plein-theme-input>`
    return html`<section class="panel welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title" tabindex="-1">${t('welcome.title', { name: person.name.split(' ')[0] ?? person.name })}</h2>
      <p>${t(resident ? 'welcome.lead.resident' : 'welcome.lead')}</p>
      ${person.organisation ? html`<p class="welcome__where">${icon('building-community')}<span>${t('welcome.organisation', { name: person.organisation.name })}</span></p>` : nothing}
      <form class="form" novalidate @submit=${this.save}>
        <div class="welcome__short">
          ${resident
            ? nothing
            : selectField({
                form: this.form,
                name: 'workRole',
                id: 'welcome-role',
                label: t('profile.workRole'),
                optional: true,
                value: this.workRole ?? '',
                options: [{ value: '', label: t('profile.choose') }, ...workRoles.map((value) => ({ value, label: t(`workRole.${value}`) }))],
                // The options are exactly the kinds of work.
                onChange: (value) => (this.workRole = (value || null) as WorkRole | null),
              })}
          ${resident ? nothing : inputField({ form: this.form, name: 'jobTitle', id: 'welcome-job', label: t('profile.jobTitle'), optional: true, maxlength: 100, autocomplete: 'organization-title', value: this.jobTitle ?? person.jobTitle ?? '', onInput: (jobTitle) => (this.jobTitle = jobTitle) })}
          ${inputField({ form: this.form, name: 'region', id: 'welcome-region', label: t(resident ? 'welcome.region.resident' : 'profile.region'), optional: true, maxlength: 80, value: this.region, onInput: (region) => (this.region = region) })}
        </div>
        ${resident ? nothing : themes('portfolio', t('profile.portfolioHint'))} ${themes('expertise', t('profile.expertiseHint'))}
        ${selectField({
          form: this.form,
          name: 'level',
          id: 'welcome-level',
          label: t('welcome.level'),
          short: true,
          value: this.audience,
          options: levels.map((level) => ({ value: level, label: t(`level.${level}`) })),
          // The options are exactly the levels.
          onChange: (level) => (this.level = level as Level),
        })}
        ${selectField({
          form: this.form,
          name: 'rhythm',
          id: 'welcome-rhythm',
          label: t('welcome.rhythm'),
          short: true,
          value: this.rhythm ?? 'workdays',
          options: (['workdays', 'weekly', 'never'] as const).map((rhythm) => ({ value: rhythm, label: t(`hearing.rhythm.${rhythm}`) })),
          // The options are exactly the rhythms.
          onChange: (rhythm) => (this.rhythm = rhythm as DigestRhythm),
        })}
        ${formFault(this.form)}
        <div class="form__actions">
          <button class="button button--primary" aria-disabled=${this.form.busy}>${t('welcome.save')}</button>
          <button type="button" class="button" @click=${this.skip}>${t('welcome.skip')}</button>
        </div>
      </form>
    </section>`
  }
}
