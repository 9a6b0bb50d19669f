// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isStatus } from '../../api/problem.ts'
import type { NewInPlace, Today } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { PleinTime } from '../../components/time/time.ts'
import { announce, toast } from '../../components/toast/toast.ts'
import { formatDay } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { current, entryIndex } from '../../router.ts'
import { listen } from '../../state/live.ts'
import { keysEnabled } from '../../state/preferences.ts'
import { me } from '../../state/session.ts'
import { readThread } from '../posts/data.ts'
import { readNotifications, readUpTo, undoReading, whatIsNew } from './data.ts'
import { forgetReading, lastReading, rememberReading } from './last-reading.ts'
import { end, type Reader, sections } from './sections.ts'
import { allKeys, countFresh, isCaughtUp, placeKey, postKey, readSince, squareKey } from './what-is-new.ts'

/** As it stood when it was left, for who comes back to it by a step in the history. */
let kept: { at: number; shown: Today; read: ReadonlySet<string> } | null = null

/** News comes in bursts: looked at once, and not at every window at the same moment. */
const lookAfterMs = 700
const leastBetweenMs = 4000

/** "/today": what is new over all my places, with an end. What was read stays where it stands, quietly; what comes in waits behind a button. */
@customElement('plein-today-page')
export class PleinTodayPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  /** As the server tells now; what is shown is `loaded.value`. */
  private now: Today | null = null
  /** Pressed here, on its way to the server. */
  @state() private pressed: ReadonlySet<string> = new Set()
  private underWay = 0
  @state() private fresh = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private lookedAt = 0
  private stops: (() => void)[] = []
  private readonly at = entryIndex()

  static readonly needs = [PleinTime]
  private readonly loaded = new Loaded(this, whatIsNew, { title: () => t('today.title') })

  constructor() {
    super()
    if (current.value.returned && kept?.at === this.at) {
      this.loaded.value = kept.shown
      this.pressed = kept.read
    }
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const soon = (): void => this.lookSoon()
    this.stops = [
      listen('me', soon),
      listen('square', ({ event, data }) => {
        if (event === 'reset' || ((event === 'post.published' || event === 'post.changed') && data['authorId'] !== me.value?.id)) soon()
      }),
    ]
    document.addEventListener('keydown', this.onKey)
    document.addEventListener('visibilitychange', this.onVisible)
  }

  override firstUpdated(): void {
    if (!this.loaded.value) return
    showPage(this, t('today.title'))
    void this.look()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const stop of this.stops) stop()
    document.removeEventListener('keydown', this.onKey)
    document.removeEventListener('visibilitychange', this.onVisible)
    clearTimeout(this.timer)
    if (this.loaded.value) kept = { at: this.at, shown: this.loaded.value, read: this.read }
  }

  /** Read here or elsewhere, since it was shown. */
  private get read(): ReadonlySet<string> {
    const shown = this.loaded.value
    return shown && this.now ? new Set([...readSince(shown, this.now), ...this.pressed]) : this.pressed
  }

  private readonly onVisible = (): void => {
    if (document.visibilityState === 'visible') this.lookSoon()
  }

  /** One look for what happens together; a window that nobody sees looks when it is seen. */
  private lookSoon(): void {
    if (document.visibilityState !== 'visible') return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look(), Math.max(lookAfterMs, this.lookedAt + leastBetweenMs - Date.now()))
  }

  private async look(): Promise<void> {
    const shown = this.loaded.value
    if (!shown) return
    this.lookedAt = Date.now()
    const before = this.underWay
    try {
      const now = await whatIsNew()
      if (!this.isConnected || this.loaded.value !== shown) return
      this.now = now
      // What was pressed is told by the server now.
      if (!before && !this.underWay) this.pressed = new Set()
      const fresh = countFresh(shown, now)
      if (fresh > this.fresh) announce(t('today.fresh', { count: fresh }))
      this.fresh = fresh
      this.requestUpdate()
    } catch {
      // What is shown stands; the next news, or the reader, tries again.
    }
  }

  private show(today: Today): void {
    this.now = null
    this.pressed = new Set()
    this.fresh = 0
    this.loaded.set(today)
  }

  private readonly showFresh = async (): Promise<void> => {
    try {
      this.show(await whatIsNew())
      window.scrollTo(0, 0)
      await this.updateComplete
      this.querySelector<HTMLElement>('h1')?.focus()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  /** Quiet at once; as it was when the server refuses. @returns whether it was done */
  private async quieten<T>(keys: Iterable<string>, work: () => Promise<T>): Promise<T | null> {
    const before = this.pressed
    this.pressed = new Set([...before, ...keys])
    this.underWay += 1
    try {
      return await work()
    } catch (error) {
      this.pressed = before
      toast(explain(error), { tone: 'error' })
      return null
    } finally {
      this.underWay -= 1
    }
  }

  private async readPart(keys: Iterable<string>, part: Parameters<typeof readUpTo>[1], said: string): Promise<void> {
    const shown = this.loaded.value
    if (!shown || this.underWay) return
    const reading = await this.quieten(keys, () => readUpTo(shown.upTo, part))
    if (!reading) return
    rememberReading(reading.id)
    toast(said, { undo: () => void this.undo(reading.id) })
  }

  private async undo(id: string): Promise<void> {
    try {
      await undoReading(id)
      forgetReading()
      const today = await whatIsNew()
      if (this.isConnected) this.show(today)
      toast(t('today.undone'))
    } catch (error) {
      if (isStatus(error, 404)) forgetReading()
      toast(isStatus(error, 404) ? t('today.undoTooLate') : explain(error), { tone: 'error' })
    }
  }

  private readonly readAll = (): void => {
    if (this.loaded.value) void this.readPart(allKeys(this.loaded.value), {}, t('today.allRead'))
  }

  private reader(today: Today): Reader {
    return {
      read: this.read,
      open: (keys, ids) => void (ids.length ? this.quieten(keys, () => readNotifications(ids)) : (this.pressed = new Set([...this.pressed, ...keys]))),
      readLine: (keys, ids) => void this.quieten(keys, () => readNotifications(ids)),
      readPost: (keys, postId) => void this.quieten(keys, () => readThread(postId)),
      readPlace: (one: NewInPlace) => void this.readPart([placeKey(one), ...one.posts.map(postKey)], { placeId: one.place.id }, t('today.partRead', { name: one.place.name })),
      readSquare: () => void this.readPart(today.square.map(squareKey), { only: 'square' }, t('today.partRead', { name: t('nav.square') })),
    }
  }

  /** j and k go from line to line. */
  private readonly onKey = (event: KeyboardEvent): void => {
    const step = { j: 1, k: -1 }[event.key]
    const { target } = event
    const typing = target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
    if (!step || typing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysEnabled() || document.querySelector('dialog[open]')) return
    const lines = [...this.querySelectorAll<HTMLElement>('.today-line__link')]
    const here = lines.findIndex((line) => line === document.activeElement || line.parentElement?.contains(document.activeElement))
    const next = lines[here === -1 && step === -1 ? -1 : here + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  private head(today: Today): TemplateResult {
    return html`<header class="page__head today-head">
      <div>
        <h1 tabindex="-1">${t('today.title')}</h1>
        <p class="lead">${formatDay(new Date().toISOString())}</p>
      </div>
      ${isCaughtUp(today, this.read) ? nothing : html`<button type="button" class="text-button" aria-disabled=${this.underWay > 0} @click=${this.readAll}>${icon('checks')}${t('today.readAll')}</button>`}
    </header>`
  }

  /** Also after the toast went, or another page was looked at. */
  private takeBack(): TemplateResult | typeof nothing {
    const reading = lastReading()
    return reading && !this.underWay ? html`<p><button type="button" class="button button--small" @click=${() => void this.undo(reading)}>${t('today.undoAllRead')}</button></p>` : nothing
  }

  override render(): unknown {
    return this.loaded.render(
      (today) => html`<div class="page page--reading today">
        ${this.head(today)} ${this.fresh ? html`<div class="fresh today-fresh"><button type="button" class="button" @click=${this.showFresh}>${icon('arrow-up')}${t('today.fresh', { count: this.fresh })}</button></div>` : nothing}
        ${sections(today, this.reader(today))} ${end(today, this.read, this.takeBack())}
      </div>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plein-today-page': PleinTodayPage
  }
}
