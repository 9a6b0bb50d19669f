// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Language } from '../../api/types.ts'
import { formFault, formValues, inputField, selectField, textField } from '../../components/field/field.ts'
import { mailPause, pauseSeen } from '../../components/frame/mail-pause.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { toast } from '../../components/toast/toast.ts'
import { setLanguage, t } from '../../i18n/t.ts'
import { clearGuard, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { keysEnabled, scheme, setGuestLanguage, setKeysEnabled, setScheme, type Scheme } from '../../state/preferences.ts'
import { me, updateMe } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { changeMe } from './data.ts'
import { PleinPasswordForm } from './password-form.ts'
import { settingsFrame } from './settings-frame.ts'

/** What was typed and not saved when another language was chosen: the page is then made anew. */
let kept: { name: string; jobTitle: string; about: string } | null = null

/** Who I am, how it looks, and my password. */
@customElement('plein-settings-page')
export class PleinSettingsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  static readonly needs = [PleinPasswordForm]
  private readonly form = new FormState(this)
  private values = { name: '', jobTitle: '', about: '' }
  private dirty = false

  constructor() {
    super()
    new Watch(this, me, pauseSeen)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.values = { name: me.value?.name ?? '', jobTitle: me.value?.jobTitle ?? '', about: me.value?.about ?? '' }
    if (kept) this.edit(kept)
    kept = null
    setGuard(() => this.dirty, askLeave)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearGuard()
  }

  override firstUpdated(_changed: PropertyValues): void {
    showPage(this, t('settings.title'))
  }

  private edit(change: Partial<typeof this.values>): void {
    this.values = { ...this.values, ...change }
    this.dirty = true
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    formValues(event)
    const { name, jobTitle, about } = this.values
    if (!this.form.check({ name: !name.trim() && t('field.required') })) return
    const saved = await this.form.send(() => changeMe({ name, jobTitle: jobTitle.trim() || null, about: about.trim() || null }))
    if (!saved) return
    this.dirty = false
    updateMe(saved)
    toast(t('settings.saved'))
  }

  private async speak(language: Language): Promise<void> {
    try {
      updateMe(await changeMe({ locale: language }))
      setGuestLanguage(language)
      if (this.dirty) kept = this.values
      await setLanguage(language)
    } catch (error) {
      kept = null
      toast(explain(error), { tone: 'error' })
    }
  }

  private profile(): TemplateResult {
    const { form, values } = this
    const organisation = me.value?.organisation
    return html`<section aria-labelledby="settings-profile">
      <h2 id="settings-profile">${t('settings.profile')}</h2>
      <form class="form" novalidate @submit=${this.save}>
        ${inputField({ form, name: 'name', label: t('auth.name'), value: values.name, autocomplete: 'name', maxlength: 100, onInput: (name) => this.edit({ name }) })}
        ${inputField({ form, name: 'jobTitle', label: t('settings.jobTitle'), value: values.jobTitle, optional: true, autocomplete: 'organization-title', maxlength: 120, onInput: (jobTitle) => this.edit({ jobTitle }) })}
        ${textField({ form, name: 'about', label: t('settings.about'), hint: t('settings.aboutHint'), value: values.about, optional: true, maxlength: 2000, onInput: (about) => this.edit({ about }) })}
        <div class="field">
          <p class="label">${t('settings.organisation')}</p>
          <p>${organisation?.name ?? t('settings.noOrganisation')}</p>
          <p class="field__hint">${t('settings.organisationHint', { email: me.value?.email ?? '' })}</p>
        </div>
        ${formFault(form)}
        <div class="form__actions"><button class="button button--primary" aria-disabled=${form.busy}>${t('action.save')}</button></div>
      </form>
    </section>`
  }

  private display(): TemplateResult {
    return html`<section aria-labelledby="settings-display">
      <h2 id="settings-display">${t('settings.display')}</h2>
      <div class="form">
        ${selectField({
          name: 'locale',
          label: t('settings.language'),
          short: true,
          value: me.value?.locale ?? 'nl',
          options: (['nl', 'en'] as const).map((value) => ({ value, label: t(`settings.language.${value}`) })),
          onChange: (value) => void this.speak(value === 'en' ? 'en' : 'nl'),
        })}
        ${selectField({
          name: 'scheme',
          label: t('settings.scheme'),
          short: true,
          value: scheme(),
          options: (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.scheme.${value}`) })),
          // The options are exactly the schemes.
          onChange: (value) => setScheme(value as Scheme),
        })}
        <label class="check"><input type="checkbox" .checked=${keysEnabled()} @change=${(event: Event) => setKeysEnabled((event.target as HTMLInputElement).checked)} /><span>${t('settings.keys')}<small>${t('settings.keysHint')}</small></span></label>
      </div>
    </section>`
  }

  override render(): TemplateResult | typeof nothing {
    if (!me.value) return nothing
    return settingsFrame('/settings', html`<div class="settings">${pauseSeen.value ? mailPause({ canClose: false }) : nothing} ${this.profile()} ${this.display()} <plein-password-form></plein-password-form></div>`)
  }
}
