// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { showPage } from '../../components/loaded/page-event.ts'
import { t } from '../../i18n/t.ts'
import { PleinDuplicatesList } from '../merging/duplicates-list.ts'
import { administrationHead } from './administration-nav.ts'

/** "/administration/duplicates": buildings that are probably the same thing twice. */
@customElement('plein-admin-duplicates-page')
export class PleinAdminDuplicatesPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinDuplicatesList]

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('merge.duplicates'))
  }

  override render(): TemplateResult {
    return html`<div class="page page--directory">
      ${administrationHead('/duplicates', t('merge.duplicates'), t('merge.duplicates.lead'))}
      <p class="section-head"><a class="button" href="/merges">${t('merge.mine')}</a></p>
      <plein-duplicates-list></plein-duplicates-list>
    </div>`
  }
}
