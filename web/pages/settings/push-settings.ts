// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { PushDevice } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { failure, skeleton } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { devices, dropDevice, pushState, type PushState, switchOff, switchOn, testDevice } from '../../offline/push.ts'

/** "This device": notifications outside Plein, on or off; and the other devices that take them. */
@customElement('plein-push-settings')
export class PleinPushSettings extends LitElement {
  @state() private now: PushState | null = null
  @state() private list: PushDevice[] = []
  @state() private error: unknown = null
  @state() private busy = false

  static readonly needs = [PleinTime]

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.look()
  }

  private readonly look = async (): Promise<void> => {
    try {
      this.error = null
      this.list = await devices()
      this.now = await pushState()
    } catch (error) {
      this.error = error
    }
  }

  /** The server may have forgotten this device: it was switched off from another one. */
  private get here(): PushDevice | undefined {
    return this.list.find((device) => device.current)
  }

  private async act(work: () => Promise<unknown>, told: () => string | null): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      await work()
      await this.look()
      const text = told()
      if (text) toast(text)
    } catch (error) {
      // The push service of the browser says no, or cannot be reached.
      toast(error instanceof DOMException ? t('push.failed') : explain(error), { tone: 'error' })
    }
    this.busy = false
    await this.updateComplete
    this.querySelector<HTMLElement>('[data-push]')?.focus()
  }

  private readonly on = (): Promise<void> => this.act(switchOn, () => (this.now === 'on' ? t('push.isOn') : null))
  private readonly off = (): Promise<void> => this.act(switchOff, () => t('push.isOff'))

  private button(label: string, press: () => void, primary = false): TemplateResult {
    return html`<button type="button" class="button ${primary ? 'button--primary' : ''}" data-push aria-disabled=${this.busy} @click=${press}>${label}</button>`
  }

  private thisDevice(): TemplateResult {
    const { now, here } = this
    if (now === 'unsupported' || now === 'install') return html`<p>${t(now === 'install' ? 'push.install' : 'push.unsupported')}</p>`
    if (now === 'denied') return html`<div class="notice notice--warning">${icon('info-circle')}<div><p>${t('push.denied')}</p><p>${t('push.deniedHow')}</p></div></div>`
    if (now === 'on' && here) {
      return html`<p>${icon('circle-check')} ${t(here.reached ? 'push.onText' : 'push.unreached')}</p>
        <div class="row">
          <button type="button" class="button" aria-disabled=${this.busy} @click=${() => this.act(() => testDevice(here.id), () => t('push.tested'))}>${t('push.test')}</button>
          ${this.button(t('push.switchOff'), this.off)}
        </div>`
    }
    return html`<p>${t('push.why')}</p>
      <p class="muted">${t('push.whyMore')}</p>
      <p>${this.button(t('push.switchOn'), this.on, true)}</p>`
  }

  private others(): TemplateResult | typeof nothing {
    const others = this.list.filter((device) => !device.current || this.now !== 'on')
    if (!others.length) return nothing
    return html`<h3>${t('push.others')}</h3>
      <ul class="items" role="list">
        ${others.map(
          (device) => html`<li class="item">
            ${icon('device-laptop')}
            <div>
              <p><b>${device.device}</b></p>
              <p class="muted small">${device.lastUsedAt ? html`${t('push.lastUsed')} <plein-time at=${device.lastUsedAt}></plein-time>` : t('push.neverUsed')}${device.reached ? nothing : html` · ${t('push.unreachedShort')}`}</p>
            </div>
            <button type="button" class="button button--small" aria-label=${`${t('push.switchOff')}: ${device.device}`} @click=${() => this.act(() => dropDevice(device.id), () => t('push.isOff'))}>${t('push.switchOff')}</button>
          </li>`,
        )}
      </ul>`
  }

  override render(): TemplateResult {
    return html`<section class="stack" aria-labelledby="push-settings">
      <h2 id="push-settings">${t('push.title')}</h2>
      ${this.error !== null ? failure(this.error, () => void this.look()) : this.now === null ? skeleton(1) : html`${this.thisDevice()} ${this.others()}`}
    </section>`
  }
}
