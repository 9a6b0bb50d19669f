// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { Post } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { PleinMenu, type MenuItem } from '../../components/menu/menu.ts'
import { bookmark, deletePost } from '../../components/post-card/data.ts'
import { copyLink } from '../../components/post-card/post-card.ts'
import { underWay } from '../../components/post-card/under-way.ts'
import { PleinReactions } from '../../components/post-card/reactions.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { postById } from './data.ts'
import { hasReactions } from './has-reactions.ts'
import { PleinPostEdit } from './post-edit.ts'

/** One reply in a thread. Emits `reply-wanted`, `post-changed` and `post-deleted`, each with the reply. */
@customElement('plein-reply')
export class PleinReply extends LitElement {
  @property({ attribute: false }) declare post: Post
  /** Whom it answers, when that is not the first post. */
  @property({ attribute: false }) answers: Post | null = null
  @property({ type: Boolean }) fresh = false
  @state() private editing: Post | null = null

  static readonly needs = [PleinMenu, PleinReactions, PleinTime, PleinPostEdit]

  override createRenderRoot(): HTMLElement {
    return this
  }

  private tell(name: 'reply-wanted' | 'post-changed' | 'post-deleted', post: Post = this.post): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: post }))
  }

  /** Opens the text to be changed. */
  async edit(): Promise<void> {
    try {
      const post = await postById(this.post.id)
      if (post.can.edit) this.editing = post
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private readonly onEditDone = (event: CustomEvent<Post | null>): void => {
    this.editing = null
    if (event.detail) this.tell('post-changed', event.detail)
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('plein-menu button')?.focus())
  }

  private readonly askDelete = async (): Promise<void> => {
    if (!(await confirmDialog({ title: t('thread.delete.title'), text: t('thread.delete.text'), yes: t('action.delete'), danger: true }))) return
    try {
      await deletePost(this.post)
      toast(t('thread.deleted'))
      this.tell('post-deleted')
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private async toggleBookmark(): Promise<void> {
    const on = !this.post.bookmarked
    try {
      await bookmark(this.post.id, on)
      this.tell('post-changed', { ...this.post, bookmarked: on })
      toast(t(on ? 'thread.bookmarked' : 'thread.unbookmarked'))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private items(): MenuItem[] {
    const { post } = this
    const items: MenuItem[] = [{ label: t('post.copyLink'), icon: 'link', onChoose: () => void copyLink(post.url) }]
    if (post.can.bookmark) items.push({ label: t(post.bookmarked ? 'thread.unbookmark' : 'post.bookmark'), icon: 'bookmark', onChoose: () => void this.toggleBookmark() })
    if (post.revisionCount) items.push({ label: t('thread.history'), icon: 'history', onChoose: () => void import('./history-dialog.ts').then(({ showHistory }) => showHistory(post)) })
    if (me.value && hasReactions(post)) items.push({ label: t('thread.reactors'), icon: 'users', onChoose: () => void import('./reactors-dialog.ts').then(({ showReactors }) => showReactors(post)) })
    if (post.can.edit) items.push({ label: t('action.edit'), icon: 'pencil', onChoose: () => void this.edit() })
    if (post.can.delete) items.push({ label: t('action.delete'), icon: 'trash', danger: true, onChoose: () => void this.askDelete() })
    return items
  }

  private body(): TemplateResult {
    const { can } = this.post
    if (this.editing) return html`<plein-post-edit .post=${this.editing} @edit-done=${this.onEditDone}></plein-post-edit>`
    return html`<div class="prose">${unsafeHTML(this.post.html)}</div>
      ${underWay(this.post)} ${can.reply || can.react || hasReactions(this.post) ? this.actions() : nothing}`
  }

  private actions(): TemplateResult {
    return html`<div class="post__actions">
      ${this.post.can.reply ? html`<button type="button" class="text-button" @click=${() => this.tell('reply-wanted')}>${icon('message-circle')}${t('post.reply')}<span class="visually-hidden"> ${t('thread.to', { name: this.post.author?.name ?? '' })}</span></button>` : nothing}
      <plein-reactions .post=${this.post}></plein-reactions>
    </div>`
  }

  override render(): TemplateResult {
    const { author, building, publishedAt, editedAt, deletedAt, url, id } = this.post
    if (deletedAt || !author) return html`<article class="reply reply--gone" id="post-${id}" tabindex="-1"><p class="muted">${t('thread.tombstone')}</p></article>`
    return html`<article class="reply ${this.fresh ? 'reply--fresh' : ''}" id="post-${id}" tabindex="-1" aria-label=${t('thread.by', { name: author.name })}>
      <header class="post__head">
        ${avatar(author, 'sm')}
        <p class="reply__who">
          <a class="plain-link post__author" href=${author.url}>${author.name}</a> ${originBadge(author, building)}
          <span class="post__meta">
            ${this.answers ? html`<a class="plain-link" href="#post-${this.answers.id}">${t('thread.to', { name: this.answers.author?.name ?? t('thread.someone') })}</a> · ` : nothing}<a class="plain-link" href=${url}><plein-time at=${publishedAt}></plein-time></a>${editedAt ? html` · ${t('post.edited')}` : nothing}
          </span>
        </p>
        <plein-menu class="push" label=${t('thread.menu')} .items=${this.items()}></plein-menu>
      </header>
      <div class="reply__body">${this.body()}</div>
    </article>`
  }
}
