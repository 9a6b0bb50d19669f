// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { formFault } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { t } from '../../i18n/t.ts'
import { takeWanted } from '../../state/preferences.ts'
import { confirmAccount } from './data.ts'
import { enter } from './enter.ts'

/** One press: a mail scanner that opens the link must not confirm. */
@customElement('plein-confirm-page')
export class PleinConfirmPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('confirm.title'))
  }

  private readonly confirm = async (): Promise<void> => {
    const answer = await this.form.send(() => confirmAccount(this.search.get('token') ?? ''))
    if (answer) await enter(answer.account, takeWanted())
  }

  override render(): TemplateResult {
    const { form } = this
    const button = html`<p><button type="button" class="button button--primary" aria-disabled=${form.busy} @click=${this.confirm}>${t('confirm.submit')}</button></p>`
    return html`<div class="page page--narrow stack">
      <h1 tabindex="-1">${t('confirm.title')}</h1>
      ${this.search.get('token') ? html`<p class="lead">${t('confirm.lead')}</p>${button}` : html`<p>${t('confirm.noToken')}</p>`} ${formFault(form)}
      ${form.fault ? html`<p class="row"><a class="button" href="/sign-up">${t('confirm.retry')}</a><a href="/sign-in">${t('nav.signIn')}</a></p>` : nothing}
    </div>`
  }
}
