// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Level, OwnProfile, SharedField, ThemeRef, WorkRole } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { formFault, inputField, selectField, textField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { PleinThemeInput, themesSettled } from '../../components/theme-input/theme-input.ts'
import { toast } from '../../components/toast/toast.ts'
import { languageName } from '../../i18n/language-name.ts'
import { t } from '../../i18n/t.ts'
import { clearGuard, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { me, updateMe } from '../../state/session.ts'
import { workRoles } from '../people/data.ts'
import { changePhoto, changeProfile, deletePhoto, myProfile, optIn, optOuts } from './data.ts'
import { settingsFrame } from './settings-frame.ts'

const levels: Level[] = ['public', 'staff', 'places', 'nobody']
const languages = ['nl', 'en', 'fy', 'li', 'pap', 'de', 'fr', 'es', 'pl', 'tr', 'ar', 'uk']
const shared: SharedField[] = ['photo', 'jobTitle', 'about', 'workRole', 'portfolio', 'expertise', 'region', 'languages', 'email', 'phone', 'links']

/** What one does, how to reach one, and for whom each of it is. What is typed stays until it is saved. */
@customElement('plein-profile-page')
export class PleinProfilePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  static readonly needs = [PleinThemeInput]
  private readonly form = new FormState(this)
  private readonly profile = new Loaded<OwnProfile>(this, async (signal) => (this.values = await myProfile(signal)), { title: () => t('settings.title') })
  @state() private values: OwnProfile | null = null
  @state() private quiet: ThemeRef[] = []
  @state() private uploading = false
  @state() private photoFault: string | null = null
  private dirty = false

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    setGuard(() => this.dirty, askLeave)
    void optOuts().then(({ items }) => (this.quiet = items), () => undefined)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearGuard()
  }

  private edit(change: Partial<OwnProfile>): void {
    if (!this.values) return
    this.values = { ...this.values, ...change }
    this.dirty = true
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!(await themesSettled(this))) return
    const { values } = this
    if (!values) return
    const { workRole, sharing } = values
    const links = values.links.map((link) => link.trim()).filter(Boolean)
    const ids = (themes: ThemeRef[]): string[] => themes.map((theme) => theme.id)
    const saved = await this.form.send(() =>
      changeProfile({
        workRole, sharing, links, region: values.region?.trim() || null, languages: values.languages, contactEmail: values.contactEmail?.trim() || null, phone: values.phone?.trim() || null,
        portfolio: ids(values.portfolio), expertise: ids(values.expertise),
      }),
    )
    if (!saved) return
    this.dirty = false
    updateMe(saved)
    toast(t('settings.saved'))
  }

  private readonly choosePhoto = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement
    const file = input.files?.[0]
    input.value = ''
    if (!file) return
    await this.withPhoto(async () => (await changePhoto(file)).photo)
  }

  private async withPhoto(work: () => Promise<OwnProfile['photo']>): Promise<void> {
    this.uploading = true
    this.photoFault = null
    try {
      const photo = await work()
      if (this.values) this.values = { ...this.values, photo }
      updateMe({ photo: photo?.small ?? null })
      toast(t('settings.saved'))
    } catch (error) {
      this.photoFault = explain(error)
    } finally {
      this.uploading = false
    }
  }

  private photo(values: OwnProfile): TemplateResult {
    return html`<section aria-labelledby="profile-photo">
      <h2 id="profile-photo">${t('profile.photo')}</h2>
      <div class="photo-choice">
        ${avatar({ name: values.name, photo: values.photo }, 'lg')}
        <div class="field">
          <label for="profile-file">${t('profile.choosePhoto')}</label>
          <p class="field__hint" id="profile-file-hint">${t('profile.photoHint')}</p>
          ${this.photoFault ? html`<p class="field__error" id="profile-file-error" role="alert">${icon('alert-triangle')}<span>${this.photoFault}</span></p>` : nothing}
          <input class="drop__file" id="profile-file" type="file" accept="image/jpeg,image/png,image/webp,image/avif" aria-describedby="profile-file-hint" ?disabled=${this.uploading} @change=${this.choosePhoto} />
          ${values.photo ? html`<p><button type="button" class="button button--small" ?disabled=${this.uploading} @click=${() => this.withPhoto(async () => (await deletePhoto(), null))}>${icon('trash')}${t('profile.removePhoto')}</button></p>` : nothing}
        </div>
      </div>
    </section>`
  }

  private sharing(values: OwnProfile): TemplateResult {
    return html`<section aria-labelledby="profile-sharing">
      <h2 id="profile-sharing">${t('profile.sharing')}</h2>
      <p class="muted">${t('profile.sharingHint')}</p>
      <div class="sharing-list">
        ${shared.map((field) =>
          selectField({
            name: `sharing/${field}`,
            id: `sharing-${field}`,
            label: t(`profile.${field}`),
            short: true,
            value: values.sharing[field],
            options: levels.map((level) => ({ value: level, label: t(`level.${level}`) })),
            // The options are exactly the levels.
            onChange: (level) => this.edit({ sharing: { ...values.sharing, [field]: level as Level } }),
          }),
        )}
      </div>
    </section>`
  }

  private optedOut(): TemplateResult | typeof nothing {
    if (!this.quiet.length) return nothing
    return html`<section aria-labelledby="profile-quiet">
      <h2 id="profile-quiet">${t('asking.optOuts')}</h2>
      <p class="muted">${t('asking.optOutsHint')}</p>
      <ul role="list">
        ${this.quiet.map((theme) => html`<li>${theme.name} <button type="button" class="button button--small" @click=${() => this.hearAgain(theme)}>${t('asking.optIn')}<span class="visually-hidden">: ${theme.name}</span></button></li>`)}
      </ul>
    </section>`
  }

  private async hearAgain(theme: ThemeRef): Promise<void> {
    try {
      await optIn(theme.slug)
      this.quiet = this.quiet.filter((one) => one.id !== theme.id)
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private fields(values: OwnProfile): TemplateResult {
    const { form } = this
    const themes = (field: 'portfolio' | 'expertise', most: number): TemplateResult =>
      html`<plein-theme-input label=${t(`profile.${field}`)} hint=${t(`profile.${field}Hint`)} .most=${most} .themes=${values[field]} @themes-changed=${(event: CustomEvent<ThemeRef[]>) => this.edit({ [field]: event.detail })}></plein-theme-input>`
    return html`<section aria-labelledby="profile-work">
      <h2 id="profile-work">${t('profile.work')}</h2>
      ${selectField({
        form,
        name: 'workRole',
        label: t('profile.workRole'),
        optional: true,
        short: true,
        value: values.workRole ?? '',
        options: [{ value: '', label: t('profile.choose') }, ...workRoles.map((value) => ({ value, label: t(`workRole.${value}`) }))],
        onChange: (value) => this.edit({ workRole: (value || null) as WorkRole | null }),
      })}
      ${themes('portfolio', 20)} ${themes('expertise', 30)}
      ${inputField({ form, name: 'region', label: t('profile.region'), hint: t('profile.regionHint'), optional: true, short: true, maxlength: 80, value: values.region ?? '', onInput: (region) => this.edit({ region }) })}
      <fieldset class="field">
        <legend class="label">${t('profile.languages')}</legend>
        <div class="check-row">
          ${[...new Set([...languages, ...values.languages])].map(
            (code) =>
              html`<label class="check"><input type="checkbox" .checked=${values.languages.includes(code)} @change=${(event: Event) => this.edit({ languages: (event.target as HTMLInputElement).checked ? [...values.languages, code] : values.languages.filter((one) => one !== code) })} /><span>${languageName(code)}</span></label>`,
          )}
        </div>
      </fieldset>
      <h2>${t('profile.contact')}</h2>
      ${inputField({ form, name: 'contactEmail', label: t('profile.email'), type: 'email', optional: true, autocomplete: 'email', value: values.contactEmail ?? '', onInput: (contactEmail) => this.edit({ contactEmail }) })}
      ${inputField({ form, name: 'phone', label: t('profile.phone'), optional: true, short: true, autocomplete: 'tel', maxlength: 40, value: values.phone ?? '', onInput: (phone) => this.edit({ phone }) })}
      ${textField({ form, name: 'links', label: t('profile.links'), hint: t('profile.linksHint'), optional: true, rows: 3, value: values.links.join('\n'), onInput: (text) => this.edit({ links: text.split('\n').slice(0, 5) }) })}
    </section>`
  }

  override render(): unknown {
    if (!me.value) return nothing
    return settingsFrame(
      '/settings/profile',
      this.profile.render(() => {
        const { values } = this
        if (!values) return nothing
        return html`<div class="settings">
          ${this.photo(values)}
          <form class="form" novalidate @submit=${this.save}>
            ${this.fields(values)} ${this.sharing(values)} ${formFault(this.form)}
            <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${t('action.save')}</button></div>
          </form>
          ${this.optedOut()}
        </div>`
      }),
    )
  }
}
