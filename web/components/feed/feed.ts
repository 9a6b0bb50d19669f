// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { List, Post, ReadMarker } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { current, entryIndex } from '../../router.ts'
import { listen } from '../../state/live.ts'
import { looksAsAnother, me } from '../../state/session.ts'
import { viewing } from '../../state/view-as.ts'
import { icon } from '../icon/icon.ts'
import { failure, skeleton } from '../loaded/states.ts'
import { PleinPostCard } from '../post-card/post-card.ts'
import { dropKept, keepFeed, lookAgain, replaceKept, takeFeed } from './feed-memory.ts'
import { Paged } from './paged.ts'
import { pager, PleinPager } from './pager.ts'
import { lineIndex, newestOf, readMarker, saveMarker, type MarkerScope } from './read-marker.ts'

/** Newest first, with the line "hier was je gebleven", new ones announced live, and more below. */
@customElement('plein-feed')
export class PleinFeed extends LitElement {
  /** Give the same function as long as the feed is the same: another one starts over. */
  @property({ attribute: false }) declare fetchPage: (cursor: string | null) => Promise<List<Post>>
  @property() scope: MarkerScope | null = null
  /** The topics whose `post.published` belongs in this feed, with a space between. */
  @property() topic: string | null = null
  @property({ type: Boolean }) hideBuilding = false
  /** In a group's own feed neither needs its name repeated. */
  @property({ type: Boolean }) hideGroup = false
  @property({ attribute: false }) whenEmpty: TemplateResult = html``
  @state() private fresh: ReadonlySet<string> = new Set()
  @state() private marker: ReadMarker | null = null

  static readonly needs = [PleinPostCard, PleinPager]
  private readonly paged = new Paged<Post>(this, (cursor) => this.fetchPage(cursor))
  private stop: (() => void) | null = null
  /** The step in the history that this feed belongs to: who comes back to it finds it as it stood. */
  private at = ''
  private markTimer: ReturnType<typeof setTimeout> | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stop?.()
    this.stop = null
    clearTimeout(this.markTimer)
    const { items, next, automatic, loaded } = this.paged
    if (loaded && items.length) keepFeed(this.at, { items, next, automatic, marker: this.marker })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.hear()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('fetchPage')) void this.start()
    if (changed.has('topic')) this.hear()
  }

  /** Shows a post just written here, without waiting for the line. */
  add(post: Post): void {
    this.paged.prepend([post])
    this.fresh = new Set([...this.fresh].filter((id) => id !== post.id))
  }

  private hear(): void {
    this.stop?.()
    const stops = (this.topic ?? '').split(' ').filter(Boolean).map((topic) =>
      listen(topic, ({ event, data }) => {
        const { postId } = data
        if (event === 'reset') void this.paged.reload()
        if (event === 'post.published' && postId && !this.paged.items.some((post) => post.id === postId)) this.fresh = new Set([...this.fresh, postId])
      }),
    )
    this.stop = () => {
      for (const stop of stops) stop()
    }
  }

  private async start(): Promise<void> {
    this.at = `${viewing.value?.kind ?? ''} ${entryIndex()} ${location.pathname}${location.search}`
    if (current.value.returned && this.takeUp()) return
    const marker = this.scope && me.value && !looksAsAnother() ? readMarker(this.scope).catch(() => null) : null
    await this.paged.reload()
    this.marker = await marker
    this.keepMarker()
    this.dispatchEvent(new CustomEvent('feed-ready', { bubbles: true }))
  }

  /** Goes on where the reader was; what changed meanwhile comes in without moving what is in sight. */
  private takeUp(): boolean {
    const state = takeFeed(this.at)
    if (!state) return false
    this.paged.restore(state.items, state.next, state.automatic)
    this.marker = state.marker
    const { at } = this
    void this.fetchPage(null).then(
      (page) => {
        if (at !== this.at) return
        const seen = lookAgain(this.paged.items, page.items)
        if (!seen) return void this.paged.reload()
        this.paged.restore(seen.items, this.paged.next, this.paged.automatic)
        this.fresh = new Set(seen.fresh)
      },
      () => undefined,
    )
    void this.updateComplete.then(() => this.dispatchEvent(new CustomEvent('feed-ready', { bubbles: true })))
    return true
  }

  /** After three seconds in sight the newest counts as seen. */
  private keepMarker(): void {
    const newest = newestOf(this.paged.items)
    const { scope } = this
    if (!scope || !me.value || looksAsAnother() || !newest) return
    clearTimeout(this.markTimer)
    this.markTimer = setTimeout(() => {
      if (document.visibilityState === 'visible') void saveMarker(scope, newest).catch(() => undefined)
      else document.addEventListener('visibilitychange', () => this.isConnected && this.keepMarker(), { once: true })
    }, 3000)
  }

  private async showFresh(): Promise<void> {
    this.fresh = new Set()
    await this.paged.reload()
    this.keepMarker()
    this.querySelector<HTMLElement>('.feed a')?.focus()
  }

  /** Takes a deleted post away. */
  drop(post: Post): void {
    this.paged.drop(post.id)
  }

  override render(): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(4)
    const line = lineIndex(items, this.marker)
    return html`<div @post-changed=${(event: CustomEvent<Post>) => this.paged.replace(event.detail)} @post-deleted=${(event: CustomEvent<Post>) => this.drop(event.detail)}>
      ${this.fresh.size ? html`<div class="fresh"><button type="button" class="button" @click=${() => this.showFresh()}>${icon('arrow-up')}${t('feed.fresh', { count: this.fresh.size })}</button></div>` : nothing}
      ${items.length ? nothing : this.whenEmpty}
      <ol class="feed" role="list">
        ${repeat(
          items,
          (post) => post.id,
          (post, index) =>
            html`${index === line ? html`<li class="feed__line"><p class="here">${t('feed.here')}</p></li>` : nothing}
              <li><plein-post-card .post=${post} ?hideBuilding=${this.hideBuilding} ?hideGroup=${this.hideGroup}></plein-post-card></li>`,
        )}
      </ol>
      ${pager(this.paged)} ${!this.paged.next && items.length > 3 ? html`<p class="feed__end">${t('feed.end')}</p>` : nothing}
    </div>`
  }
}

document.addEventListener('post-changed', (event) => replaceKept((event as CustomEvent<Post>).detail))
document.addEventListener('post-deleted', (event) => dropKept((event as CustomEvent<Post>).detail))

declare global {
  interface HTMLElementTagNameMap {
    'plein-feed': PleinFeed
  }
}
