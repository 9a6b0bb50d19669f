// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import { t } from '../../i18n/t.ts'

/** What became of a mail, in a word. */
export function mailState(state: string): TemplateResult {
  if (state === 'sent') return html`<span class="badge badge--grass">${t('admin.mail.sent')}</span>`
  if (state === 'failed') return html`<span class="badge badge--brick">${t('admin.mail.failed')}</span>`
  if (state === 'dropped') return html`<span class="badge">${t('admin.mail.dropped')}</span>`
  return html`<span class="badge badge--sun">${t('admin.mail.waiting')}</span>`
}
