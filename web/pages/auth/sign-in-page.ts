// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DemoSignIn } from '../../api/types.ts'
import { formFault, formValues, inputField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { t } from '../../i18n/t.ts'
import { instance } from '../../state/session.ts'
import { signIn } from './data.ts'
import { enter } from './enter.ts'
import { passwordField } from './password-field.ts'

/** The door for who has an account, and for who looks around the demonstration. */
@customElement('plein-sign-in-page')
export class PleinSignInPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('signIn.title'))
  }

  private async go(email: string, password: string): Promise<void> {
    const answer = await this.form.send(() => signIn(email, password))
    if (answer) await enter(answer.account, this.search.get('next'))
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    const { email = '', password = '' } = formValues(event)
    if (this.form.check({ email: !email.trim() && t('field.required'), password: !password && t('field.required') })) await this.go(email, password)
  }

  private demo(signIns: DemoSignIn[]): TemplateResult {
    return html`<section class="panel demo" aria-labelledby="demo-title">
      <h2 id="demo-title">${t('signIn.demo.title')}</h2>
      <p>${t('signIn.demo.text')}</p>
      <ul role="list">
        ${signIns.map(
          ({ label, email, password }) =>
            html`<li>
              <button type="button" class="demo__enter" @click=${() => this.go(email, password)}>${icon('door-enter')}<span><b>${t('signIn.demo.enter', { label })}</b><small>${email} · ${password}</small></span></button>
            </li>`,
        )}
      </ul>
    </section>`
  }

  override render(): TemplateResult {
    const { form } = this
    const query = this.search.size ? `?${this.search}` : ''
    const signIns = instance.value?.demo?.signIns ?? []
    return html`<div class="page page--narrow">
      <header class="page__head"><h1 tabindex="-1">${t('signIn.title')}</h1></header>
      <form class="form" novalidate @submit=${this.submit}>
        ${inputField({ form, name: 'email', label: t('auth.email'), type: 'email', autocomplete: 'username', maxlength: 254 })} ${passwordField({ form })} ${formFault(form)}
        <button class="button button--primary button--wide" aria-disabled=${form.busy}>${t('signIn.submit')}</button>
        <p class="row row--apart"><a href="/reset-password">${t('signIn.forgot')}</a><span>${t('signIn.new')} <a href="/sign-up${query}">${t('nav.signUp')}</a></span></p>
      </form>
      ${signIns.length ? this.demo(signIns) : nothing}
    </div>`
  }
}
