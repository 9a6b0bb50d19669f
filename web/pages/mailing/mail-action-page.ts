// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isStatus } from '../../api/problem.ts'
import { formFault } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { t } from '../../i18n/t.ts'
import { type CarriedOut, carryOutMailAction, lookUpMailAction, type MailAction } from './mail-action-data.ts'

/** "/mail-action": out of a mail, for who need not be signed in. Opening it changes nothing; one press does what it says. */
@customElement('plein-mail-action-page')
export class PleinMailActionPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private done: CarriedOut | null = null
  private readonly form = new FormState(this)
  private readonly found = new Loaded<MailAction | null>(this, () => this.lookUp(), { title: () => t('mailAction.title') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get token(): string {
    return this.search.get('token') ?? ''
  }

  /** null for what is over, or is no link of ours. */
  private async lookUp(): Promise<MailAction | null> {
    try {
      return await lookUpMailAction(this.token)
    } catch (error) {
      if (isStatus(error, 404) || isStatus(error, 400)) return null
      throw error
    }
  }

  private readonly press = async (): Promise<void> => {
    const done = await this.form.send(() => carryOutMailAction(this.token))
    if (!done) return
    this.done = done
    await this.updateComplete
    this.querySelector<HTMLElement>('[role="status"]')?.focus()
  }

  private question({ act, as, person, place, words }: MailAction): TemplateResult {
    return html`<p class="lead">${t(`mailAction.ask.${act}`, { person, place: place.name })}</p>
      ${words ? html`<blockquote class="quote"><p>${words}</p></blockquote>` : nothing}
      <p><button type="button" class="button button--primary" aria-disabled=${this.form.busy} @click=${this.press}>${t(`mailAction.press.${act}`)}</button></p>
      <p class="muted">${t('mailAction.as', { name: as })}</p>`
  }

  private answer({ state: how, person, place, url }: MailAction, changed: boolean): TemplateResult {
    return html`<p class="notice notice--success" role="status" tabindex="-1">${icon('circle-check')}<span>${t(`mailAction.${changed ? 'done' : 'before'}.${how === 'open' ? 'thanked' : how}`, { person, place: place.name })}</span></p>
      <p><a class="button" href=${url}>${t('mailAction.look')}</a></p>`
  }

  private shown(found: MailAction): TemplateResult {
    if (this.done) return this.answer(this.done, this.done.changed)
    return found.state === 'open' ? this.question(found) : this.answer(found, false)
  }

  override render(): unknown {
    return this.found.render(
      (found) =>
        html`<div class="page page--narrow stack">
          <h1 tabindex="-1">${t('mailAction.title')}</h1>
          ${found ? this.shown(found) : html`<p>${t('mailAction.over')}</p><p><a class="button" href="/">${t('mailAction.home')}</a></p>`} ${formFault(this.form)}
        </div>`,
    )
  }
}
