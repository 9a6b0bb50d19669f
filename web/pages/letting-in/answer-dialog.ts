// SPDX-License-Identifier: EUPL-1.2
import { html } from 'lit'
import type { Membership } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { textField } from '../../components/field/field.ts'
import { t } from '../../i18n/t.ts'

/** Asks for the word that goes with an answer; undefined when it was closed without answering. */
export function askWord(request: Membership, outcome: 'approved' | 'refused'): Promise<string | undefined> {
  let word = ''
  const { name } = request.member
  return openDialog<string>(t(outcome === 'approved' ? 'requests.approve.title' : 'requests.refuse.title', { name }), (handle) => {
    const send = (event: Event): void => (event.preventDefault(), handle.close(word.trim()))
    return html`<form class="form" novalidate @submit=${send}>
      ${request.note ? html`<p class="quote">${request.note}</p>` : ''}
      ${textField({ name: 'word', label: t('requests.word'), hint: t('requests.word.hint', { name }), optional: true, rows: 3, maxlength: 500, onInput: (value) => (word = value) })}
      <div class="dialog__foot">
        <button type="button" class="button" @click=${() => handle.close()}>${t('action.cancel')}</button>
        <button class="button ${outcome === 'approved' ? 'button--primary' : 'button--danger'}">${t(outcome === 'approved' ? 'members.approve' : 'members.refuse')}</button>
      </div>
    </form>`
  })
}
