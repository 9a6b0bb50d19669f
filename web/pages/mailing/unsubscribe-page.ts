// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isStatus } from '../../api/problem.ts'
import { formFault } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { t } from '../../i18n/t.ts'
import { lookUpUnsubscription, undoUnsubscription, unsubscribe, type Unsubscribed, type Unsubscription } from './data.ts'

/** "/unsubscribe": from the foot of a mail, for who need not be signed in. Opening it does nothing; one press ends what it names. */
@customElement('plein-unsubscribe-page')
export class PleinUnsubscribePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private done: Unsubscribed | null = null
  @state() private undone = false
  private readonly form = new FormState(this)
  private readonly found = new Loaded<Unsubscription | null>(this, () => this.lookUp(), { title: () => t('unsubscribe.title') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get token(): string {
    return this.search.get('token') ?? ''
  }

  /** null for an address that is not whole, or too old. */
  private async lookUp(): Promise<Unsubscription | null> {
    try {
      return await lookUpUnsubscription(this.token)
    } catch (error) {
      if (isStatus(error, 404) || isStatus(error, 400)) return null
      throw error
    }
  }

  private readonly end = async (): Promise<void> => {
    const done = await this.form.send(() => unsubscribe(this.token))
    if (!done) return
    this.done = done
    this.undone = false
  }

  private readonly undo = async (): Promise<void> => {
    const back = await this.form.send(() => undoUnsubscription(this.token, this.done?.before ?? '').then(() => true))
    if (!back) return
    this.undone = true
    this.done = null
  }

  private question({ what, name }: Unsubscription): TemplateResult {
    return html`${this.undone ? html`<p class="notice notice--success" role="status">${icon('circle-check')}<span>${t('unsubscribe.undone')}</span></p>` : nothing}
      <p class="lead">${t(`unsubscribe.ask.${what}`, { name: name ?? t('unsubscribe.unnamed') })}</p>
      <p class="muted">${t(`unsubscribe.rest.${what}`)}</p>
      <p><button type="button" class="button button--primary" aria-disabled=${this.form.busy} @click=${this.end}>${t(`unsubscribe.press.${what}`)}</button></p>`
  }

  private answer({ what, name, changed }: Unsubscribed): TemplateResult {
    return html`<p class="notice notice--success" role="status">${icon('circle-check')}<span>${changed ? t(`unsubscribe.done.${what}`, { name: name ?? t('unsubscribe.unnamed') }) : t('unsubscribe.already')}</span></p>
      <p class="muted">${t(`unsubscribe.rest.${what}`)}</p>
      ${changed ? html`<p><button type="button" class="button" aria-disabled=${this.form.busy} @click=${this.undo}>${t('unsubscribe.undo')}</button></p>` : nothing}`
  }

  override render(): unknown {
    return this.found.render(
      (found) =>
        html`<div class="page page--narrow stack">
          <h1 tabindex="-1">${t('unsubscribe.title')}</h1>
          ${found ? (this.done ? this.answer(this.done) : this.question(found)) : html`<p>${t('unsubscribe.failed')}</p>`} ${formFault(this.form)}
          <p><a href="/settings/notifications">${t('unsubscribe.settings')}</a></p>
        </div>`,
    )
  }
}
