// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isStatus } from '../../api/problem.ts'
import type { OtherInstance } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { t } from '../../i18n/t.ts'
import { instance, relate } from './data.ts'

/** Which domain and why; then, counted, what ends with it. Emits `blocked`. */
@customElement('plein-block-form')
export class PleinBlockForm extends LitElement {
  @property() host = ''
  @state() private reason = ''
  /** What is known of it, once it was asked; `unknown` where nothing is. */
  @state() private known: OtherInstance | 'unknown' | null = null
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const host = this.host.trim()
    if (!this.form.check({ host: host ? null : t('fed.needsHost') })) return
    if (this.known === null) {
      this.known = (await this.form.send(() => instance(host).catch((error: unknown) => (isStatus(error, 404) ? ('unknown' as const) : Promise.reject(error as Error))))) ?? null
      return
    }
    const blocked = await this.form.send(() => relate(host, { relation: 'blocked', reason: this.reason.trim() }))
    if (blocked) this.dispatchEvent(new CustomEvent('blocked', { detail: blocked }))
  }

  private counts(known: OtherInstance | 'unknown'): TemplateResult {
    const { membersHere: here, membersThere: there } = known === 'unknown' ? { membersHere: 0, membersThere: 0 } : known
    if (!here && !there) return html`<p><b>${t('fed.block.nobody')}</b></p>`
    return html`<ul>
      ${here ? html`<li><b>${t('fed.block.here', { count: here })}</b></li>` : nothing} ${there ? html`<li><b>${t('fed.block.there', { count: there })}</b></li>` : nothing}
    </ul>`
  }

  override render(): TemplateResult {
    const { known } = this
    return html`<form class="form" novalidate @submit=${this.send}>
      <p>${t('fed.block.text')}</p>
      ${inputField({ form: this.form, name: 'host', id: 'block-host', label: t('fed.block.domain'), hint: t('fed.block.domain.hint'), value: this.host, maxlength: 300, autocomplete: 'off', autofocus: true, onInput: (value) => ((this.host = value), (this.known = null)) })}
      ${textField({ form: this.form, name: 'reason', id: 'block-reason', label: t('fed.block.reason'), hint: t('fed.block.reason.hint'), optional: true, rows: 2, maxlength: 500, value: this.reason, onInput: (value) => (this.reason = value) })}
      <div role="status">${known ? this.counts(known) : nothing}</div>
      ${formFault(this.form)}
      <div class="dialog__foot"><button class="button ${known ? 'button--danger' : 'button--primary'}" aria-disabled=${this.form.busy}>${t(known ? 'fed.block.this' : 'fed.block.next')}</button></div>
    </form>`
  }
}

/** What was blocked; undefined when the dialog was closed. @param host filled in, where one was chosen */
export const askBlock = (host = ''): Promise<OtherInstance | undefined> =>
  openDialog<OtherInstance>(host ? t('fed.block.title', { host }) : t('fed.block.do'), (handle) => html`<plein-block-form host=${host} @blocked=${(event: CustomEvent<OtherInstance>) => handle.close(event.detail)}></plein-block-form>`)
