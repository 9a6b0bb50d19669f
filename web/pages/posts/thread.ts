// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { isStatus } from '../../api/problem.ts'
import type { Draft, Post } from '../../api/types.ts'
import { PleinComposer } from '../../components/composer/composer.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { failure, skeleton } from '../../components/loaded/states.ts'
import { announce } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { listen, type LiveEvent } from '../../state/live.ts'
import { looksAsAnother, me } from '../../state/session.ts'
import { postById, readThread, repliesTo } from './data.ts'
import { PleinJoinFirst } from './join-first.ts'
import { PleinReply } from './reply.ts'
import { PleinThreadHome } from './thread-home.ts'
import { strandsOf, type Strand } from './thread-order.ts'

/** How many pages are fetched at most to find the reply that a link points to. */
const mostPages = 20

/** The replies to a post, live, with the box below. Emits `post-changed` for the post itself. */
@customElement('plein-thread')
export class PleinThread extends LitElement {
  @property({ attribute: false }) declare root: Post
  /** The reply that the address is of. */
  @property({ attribute: false }) focusId: string | null = null
  /** The reply to be changed at once. */
  @property({ attribute: false }) editId: string | null = null
  @property({ attribute: false }) draft: Draft | null = null
  @state() private answering: string | null = null
  @state() private fresh: ReadonlySet<string> = new Set()

