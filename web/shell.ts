// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import { OfflineError } from './api/problem.ts'
import { explain } from './components/field/form-state.ts'
import { toast } from './components/toast/toast.ts'
import { confirmDialog } from './components/dialog/dialog.ts'
import { icon } from './components/icon/icon.ts'
import type { PageEvent } from './components/loaded/page-event.ts'
import { forbiddenPage, notFoundPage, pageFailure, signInPage } from './components/loaded/states.ts'
import { language, t } from './i18n/t.ts'
import { rail } from './components/frame/rail.ts'
import { mailPause, pauseSeen } from './components/frame/mail-pause.ts'
import { tabBar } from './components/frame/tab-bar.ts'
import { PleinMenu } from './components/menu/menu.ts'
import { current, navigate, type Location } from './router.ts'
import { listen } from './state/live.ts'
import { newVersion, takeNewVersion } from './offline/worker.ts'
import { instance, landing, me, recount, refreshMe } from './state/session.ts'
import { stopViewing, viewing } from './state/view-as.ts'
import { Watch } from './state/store.ts'

/** A page gets these two; it asks for nothing else from the shell. */
type Page = HTMLElement & { params: Record<string, string>; search: URLSearchParams }

/** The frame around every page: navigation, landmarks, the place where pages come and go. */
export class PleinApp extends LitElement {
  @state() private page: Page | TemplateResult | null = null
  @state() private offline = !navigator.onLine
  private at: Location = current.value
  private shownPath: string | null = null
  /** What the server wrote, kept in sight until the first page stands. */
  private served: HTMLElement | null = null
  private stopListening: (() => void) | null = null

  static readonly needs = [PleinMenu]

  constructor() {
    super()
    new Watch(this, me, instance, language, viewing, newVersion, pauseSeen)
  }

  override createRenderRoot(): HTMLElement {
    const written = [...this.childNodes]
    if (this.firstElementChild) {
      this.served = document.createElement('div')
      this.served.append(...written)
      this.before(this.served)
      this.hidden = true
    } else this.replaceChildren()
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('plein-page', this.onPage as EventListener)
    current.subscribe(() => void this.go(current.value))
    language.subscribe(() => {
      this.shownPath = null
      void this.go({ ...current.value, scrollTo: window.scrollY })
    })
    viewing.subscribe(() => {
      this.shownPath = null
      // Who leaves the place stops looking as another in the same step, and goes there anyway.
      if (this.at.path === current.value.path) void this.go({ ...current.value, scrollTo: 0 })
    })
    window.addEventListener('online', () => {
      this.offline = false
      void refreshMe().catch(() => undefined)
      // What could not be shown without a line is shown now.
      if (!this.querySelector('.page--offline')) return
      this.shownPath = null
      void this.go({ ...this.at, first: true })
    })
    window.addEventListener('offline', () => (this.offline = true))
    this.hearCounters()
    void this.go(current.value)
  }

  private hearCounters(): void {
    this.stopListening?.()
    this.stopListening = listen('me', ({ event, data }) => {
      if (event === 'read.changed') void refreshMe().catch(() => undefined)
      else if (event === 'counters' || event === 'notification') {
        if (typeof data.unread === 'number' || typeof data['placeUnread'] === 'number') recount(data)
        else void refreshMe().catch(() => undefined)
      } else if (event === 'membership.changed' || event === 'reset') void refreshMe().catch(() => undefined)
    })
  }

  private refusal(at: Location): TemplateResult | null {
    const { match } = at
    if (!match) return notFoundPage()
    if (match.route.for && match.route.for !== 'guest' && !me.value) return signInPage()
    if (match.route.for === 'administrator' && me.value?.role !== 'administrator') return forbiddenPage()
    return null
  }

  private async go(at: Location): Promise<void> {
    this.at = at
    if (at.match?.route.for === 'guest' && me.value) return navigate(landing(at.search.get('next')), { replace: true })
    const refused = this.refusal(at)
    if (refused || !at.match) return this.showMessage(refused ?? notFoundPage())
    if (this.shownPath === at.path && this.page instanceof HTMLElement) {
      this.page.search = at.search
      return
    }
    try {
      await at.match.route.load()
    } catch (error) {
      // A new version was installed while this page was open, or the line is down.
      if (this.at === at) this.showMessage(pageFailure(error, () => void this.startAfresh()))
      return
    }
    if (this.at !== at) return
    // The tag is registered by the module just loaded; every page has these two properties.
    const page = document.createElement(at.match.route.tag) as Page
    page.params = at.match.params
    page.search = at.search
    this.shownPath = at.path
    this.page = page
  }

