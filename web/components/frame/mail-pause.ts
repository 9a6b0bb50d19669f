// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { remove } from '../../api/request.ts'
import { t } from '../../i18n/t.ts'
import { me, updateMe } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'
import { explain } from '../field/form-state.ts'
import { icon } from '../icon/icon.ts'
import { toast } from '../toast/toast.ts'

/** Put away until the next visit; the settings go on saying it. */
export const pauseSeen = createStore(false)

const tryAgain = async (): Promise<void> => {
  try {
    await remove('/me/mail-pause')
    updateMe({ mailPaused: null })
    toast(t('mailPause.trying'))
  } catch (error) {
    toast(explain(error), { tone: 'error' })
  }
}

/** Mail to my address comes back: what to do about it. Nothing when it does not. */
export function mailPause({ canClose }: { canClose: boolean }): TemplateResult | typeof nothing {
  const paused = me.value?.mailPaused
  if (!me.value || !paused || (canClose && pauseSeen.value)) return nothing
  return html`<section class="notice notice--warning mail-pause" aria-label=${t('mailPause.label')}>
    ${icon('mail')}
    <div>
      <p>${t(`mailPause.${paused.reason}`, { email: me.value.email })}</p>
      <p class="row"><button type="button" class="button button--small" @click=${tryAgain}>${t('mailPause.again')}</button>${canClose ? html`<button type="button" class="text-button" @click=${() => pauseSeen.set(true)}>${t('mailPause.later')}</button>` : nothing}</p>
    </div>
  </section>`
}
