// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formFault, formValues, inputField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { language, t } from '../../i18n/t.ts'
import { setWanted } from '../../state/preferences.ts'
import { signUp } from './data.ts'
import { passwordField } from './password-field.ts'

/** An account in a minute; the mail brings the rest. */
@customElement('plein-sign-up-page')
export class PleinSignUpPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private sentTo: string | null = null
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('signUp.title'))
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    const { email = '', name = '', password = '' } = formValues(event)
    if (!this.form.check({ name: !name.trim() && t('field.required'), email: !email.trim() && t('field.required'), password: !password && t('field.required') })) return
    const done = await this.form.send(async () => {
      await signUp({ email, name, password, locale: language.value })
      return true
    })
    if (!done) return
    setWanted(this.search.get('next'))
    this.sentTo = email
    await this.updateComplete
    this.querySelector('h1')?.focus()
  }

  private sent(email: string): TemplateResult {
    return html`<div class="page page--narrow stack">
      <h1 tabindex="-1">${t('signUp.sent.title')}</h1>
      <p>${t('signUp.sent.text', { email })}</p>
      <p class="muted">${t('signUp.sent.late')}</p>
      <p><button type="button" class="button" @click=${() => (this.sentTo = null)}>${t('signUp.again')}</button></p>
    </div>`
  }

  override render(): TemplateResult {
    if (this.sentTo) return this.sent(this.sentTo)
    const { form } = this
    return html`<div class="page page--narrow">
      <header class="page__head"><div><h1 tabindex="-1">${t('signUp.title')}</h1><p class="lead">${t('signUp.lead')}</p></div></header>
      <form class="form" novalidate @submit=${this.submit}>
        ${inputField({ form, name: 'name', label: t('auth.name'), hint: t('auth.nameHint'), autocomplete: 'name', maxlength: 100 })}
        ${inputField({ form, name: 'email', label: t('auth.email'), hint: t('auth.emailHint'), type: 'email', autocomplete: 'email', maxlength: 254 })}
        ${passwordField({ form, isNew: true })} ${formFault(form)}
        <button class="button button--primary button--wide" aria-disabled=${form.busy}>${t('signUp.submit')}</button>
        <p>${t('signUp.have')} <a href="/sign-in${this.search.size ? `?${this.search}` : ''}">${t('nav.signIn')}</a></p>
      </form>
    </div>`
  }
}
