// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { InstanceKey } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { keys, rotateKeys } from './data.ts'

/** With what the square signs, and replacing it. */
@customElement('plein-keys-panel')
export class PleinKeysPanel extends LitElement {
  private readonly list = new Loaded<InstanceKey[]>(this, async (signal) => (await keys(signal)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly rotate = async (): Promise<void> => {
    if (!(await confirmDialog({ title: t('fed.keys.rotate.title'), text: t('fed.keys.rotate.text'), yes: t('fed.keys.rotate'), danger: true }))) return
    try {
      this.list.set((await rotateKeys()).items)
      toast(t('fed.keys.rotated'))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  /** In groups of eight, so that two people can read it to each other. */
  private row({ kind, fingerprint, createdAt, retiredAt }: InstanceKey): TemplateResult {
    return html`<li class="line line--top">
      <span class="line__mark">${icon('key')}</span>
      <div class="line__text">
        <b>${t(`fed.key.${kind}`)}</b> <small class="muted">${retiredAt ? t('fed.key.retired', { date: formatDate(retiredAt) }) : t('fed.key.since', { date: formatDate(createdAt) })}</small>
        <small class="muted">${t('fed.key.fingerprint')}: <span class="fingerprint">${(fingerprint.match(/.{8}/g) ?? []).join(' ')}</span></small>
      </div>
    </li>`
  }

  override render(): unknown {
    return this.list.render(
      (list) => html`<ul class="lines" role="list">${list.map((one) => this.row(one))}</ul>
        <p><button type="button" class="button" @click=${this.rotate}>${icon('refresh')}${t('fed.keys.rotate')}</button></p>`,
    )
  }
}