  /** Only when Plein answers: the browser's own error page would be a dead end. */
  private async startAfresh(): Promise<void> {
    try {
      await fetch('/', { method: 'HEAD' })
      location.reload()
    } catch (error) {
      toast(explain(error instanceof TypeError ? new OfflineError() : error), { tone: 'error' })
    }
  }

  private showMessage(message: TemplateResult): void {
    this.shownPath = null
    this.page = message
    void this.updateComplete.then(() => this.stands(this.querySelector('main h1')?.textContent ?? null))
  }

  private readonly onPage = (event: PageEvent): void => {
    if (event.target !== this.page) return
    this.stands(event.detail.title ?? this.querySelector('main h1')?.textContent ?? null)
  }

  /** The page is drawn: title, focus, scroll, and the served text gives way. */
  private stands(title: string | null): void {
    const name = instance.value?.name ?? 'Plein'
    document.title = title && title !== name ? `${title} · ${name}` : name
    if (this.served) {
      this.served.remove()
      this.served = null
      this.hidden = false
    }
    const { first, hash, scrollTo } = this.at
    const target = hash ? document.getElementById(hash.slice(1)) : null
    if (target) target.scrollIntoView()
    else if (!first || scrollTo) this.scrollBack(scrollTo)
    if (first) {
      this.at = { ...this.at, first: false }
      return
    }
    if (this.contains(document.activeElement) && document.activeElement?.closest('main')) return
    const heading = this.querySelector<HTMLElement>('main h1')
    if (heading) heading.tabIndex = -1
    ;(heading ?? this.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true })
  }

  /** Lists are filled after the page stands: for two seconds their growth may bring the old place back, unless the reader moves. */
  private scrollBack(top: number): void {
    window.scrollTo(0, top)
    if (!top) return
    const growth = new ResizeObserver(() => window.scrollTo(0, top))
    const stop = (): void => growth.disconnect()
    growth.observe(document.body)
    for (const event of ['wheel', 'touchstart', 'keydown', 'pointerdown']) window.addEventListener(event, stop, { once: true, passive: true })
    setTimeout(stop, 2000)
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault()
    this.querySelector<HTMLElement>('main')?.focus()
  }

  private viewBar(): TemplateResult | typeof nothing {
    const { value } = viewing
    if (!value) return nothing
    return html`<section class="view-bar" aria-label=${t('viewAs.label')}>
      <p>${icon('eye')}<span>${t(`viewAs.bar.${value.kind}`, { name: value.name })} <span class="view-bar__only">${t('viewAs.only')}</span></span></p>
      <button type="button" class="button" @click=${stopViewing}>${t('viewAs.stop')}</button>
    </section>`
  }

  override render(): TemplateResult {
    return html`<a class="skip-link" href="#main" @click=${this.skip}>${t('app.skip')}</a>
      ${this.offline ? html`<p class="offline-bar" role="status">${icon('wifi-off')} ${t('app.offline')}</p>` : nothing}
      ${newVersion.value ? html`<p class="offline-bar" role="status">${icon('refresh')} ${t('app.newVersion')} <button type="button" class="button button--small" @click=${takeNewVersion}>${t('app.refresh')}</button></p>` : nothing}
      <div class="frame">
        ${rail(current.value.path)}
        <main id="main" tabindex="-1">${this.viewBar()}${mailPause({ canClose: true })}${this.page}</main>
      </div>
      ${tabBar(current.value.path)}`
  }
}

/** The question a page with unsaved changes asks. */
export const askLeave = (): Promise<boolean> => confirmDialog({ title: t('leave.title'), text: t('leave.text'), yes: t('leave.go'), no: t('leave.stay'), danger: true })

/** Takes over from what the server wrote; once the words, the session and the first page's code are there. */
export function mountShell(): void {
  customElements.define('plein-app', PleinApp)
  window.addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof DOMException && event.reason.name === 'AbortError') return
    toast(explain(event.reason), { tone: 'error' })
  })
}
