// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import type { SentMail } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { mailContent } from './data.ts'
import { mailState } from './mail-state.ts'

/** The text in pieces: every address of the web is a link, the rest stays as it is. */
export function linked(text: string): (string | TemplateResult)[] {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/).map((part, index) => (index % 2 ? html`<a href=${part} rel="noreferrer">${part}</a>` : part))
}

/** Shows a mail as its reader gets it, in plain text: the markup of a mail may not run on this page. */
export async function showMail(mail: SentMail): Promise<void> {
  try {
    const content = await mailContent(mail.id)
    await openDialog<void>(
      mail.subject || t('admin.mail.personal'),
      () => html`<dl class="mail-head">
          <div><dt>${t('admin.mail.to')}</dt><dd class="address">${mail.to}</dd></div>
          <div><dt>${t('admin.mail.when')}</dt><dd>${formatMoment(mail.sentAt ?? mail.createdAt)} ${mailState(mail.state)}</dd></div>
        </dl>
        <div class="mail-text">${linked(content.text ?? t(mail.isPersonal ? 'admin.mail.notYours' : 'admin.mail.noText'))}</div>`,
      { wide: true },
    )
  } catch (error) {
    toast(explain(error), { tone: 'error' })
  }
}
