// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formFault, formValues, inputField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { navigate } from '../../router.ts'
import { askReset, resetPassword } from './data.ts'
import { passwordField } from './password-field.ts'

/** Without a token: ask for the mail. With one: choose. */
@customElement('plein-reset-password-page')
export class PleinResetPasswordPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private sentTo: string | null = null
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('reset.title'))
  }

  private readonly ask = async (event: SubmitEvent): Promise<void> => {
    const { email = '' } = formValues(event)
    if (!this.form.check({ email: !email.trim() && t('field.required') })) return
    const done = await this.form.send(() => askReset(email).then(() => true))
    if (done) this.sentTo = email
  }

  private readonly choose = async (event: SubmitEvent): Promise<void> => {
    const { password = '' } = formValues(event)
    if (!this.form.check({ password: !password && t('field.required') })) return
    const done = await this.form.send(() => resetPassword(this.search.get('token') ?? '', password).then(() => true))
    if (!done) return
    await navigate('/sign-in', { replace: true })
    toast(t('reset.done'))
  }

  private asking(): TemplateResult {
    const { form } = this
    return html`<form class="form" novalidate @submit=${this.ask}>
      ${inputField({ form, name: 'email', label: t('auth.email'), type: 'email', autocomplete: 'username' })} ${formFault(form)}
      ${this.sentTo ? html`<div class="notice notice--success" role="status">${icon('mail')}<p>${t('reset.sent', { email: this.sentTo })}</p></div>` : nothing}
      <button class="button button--primary button--wide" aria-disabled=${form.busy}>${t('reset.submit')}</button>
    </form>`
  }

  private choosing(): TemplateResult {
    const { form } = this
    return html`<form class="form" novalidate @submit=${this.choose}>
      ${passwordField({ form, isNew: true, label: t('auth.newPassword') })} ${formFault(form)}
      ${form.fault ? html`<p><a href="/reset-password">${t('reset.submit')}</a></p>` : nothing}
      <button class="button button--primary button--wide" aria-disabled=${form.busy}>${t('reset.set.submit')}</button>
    </form>`
  }

  override render(): TemplateResult {
    const withToken = this.search.has('token')
    return html`<div class="page page--narrow">
      <header class="page__head"><div><h1 tabindex="-1">${t('reset.title')}</h1><p class="lead">${t(withToken ? 'reset.set.lead' : 'reset.lead')}</p></div></header>
      ${withToken ? this.choosing() : this.asking()}
    </div>`
  }
}
