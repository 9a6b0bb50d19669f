// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { get, post } from '../../api/request.ts'
import type { List, Notification } from '../../api/types.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { pushSettings, pushState } from '../../offline/push.ts'
import { listen } from '../../state/live.ts'
import { updateMe } from '../../state/session.ts'
import { notificationAddress, notificationIcon, notificationText } from './notification-text.ts'

/** "/notifications": what was meant for me, bundled by thread. */
@customElement('plein-notifications-page')
export class PleinNotificationsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private busy = false
  @state() private mayPush = false

  static readonly needs = [PleinPager, PleinTime]
  private readonly paged = new Paged<Notification>(this, (cursor) => get<List<Notification>>('/notifications', { unread: this.unreadOnly || null, cursor, limit: 30 }))
  private stop: (() => void) | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get unreadOnly(): boolean {
    return this.search.get('unread') === 'true'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void pushState().then((now) => (this.mayPush = now === 'off'), () => undefined)
    this.stop = listen('me', ({ event }) => {
      if (event === 'notification' || event === 'reset') void this.paged.reload()
      else if (event === 'counters' || event === 'read.changed') this.lookSoon()
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stop?.()
    clearTimeout(this.timer)
  }

  /** Read on another screen, or by opening a thread: quiet here, in its place. */
  private lookSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look().catch(() => undefined), 500)
  }

  private async look(): Promise<void> {
    const { items } = await get<List<Notification>>('/notifications', { limit: 100 })
    const now = new Map(items.map((one) => [one.id, one.readAt]))
    for (const one of this.paged.items) {
      const readAt = now.get(one.id)
      if (readAt !== undefined && readAt !== one.readAt) this.paged.replace({ ...one, readAt })
    }
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) void this.paged.reload()
  }

  override firstUpdated(): void {
    showPage(this, t('notifications.title'))
  }

  private async read(which: { ids: string[] } | { upTo: string }): Promise<void> {
    const { unread } = await post<{ unread: number }>('/notifications/read', which)
    updateMe({ unreadNotifications: unread })
  }

  private readonly readAll = async (): Promise<void> => {
    const newest = this.paged.items[0]
    if (!newest || this.busy) return
    this.busy = true
    try {
      await this.read({ upTo: newest.id })
      await this.paged.reload()
      toast(t('notifications.allRead'))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    this.busy = false
  }

  /** Opening is reading; the page opened need not wait for it. */
  private open(notification: Notification): void {
    if (notification.readAt) return
    this.paged.replace({ ...notification, readAt: new Date().toISOString() })
    void this.read({ ids: [notification.id] }).catch(() => this.paged.replace(notification))
  }

  /** Said at the foot, once nothing else asks for attention; the browser is asked after a press there. */
  private offer(): TemplateResult | typeof nothing {
    if (!this.mayPush) return nothing
    return html`<p class="muted">${t('push.offer')} <a href=${pushSettings}>${t('push.offerLink')}</a></p>`
  }

  private row(notification: Notification): TemplateResult {
    const unread = !notification.readAt
    return html`<li class="notification ${unread ? 'notification--unread' : ''}">
      <a class="notification__link" href=${notificationAddress(notification)} @click=${() => this.open(notification)}>
        <span class="notification__icon">${icon(notificationIcon[notification.kind] ?? 'bell')}</span>
        <span class="notification__text">${unread ? html`<span class="visually-hidden">${t('notifications.new')} </span>` : nothing}${notificationText(notification)}</span>
        <small class="muted"><plein-time at=${notification.createdAt}></plein-time></small>
      </a>
    </li>`
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(3)
    if (!items.length) return empty(t('notifications.empty'), { label: t('notifications.seeMine'), href: '/mine' }, t('notifications.example'))
    return html`<ul class="notifications" role="list">${repeat(items, (one) => one.id, (one) => this.row(one))}</ul>
      ${pager(this.paged)} ${this.paged.next ? nothing : html`<p class="end">${t('notifications.end')}</p>`}`
  }

  override render(): TemplateResult {
    const { items } = this.paged
    const tab = (href: string, label: string, here: boolean): TemplateResult => html`<li><a class="chip" href=${href} aria-current=${here ? 'true' : nothing}>${label}</a></li>`
    return html`<div class="page page--reading">
      <header class="page__head"><h1 tabindex="-1">${t('notifications.title')}</h1><a class="text-button" href="/settings/notifications">${icon('settings')}${t('notifications.settings')}</a></header>
      <div class="row row--apart feed-head">
        <nav aria-label=${t('notifications.filter')}>
          <ul class="chips" role="list">
            ${tab('/notifications', t('notifications.allOf'), !this.unreadOnly)} ${tab('/notifications?unread=true', t('notifications.unread'), this.unreadOnly)}
          </ul>
        </nav>
        ${items.some((one) => !one.readAt) ? html`<button type="button" class="text-button" aria-disabled=${this.busy} @click=${this.readAll}>${icon('checks')}${t('notifications.readAll')}</button>` : nothing}
      </div>
      ${this.list()} ${this.offer()}
    </div>`
  }
}
