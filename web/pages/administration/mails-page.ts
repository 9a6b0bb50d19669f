// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { SentMail } from '../../api/types.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { t } from '../../i18n/t.ts'
import { administrationHead } from './administration-nav.ts'
import { sentMails } from './data.ts'
import { showMail } from './mail-dialog.ts'
import { mailState } from './mail-state.ts'

/** An address breaks before its @ rather than anywhere. */
const mailbox = (address: string): unknown => address.split(/(?=@)/).map((part, index) => (index ? html`<wbr />${part}` : part))

/** "/administration/mails": what Plein mailed, to be read here when no mail server is set up. */
@customElement('plein-mails-page')
export class PleinMailsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinPager, PleinTime]
  private readonly paged = new Paged<SentMail>(this, sentMails)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.paged.reload()
  }

  override firstUpdated(): void {
    showPage(this, t('admin.mails'))
  }

  private row(mail: SentMail): TemplateResult {
    return html`<li class="line line--mail">
      <span class="line__mark">${icon('mail')}</span>
      <div class="line__text">
        <button type="button" class="text-button text-button--link" @click=${() => showMail(mail)}>${mail.subject || t('admin.mail.personal')}</button>
        <small class="muted"><span class="address">${mailbox(mail.to)}</span> · <plein-time at=${mail.sentAt ?? mail.createdAt}></plein-time></small>
        ${mail.error ? html`<small class="fault">${mail.error}</small>` : nothing}
      </div>
      ${mailState(mail.state)}
    </li>`
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(4)
    if (!items.length) return empty(t('admin.mails.none'))
    return html`<ul class="lines" role="list">${repeat(items, (one) => one.id, (one) => this.row(one))}</ul>
      ${pager(this.paged)}`
  }

  override render(): TemplateResult {
    return html`<div class="page page--directory">
      ${administrationHead('/mails', t('admin.mails'), t('admin.mails.lead'))}
      <p class="section-head"><button type="button" class="button" @click=${() => this.paged.reload()}>${icon('refresh')}${t('admin.refresh')}</button></p>
      ${this.list()}
    </div>`
  }
}
