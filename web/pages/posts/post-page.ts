// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isStatus } from '../../api/problem.ts'
import { isOnSquare, placeAddress } from '../../api/place-address.ts'
import type { Building, Draft, Post } from '../../api/types.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { homeMark } from '../../components/home-mark/home-mark.ts'
import { PleinHearingMenu } from '../../components/hearing/hearing-menu.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import type { MenuItem } from '../../components/menu/menu.ts'
import { PleinPostCard } from '../../components/post-card/post-card.ts'
import { t } from '../../i18n/t.ts'
import { navigate, setGuard, setQuery } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { viewing } from '../../state/view-as.ts'
import { draftById, placeOf, postById } from './data.ts'
import { placeAside } from './place-aside.ts'
import { PleinPostEdit } from './post-edit.ts'
import { hasReactions } from './has-reactions.ts'
import { PleinThread } from './thread.ts'

type Shown = { root: Post; focusId: string | null; editId: string | null; draft: Draft | null }

/** "/posts/{id}": a post with its replies; the address of a reply shows it within its thread. */
@customElement('plein-post-page')
export class PleinPostPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private editing: Post | null = null
  @state() private place: Building | null = null

  static readonly needs = [PleinHearingMenu, PleinPostCard, PleinPostEdit, PleinThread]
  private readonly shown = new Loaded<Shown>(this, (signal) => this.load(signal), { title: ({ root }) => titleOf(root) })

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    setGuard(() => this.querySelector('plein-post-edit')?.dirty ?? false, askLeave)
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('search') || this.search.has('edit') || !this.editing) return
    this.editing = null
  }

  private async load(signal: AbortSignal): Promise<Shown> {
    const draftId = this.search.get('draft')
    const [found, draft] = await Promise.all([postById(this.params['id'] ?? '', signal), draftId && me.value ? draftById(draftId).catch(() => null) : null])
    const root = found.root && found.root !== found.id ? await postById(found.root, signal) : found
    if (this.search.has('edit') && root === found) queueMicrotask(() => void this.edit(found))
    const at = root.group ?? root.building
    if (!isOnSquare(at)) void placeOf(placeAddress(at), signal).then((place) => (this.place = place), () => undefined)
    const pointed = /^#post-([0-9a-f-]{36})$/.exec(location.hash)?.[1] ?? null
    return { root, focusId: root === found ? pointed : found.id, editId: root !== found && this.search.has('edit') ? found.id : null, draft }
  }

  /** A message is changed here; what has a rich text goes to the editor. */
  private async edit(post: Post): Promise<void> {
    if (!post.can.edit) return
    if (post.kind === 'article' || post.source?.format === 'html') await navigate(`/write?post=${post.id}`, { replace: true })
    else this.editing = post
  }

  private change(root: Post): void {
    const { value } = this.shown
    // Live events carry no source; the one we have is old after a change.
    if (value && root.id === value.root.id) this.shown.set({ ...value, root })
  }

  private readonly onChanged = (event: CustomEvent<Post>): void => this.change(event.detail)

  private readonly onDeleted = async (event: CustomEvent<Post>): Promise<void> => {
    const { building } = event.detail
    try {
      // With replies by others a stone stays.
      this.change(await postById(event.detail.id))
    } catch (error) {
      if (isStatus(error, 404)) await navigate(building.url, { replace: true })
    }
  }

  private readonly onEditDone = (event: CustomEvent<Post | null>): void => {
    this.editing = null
    if (event.detail) this.change(event.detail)
    setQuery({ edit: null })
  }

  private readonly onEditPress = async (event: Event): Promise<void> => {
    const link = (event.target as HTMLElement).closest('a')
    const { value } = this.shown
    if (!value || !link || !link.search.includes('edit=1') || link.pathname !== location.pathname) return
    event.preventDefault()
    await this.edit(value.root.source ? value.root : await postById(value.root.id))
  }

  private readonly onJoined = async (): Promise<void> => {
    await this.shown.reload()
    await this.updateComplete
    await this.querySelector('plein-thread')?.write()
  }

  private menu(root: Post): MenuItem[] {
    const items: MenuItem[] = []
    if (root.revisionCount) items.push({ label: t('thread.history'), icon: 'history', onChoose: () => void import('./history-dialog.ts').then(({ showHistory }) => showHistory(root)) })
    if (me.value && hasReactions(root)) items.push({ label: t('thread.reactors'), icon: 'users', onChoose: () => void import('./reactors-dialog.ts').then(({ showReactors }) => showReactors(root)) })
    return items
  }

  private head({ id, building, group, title, deletedAt }: Post): TemplateResult {
    return html`<div class="thread-head">
        <p class="thread-place"><a href=${building.url}>${gableMark(building.slug, building.access)}<span>${building.name}</span></a> ${homeMark(building.slug)}${group ? html` · <a href=${group.url}>${group.name}</a>` : nothing}</p>
        ${me.value && !viewing.value ? html`<plein-hearing-menu kind="threads" of=${id} name=${t('hear.thisThread')}></plein-hearing-menu>` : nothing}
      </div>
      ${title && !deletedAt && !this.editing ? nothing : html`<h1 class="visually-hidden" tabindex="-1">${titleOf(this.shown.value?.root)}</h1>`}`
  }

  override render(): unknown {
    return this.shown.render(
      ({ root, focusId, editId, draft }) => html`<div class="columns columns--thread" @joined=${this.onJoined}>
        <div>
        ${this.head(root)}
        ${this.editing
          ? html`<plein-post-edit .post=${this.editing} @edit-done=${this.onEditDone}></plein-post-edit>`
          : html`<plein-post-card full hideBuilding .post=${root} .moreItems=${this.menu(root)} @click=${this.onEditPress} @post-changed=${this.onChanged} @post-deleted=${this.onDeleted}></plein-post-card>`}
        <plein-thread .root=${root} .focusId=${focusId} .editId=${editId} .draft=${draft} @post-changed=${this.onChanged}></plein-thread>
        </div>
        ${placeAside(this.place)}
      </div>`,
    )
  }
}

/** What the page is called: a message without a title is named after its writer. */
function titleOf(post: Post | undefined): string {
  if (!post || post.deletedAt || !post.author) return t('post.tombstone')
  return post.title ?? t(post.kind === 'question' ? 'thread.questionBy' : 'thread.messageBy', { name: post.author.name, place: post.building.name })
}
