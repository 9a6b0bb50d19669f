// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OtherInstance } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import type { MenuItem } from '../../components/menu/menu.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { administrationHead } from '../administration/administration-nav.ts'
import { askBlock } from './block-dialog.ts'
import { forget, instances, tryNow } from './data.ts'
import { deliveryNeeds, deliveryTable } from './delivery-table.ts'
import { PleinKeysPanel } from './keys-panel.ts'
import { PleinNeighboursPanel } from './neighbours-panel.ts'

/** "/administration/federation": neighbours, how delivery is going, what is blocked, and the keys. */
@customElement('plein-federation-page')
export class PleinFederationPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinPager, PleinNeighboursPanel, PleinKeysPanel, ...deliveryNeeds]
  private readonly page = new Loaded<true>(this, async () => true, { title: () => t('fed.title') })
  private readonly all = new Paged<OtherInstance & { id: string }>(this, async (cursor) => {
    const page = await instances({ cursor })
    return { ...page, items: page.items.map((one) => ({ ...one, id: one.host })) }
  })
  private readonly blocked = new Loaded<OtherInstance[]>(this, async (signal) => (await instances({ relation: 'blocked' }, signal)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.all.reload()
  }

  private readonly reload = async (): Promise<void> => {
    this.querySelector('plein-neighbours-panel')?.reload()
    await Promise.all([this.all.reload(), this.blocked.reload()])
  }

  private readonly block = async (host?: string): Promise<void> => {
    const blocked = await askBlock(host)
    if (!blocked) return
    toast(t('fed.block.done', { host: blocked.host }))
    await this.reload()
  }

  private async run(work: () => Promise<unknown>, word: string): Promise<void> {
    try {
      await work()
      toast(word)
      await this.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private async lift(domain: string): Promise<void> {
    const yes = await confirmDialog({ title: t('fed.block.lift.title', { host: domain }), text: t('fed.block.lift.text'), yes: t('fed.block.lift') })
    if (yes) await this.run(() => forget(domain), t('fed.block.lifted', { host: domain }))
  }

  private items(one: OtherInstance): MenuItem[] {
    return [
      { label: t('fed.delivery.now'), icon: 'refresh', onChoose: () => void this.run(() => tryNow(one.host), t('fed.delivery.tried', { name: one.name })) },
      { label: t('fed.block.this'), icon: 'lock', danger: true, onChoose: () => void this.block(one.host) },
    ]
  }

  private delivery(): TemplateResult {
    const open = this.all.items.filter((one) => one.relation !== 'blocked')
    return html`${deliveryTable(open, (one) => this.items(one))} ${pager(this.all)}`
  }

  /** Only domains that are named: what lies below one is not blocked by itself. */
  private blocks(list: OtherInstance[]): TemplateResult {
    const domains = [...new Map(list.flatMap(({ block }) => (block ? [[block.domain, block] as const] : []))).values()]
    return html`${domains.length
        ? html`<ul class="lines" role="list">
            ${domains.map(
              ({ domain, reason, since }) => html`<li class="line line--top">
                <span class="line__mark">${icon('lock')}</span>
                <div class="line__text"><b class="breaks">${domain}</b><small class="muted">${t('fed.block.since', { date: formatDate(since) })}${reason ? ` · ${reason}` : nothing}</small></div>
                <button type="button" class="button button--small" @click=${() => this.lift(domain)}>${t('fed.block.lift')}<span class="visually-hidden">: ${domain}</span></button>
              </li>`,
            )}
          </ul>`
        : html`<p class="muted">${t('fed.blocks.none')}</p>`}
      <p class="form__actions"><button type="button" class="button" @click=${() => this.block()}>${icon('lock')}${t('fed.block.do')}</button></p>`
  }

  override render(): unknown {
    return this.page.render(
      () => html`<div class="page page--directory" @instances-changed=${this.reload}>
        ${administrationHead('/federation', t('fed.title'), t('fed.lead'))}
        <section aria-labelledby="fed-neighbours">
          <h2 id="fed-neighbours">${t('neighbours.title')}</h2>
          <p class="muted">${t('fed.neighbours.lead')}</p>
          <plein-neighbours-panel></plein-neighbours-panel>
        </section>
        <section class="below" aria-labelledby="fed-delivery">
          <div class="row row--apart section-head"><h2 id="fed-delivery">${t('fed.delivery')}</h2><button type="button" class="button button--small" @click=${this.reload}>${icon('refresh')}${t('admin.refresh')}</button></div>
          <p class="muted">${t('fed.delivery.lead')}</p>
          ${this.delivery()}
        </section>
        <section class="below" aria-labelledby="fed-blocks">
          <h2 id="fed-blocks">${t('fed.blocks')}</h2>
          <p class="muted">${t('fed.blocks.lead')}</p>
          ${this.blocked.render((list) => this.blocks(list))}
        </section>
        <section class="below" aria-labelledby="fed-keys">
          <h2 id="fed-keys">${t('fed.keys')}</h2>
          <p class="muted">${t('fed.keys.lead')}</p>
          <plein-keys-panel></plein-keys-panel>
        </section>
      </div>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plein-neighbours-panel': PleinNeighboursPanel
  }
}
