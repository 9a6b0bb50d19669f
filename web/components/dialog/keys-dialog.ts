// SPDX-License-Identifier: EUPL-1.2
import { html } from 'lit'
import type { MessageKey } from '../../i18n/messages.ts'
import { t } from '../../i18n/t.ts'
import { keysEnabled, setKeysEnabled } from '../../state/preferences.ts'
import { openDialog } from './dialog.ts'

const keys: [string, MessageKey][] = [
  ['/', 'keys.search'],
  ['c', 'keys.write'],
  ['j k', 'keys.lines'],
  ['g t', 'keys.today'],
  ['g p', 'keys.square'],
  ['g v', 'keys.mine'],
  ['g n', 'keys.notifications'],
  ['?', 'keys.help'],
]

export async function showKeys(): Promise<void> {
  await openDialog<void>(
    t('keys.title'),
    () => html`<dl class="keys">${keys.map(([key, label]) => html`<div><dt>${key.split(' ').map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${t(label)}</dd></div>`)}</dl>
      <label class="check"><input type="checkbox" .checked=${keysEnabled()} @change=${(event: Event) => setKeysEnabled((event.target as HTMLInputElement).checked)} /><span>${t('keys.off')}<small>${t('keys.offHint')}</small></span></label>`,
  )
}