  static readonly needs = [PleinComposer, PleinPager, PleinReply, PleinJoinFirst, PleinThreadHome]
  private readonly paged = new Paged<Post>(this, (cursor) => repliesTo(this.root.id, cursor))
  private stop: (() => void) | null = null
  private seen: ReturnType<typeof setTimeout> | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const stops = [
      listen(`post:${this.root.id}`, (event) => void this.hear(event)),
      // Of what arrives while one looks one is told a moment later.
      listen('me', ({ event }) => event === 'notification' && this.saw()),
    ]
    this.stop = () => {
      for (const stop of stops) stop()
    }
    if (this.draft?.inReplyTo && this.draft.inReplyTo !== this.root.id) this.answering = this.draft.inReplyTo
    void this.start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stop?.()
    clearTimeout(this.seen)
  }

  /** Opening is reading, once somebody looks. */
  private saw(): void {
    if (!me.value || looksAsAnother()) return
    clearTimeout(this.seen)
    if (document.visibilityState === 'visible') this.seen = setTimeout(() => void readThread(this.root.id).catch(() => undefined), 300)
    else document.addEventListener('visibilitychange', () => this.isConnected && this.saw(), { once: true })
  }

  private async start(): Promise<void> {
    await this.paged.reload()
    this.saw()
    const { focusId } = this
    if (!focusId) return
    for (let page = 0; page < mostPages && this.paged.next && !this.has(focusId); page++) await this.paged.more()
    await this.show(focusId)
  }

  private has(id: string): boolean {
    return this.paged.items.some((reply) => reply.id === id)
  }

  private async show(id: string): Promise<void> {
    await this.updateComplete
    await this.querySelector<PleinReply>('plein-reply')?.updateComplete
    const reply = document.getElementById(`post-${id}`)
    reply?.scrollIntoView({ block: 'center' })
    reply?.focus({ preventScroll: true })
    if (this.editId === id) await reply?.closest<PleinReply>('plein-reply')?.edit()
  }

  private async hear({ event, data }: LiveEvent): Promise<void> {
    const { postId } = data
    if (event === 'reset') await this.paged.reload()
    if (!postId) return
    if (event === 'reply.published') {
      // What lies beyond the pages fetched comes with its page.
      if (this.has(postId) || this.paged.next) return
      const reply = await postById(postId).catch(() => null)
      if (!reply || this.has(postId)) return
      this.fresh = new Set([...this.fresh, postId])
      this.add(reply)
      announce(t('thread.arrived', { name: reply.author?.name ?? t('thread.someone') }))
    } else if (event === 'post.changed' || event === 'reactions.changed') await this.renew(postId)
  }

  private async renew(id: string): Promise<void> {
    if (id !== this.root.id && !this.has(id)) return
    try {
      const post = await postById(id)
      if (id === this.root.id) this.dispatchEvent(new CustomEvent('post-changed', { bubbles: true, detail: post }))
      else this.paged.replace(post)
    } catch (error) {
      if (isStatus(error, 404) && id !== this.root.id) this.paged.drop(id)
    }
  }

  private add(reply: Post): void {
    if (this.has(reply.id)) return
    this.paged.items = [...this.paged.items, reply]
    this.requestUpdate()
  }

  private readonly onPublished = (event: CustomEvent<Post>): void => {
    event.stopPropagation()
    this.answering = null
    this.add(event.detail)
    void this.show(event.detail.id)
  }

  /** A reply that others answered leaves a stone; the server knows. */
  private readonly onDeleted = (event: CustomEvent<Post>): void => {
    event.stopPropagation()
    void this.renew(event.detail.id)
  }

  private readonly onChanged = (event: CustomEvent<Post>): void => {
    if (!this.has(event.detail.id)) return
    event.stopPropagation()
    this.paged.replace(event.detail)
  }

  private readonly onWanted = async (event: CustomEvent<Post>): Promise<void> => {
    this.answering = event.detail.id
    await this.updateComplete
    const composer = this.querySelector('plein-composer')
    await composer?.updateComplete
    composer?.focus()
  }

  /** Opens the box at the foot; used after joining. */
  async write(): Promise<void> {
    this.answering = null
    await this.updateComplete
    const composer = this.querySelector('plein-composer')
    await composer?.updateComplete
    composer?.focus()
  }

  private box(inReplyTo: string | null): TemplateResult {
    const mine = this.draft && (this.draft.inReplyTo ?? null) === (inReplyTo ?? this.root.id) ? this.draft : null
    return html`<div class="thread__box">
      <plein-composer .replyTo=${{ root: this.root, inReplyTo }} .draft=${mine} @post-published=${this.onPublished}></plein-composer>
      ${inReplyTo ? html`<button type="button" class="text-button" @click=${() => (this.answering = null)}>${t('thread.notToThis')}</button>` : nothing}
    </div>`
  }

  private one(reply: Post, top: Post): TemplateResult {
    const answered = reply !== top && reply.inReplyTo !== top.id ? (this.paged.items.find((one) => one.id === reply.inReplyTo) ?? null) : null
    return html`<plein-reply .post=${reply} .answers=${answered} ?fresh=${this.fresh.has(reply.id)}></plein-reply>${this.answering === reply.id ? this.box(reply.id) : nothing}`
  }

  private strand({ reply, answers }: Strand): TemplateResult {
    return html`<li>
      ${this.one(reply, reply)}
      ${answers.length ? html`<ol class="thread thread--inner" role="list">${repeat(answers, (one) => one.id, (one) => html`<li>${this.one(one, reply)}</li>`)}</ol>` : nothing}
    </li>`
  }

  override render(): TemplateResult {
    const { items, loaded, error, next } = this.paged
    const count = loaded && !next ? items.filter((reply) => !reply.deletedAt).length : this.root.replyCount
    const foot = this.root.can.reply ? (this.answering ? nothing : this.box(null)) : html`<plein-join-first .root=${this.root}></plein-join-first>`
    return html`<section class="replies" aria-labelledby="replies" @reply-wanted=${this.onWanted} @post-changed=${this.onChanged} @post-deleted=${this.onDeleted}>
      <h2 id="replies">${count ? t('post.replies', { count }) : t('thread.none')}</h2>
      ${this.root.elsewhere ? html`<plein-thread-home .root=${this.root} @replies-fetched=${() => void this.paged.reload()}></plein-thread-home>` : nothing} ${loaded ? nothing : error ? failure(error, () => void this.start()) : this.root.replyCount ? skeleton(2) : nothing}
      <ol class="thread" role="list">${repeat(strandsOf(items, this.root.id), ({ reply }) => reply.id, (strand) => this.strand(strand))}</ol>
      ${pager(this.paged)} ${foot}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plein-thread': PleinThread
  }
}
