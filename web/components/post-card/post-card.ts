// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { Post } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { avatar, originBadge } from '../avatar/avatar.ts'
import { audienceBadge } from '../badge/badge.ts'
import { confirmDialog } from '../dialog/dialog.ts'
import { explain } from '../field/form-state.ts'
import { homeMark } from '../home-mark/home-mark.ts'
import { icon } from '../icon/icon.ts'
import { PleinMenu, type MenuItem } from '../menu/menu.ts'
import { PleinTime } from '../time/time.ts'
import { report, spareItems } from '../report/person-menu.ts'
import { me } from '../../state/session.ts'
import { toast } from '../toast/toast.ts'
import { bookmark, deletePost, pin } from './data.ts'
import { PleinReactions } from './reactions.ts'
import { tagsBelow } from './tags-below.ts'
import { underWay } from './under-way.ts'

/** Longer texts are cut in a feed. */
const longText = 700

/** Copies an address; says so. */
export async function copyLink(url: string): Promise<void> {
  await navigator.clipboard.writeText(new URL(url, location.href).href)
  toast(t('state.copied'))
}

/** A post in a feed or at the head of its thread (`full`). Emits `post-changed` and `post-deleted` with the post. */
@customElement('plein-post-card')
export class PleinPostCard extends LitElement {
  @property({ attribute: false }) declare post: Post
  @property({ type: Boolean }) full = false
  /** In a building's own feed its name needs no repeating. */
  @property({ type: Boolean }) hideBuilding = false
  @property({ type: Boolean }) hideGroup = false
  /** What the page adds to the menu. */
  @property({ attribute: false }) moreItems: MenuItem[] = []

  static readonly needs = [PleinMenu, PleinTime, PleinReactions]

  override createRenderRoot(): HTMLElement {
    return this
  }

  private tell(name: 'post-changed' | 'post-deleted', post: Post): void {
    this.post = post
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: post }))
  }

  private async switch(change: Partial<Post>, work: () => Promise<void>): Promise<void> {
    const before = this.post
    this.tell('post-changed', { ...before, ...change })
    try {
      await work()
    } catch (error) {
      this.tell('post-changed', before)
      toast(explain(error), { tone: 'error' })
    }
  }

  private readonly toggleBookmark = (): void => {
    const on = !this.post.bookmarked
    void this.switch({ bookmarked: on }, () => bookmark(this.post.id, on))
  }

  private readonly togglePin = (): void => {
    const on = !this.post.pinned
    void this.switch({ pinned: on }, () => pin(this.post.id, on))
  }

  private readonly askDelete = async (): Promise<void> => {
    if (!(await confirmDialog({ title: t('post.delete.title'), text: t('post.delete.text'), yes: t('action.delete'), danger: true }))) return
    try {
      await deletePost(this.post)
      toast(t('post.deleted'))
      this.tell('post-deleted', this.post)
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private menuItems(): MenuItem[] {
    const { can, url, pinned } = this.post
    const items: MenuItem[] = [{ label: t('post.copyLink'), icon: 'link', onChoose: () => void copyLink(url) }, ...this.moreItems]
    if (can.pin) items.push({ label: pinned ? t('post.unpin') : t('post.pin'), icon: pinned ? 'pinned-off' : 'pin', onChoose: this.togglePin })
    if (can.edit) items.push({ label: t('action.edit'), icon: 'pencil', href: `/posts/${this.post.id}?edit=1` })
    const { author, building, id } = this.post
    if (author?.handle !== me.value?.handle || !author) items.push({ label: t('report.do'), icon: 'alert-triangle', onChoose: () => void report(t('report.post'), { postId: id }, building, author) })
    items.push(...spareItems(author, () => this.dispatchEvent(new CustomEvent('person-spared', { bubbles: true, detail: author }))))
    if (can.delete) items.push({ label: t('action.delete'), icon: 'trash', danger: true, onChoose: () => void this.askDelete() })
    return items
  }

  private heading(): TemplateResult | typeof nothing {
    const { title, url, kind } = this.post
    if (!title) return kind === 'question' ? html`<p class="post__kind">${t('post.question')}</p>` : nothing
    return this.full ? html`<h1 tabindex="-1">${title}</h1>` : html`<h3 class="post__title"><a class="plain-link" href=${url}>${title}</a></h3>`
  }

  private byline(): TemplateResult {
    const { author, building, group, publishedAt, editedAt, pinned, url, audience } = this.post
    return html`<header class="post__head">
      ${avatar(author ?? { name: '?' })}
      <div>
        <p>${author ? html`<a class="plain-link post__author" href=${author.url}>${author.name}</a> ${originBadge(author, building)}` : nothing}</p>
        <p class="post__meta">
          ${this.hideBuilding ? nothing : html`${t('post.in')} <a href=${building.url}>${building.name}</a> ${homeMark(building.slug)} · `}${group && !this.hideGroup ? html`${t('post.inGroup')} <a href=${group.url}>${group.name}</a> · ` : nothing}<a class="plain-link" href=${url}><plein-time at=${publishedAt}></plein-time></a>
          ${editedAt ? html` · <span>${t('post.edited')}</span>` : nothing}${this.post.shareCount ? html` · <span>${t('post.shared', { count: this.post.shareCount })}</span>` : nothing} · ${audienceBadge(audience, group ?? building)}
        </p>
      </div>
      ${this.post.withheld ? html`<span class="badge badge--brick push">${icon('eye-off')}${t(`held.${this.post.withheld}`)}</span>` : nothing} ${pinned ? html`<span class="badge badge--sun push">${icon('pin')}${t('post.pinned')}</span>` : nothing}
    </header>`
  }

  private actions(cut: boolean): TemplateResult {
    const { url, replyCount, can, bookmarked } = this.post
    const tags = tagsBelow(this.post, cut)
    return html`${tags.length ? html`<p class="post__tags">${tags.map((tag) => html`<a class="tag" href="/tags/${encodeURIComponent(tag)}">#${tag}</a>`)}</p>` : nothing}
      <div class="post__actions">
        ${this.full ? nothing : html`<a class="text-button" href=${url}>${icon('message-circle')}<span class="post__words">${replyCount ? t('post.replies', { count: replyCount }) : can.reply ? t('post.reply') : t('post.replies', { count: 0 })}</span><span class="post__number" aria-hidden="true">${replyCount || nothing}</span></a>`}
        <plein-reactions .post=${this.post}></plein-reactions>
        <span class="push row">
          ${can.bookmark
            ? html`<button type="button" class="icon-button ${bookmarked ? 'icon-button--on' : ''}" aria-pressed=${bookmarked} aria-label=${t('post.bookmark')} title=${t('post.bookmark')} @click=${this.toggleBookmark}>${icon('bookmark')}</button>`
            : nothing}
          <plein-menu label=${t('post.menu')} .items=${this.menuItems()}></plein-menu>
        </span>
      </div>`
  }

  override render(): TemplateResult {
    const { post } = this
    if (post.deletedAt) return html`<article class="post post--gone"><p class="muted">${t('post.tombstone')}</p></article>`
    const cut = !this.full && post.text.length > longText
    return html`<article class="post" @post-changed=${(event: CustomEvent<Post>) => (this.post = event.detail)}>
      ${this.byline()} ${this.heading()}
      <div class="prose ${cut ? 'post__cut' : ''}">${unsafeHTML(post.html)}</div>
      ${cut ? html`<p><a class="post__more" href=${post.url}>${t('post.readOn')}<span class="visually-hidden">: ${post.title ?? post.author?.name}</span></a></p>` : nothing} ${underWay(post)} ${this.actions(cut)}
    </article>`
  }
}
