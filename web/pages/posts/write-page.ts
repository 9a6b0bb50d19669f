// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { OfflineError } from '../../api/problem.ts'
import { addressIn, placeAddress, placePath } from '../../api/place-address.ts'
import type { Audience, BodyFormat, Draft, MyPlace, NewPost, PlaceRef, Post } from '../../api/types.ts'
import { audienceBadge, audienceText } from '../../components/badge/badge.ts'
import { audiencesFor } from '../../components/composer/inference.ts'
import { DraftKeeper } from '../../components/composer/draft-keeper.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { formFault, inputField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty, forbiddenPage } from '../../components/loaded/states.ts'
import { PleinTagsInput } from '../../components/tags-input/tags-input.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { sendLater } from '../../offline/sending.ts'
import { clearGuard, navigate, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { lastBuilding, setLastBuilding } from '../../state/preferences.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { PleinArticleBody } from './article-body.ts'
import { draftById, editPost, postById, publishArticle } from './data.ts'

type Opened = { post: Post | null }

/** "/write": an article, new (?building, ?draft) or to be changed (?post). */
@customElement('plein-write-page')
export class PleinWritePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private titleText = ''
  @state() private body = ''
  @state() private format: BodyFormat = 'html'
  @state() private tags: string[] = []
  @state() private slug: string | null = null
  @state() private audience: Audience | null = null
  private changed = false

  static readonly needs = [PleinArticleBody, PleinTagsInput]
  private readonly form = new FormState(this)
  private readonly opened = new Loaded<Opened>(this, (signal) => this.open(signal), { title: ({ post }) => t(post ? 'write.editTitle' : 'write.title') })
  private drafts = new DraftKeeper('article.new', () => this.requestUpdate())

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    // What the account keeps can be left; what only this tab or this device knows is asked about.
    setGuard(() => this.changed && (!!this.search.get('post') || this.drafts.state !== 'kept'), askLeave)
  }

  private async open(signal: AbortSignal): Promise<Opened> {
    const postId = this.search.get('post')
    const draftId = this.search.get('draft')
    const post = postId ? await postById(postId, signal) : null
    const place = post ? `edit.${post.id}` : draftId ? `article.${draftId}` : 'article.new'
    this.drafts = new DraftKeeper(place, () => this.requestUpdate(), !post)
    const draft = (await this.drafts.restore(null)) ?? (draftId ? await this.drafts.restore(await draftById(draftId).catch(() => null)) : null)
    this.slug = post ? placeAddress(post.group ?? post.building) : addressIn({ slug: draft?.buildingSlug ?? this.search.get('building') ?? '', groupSlug: (draft ? draft.groupSlug : this.search.get('group')) ?? '' }) || null
    this.titleText = draft?.title ?? post?.title ?? ''
    this.body = draft?.body ?? post?.source?.body ?? ''
    this.format = (draft ?? post?.source)?.format ?? 'html'
    this.tags = draft?.tags ?? post?.tags ?? []
    this.audience = draft?.audience ?? post?.audience ?? null
    this.changed = !!(post && draft)
    return { post }
  }

  /** The buildings and groups that one is in. */
  private get mine(): MyPlace[] {
    return (me.value?.buildings ?? []).flatMap((building) => [building, ...building.groups])
  }

  private get place(): PlaceRef | null {
    const post = this.opened.value?.post
    if (post) return post.group ?? post.building
    const mine = this.mine
    const slug = this.slug ?? lastBuilding()
    return mine.find((one) => placeAddress(one) === slug) ?? mine[0] ?? null
  }

  private get readers(): Audience {
    const allowed = this.place ? audiencesFor(this.place, !!me.value?.isStaff) : []
    return this.audience && allowed.includes(this.audience) ? this.audience : (allowed[0] ?? 'members')
  }

  private get asDraft(): Omit<Draft, 'id'> {
    const { titleText: title, body, format, tags } = this
    const [buildingSlug, , groupSlug] = this.place ? placeAddress(this.place).split('/') : []
    return { kind: 'article', title, body, format, tags, buildingSlug: buildingSlug ?? null, groupSlug: groupSlug ?? null, audience: this.readers }
  }

  private keep(): void {
    this.changed = true
    if (this.titleText.trim() || this.body.trim()) this.drafts.keep(this.asDraft)
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { place } = this
    const post = this.opened.value?.post ?? null
    const needsTitle = post?.kind === 'message' ? null : t('composer.needsTitle')
    if (!place || !this.form.check({ title: this.titleText.trim() ? null : needsTitle, body: this.body.trim() ? null : t('composer.empty') })) return
    const title = this.titleText.trim()
    const { body, format, tags } = this
    const saved = await this.form.send(() => (post ? editPost(post.id, { ...(title ? { title } : {}), body, format, tags }) : this.publish(place, { kind: 'article', title, body, format, audience: this.readers, tags })))
    if (!saved) return
    if (saved === 'later') {
      this.changed = false
      clearGuard()
      await this.drafts.giveToOutbox()
      await navigate('/drafts', { replace: true })
      return toast(t('outbox.later'))
    }
    setLastBuilding(placeAddress(place))
    await this.leave(saved.url)
    toast(t(post ? 'state.saved' : 'write.published'))
  }

  /** Without a line it goes into the outbox, and is sent from there. */
  private async publish(place: PlaceRef, article: NewPost): Promise<Post | 'later'> {
    const { id } = this.drafts
    try {
      return await publishArticle(placeAddress(place), article, id)
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error
      const draft: Draft = { ...this.asDraft, id }
      await sendLater({ id, path: `${placePath(placeAddress(place))}/posts`, body: article, draft, where: place.name }).catch(() => Promise.reject(error))
      return 'later'
    }
  }

  private async leave(to: string): Promise<void> {
    this.changed = false
    clearGuard()
    void this.drafts.drop()
    await navigate(to, { replace: true })
  }

  private readonly discard = async (): Promise<void> => {
    const post = this.opened.value?.post ?? null
    const yes = await confirmDialog({ title: t(post ? 'write.revert.title' : 'write.discard.title'), text: t(post ? 'write.revert.text' : 'write.discard.text'), yes: t('composer.discard'), danger: true })
    if (yes) await this.leave(post?.url ?? this.place?.url ?? '/')
  }

  private draftState(): TemplateResult {
    const { state } = this.drafts
    const text = state === 'kept' ? t('composer.draftKept') : state === 'here' ? t('composer.draftHere') : ''
    return html`<p class="muted small" role="status">${text}</p>`
  }

  private choices(post: Post | null, place: PlaceRef): TemplateResult {
    const { mine } = this
    const allowed = audiencesFor(place, !!me.value?.isStaff)
    if (post) return html`<div class="composer__choices"><span class="composer__place">${gableMark(place.slug, place.access)}<b>${place.name}</b></span>${audienceBadge(post.audience, place)}</div>`
    return html`<div class="composer__choices">
      <span class="composer__place">
        ${gableMark(place.slug, place.access)}
        <select class="control" aria-label=${t('composer.where')} @change=${(event: Event) => ((this.slug = (event.target as HTMLSelectElement).value), this.keep())}>
          ${mine.map((building) => html`<option value=${placeAddress(building)} .selected=${building.id === place.id}>${building.name}</option>`)}
        </select>
      </span>
      ${allowed.length < 2
        ? html`<span class="composer__readers">${audienceBadge(this.readers, place)}</span>`
        : html`<select class="control composer__readers" aria-label=${t('audience.label')} @change=${(event: Event) => ((this.audience = (event.target as HTMLSelectElement).value as Audience), this.keep())}>
            ${allowed.map((audience) => html`<option value=${audience} .selected=${audience === this.readers}>${audienceText(audience, place)}</option>`)}
          </select>`}
    </div>`
  }

  private writer(post: Post | null, place: PlaceRef): TemplateResult {
    return html`<form class="page page--reading writer" novalidate @submit=${this.submit}>
      <div class="row row--apart">
        <h1 tabindex="-1">${t(post ? 'write.editTitle' : 'write.title')}</h1>
        ${this.draftState()}
      </div>
      <div class="writer__title">
        ${inputField({ form: this.form, name: 'title', label: t('composer.title'), optional: post?.kind === 'message', value: this.titleText, maxlength: 200, autocomplete: 'off', autofocus: !post, onInput: (value) => ((this.titleText = value), this.keep()) })}
      </div>
      <plein-article-body
        .body=${this.body}
        .format=${this.format}
        building=${placeAddress(place).split('/')[0]}
        .error=${this.form.error('body')}
        @body-changed=${(event: CustomEvent<{ body: string; format: BodyFormat }>) => {
          this.body = event.detail.body
          this.format = event.detail.format
          this.form.mend('body')
          this.keep()
        }}
      ></plein-article-body>
      <plein-tags-input .tags=${this.tags} @tags-changed=${(event: CustomEvent<string[]>) => ((this.tags = event.detail), this.keep())}></plein-tags-input>
      ${formFault(this.form)}
      <div class="writer__foot">
        ${this.choices(post, place)}
        <div class="row push">
          <button type="button" class="button" @click=${this.discard}>${t('composer.discard')}</button>
          <button class="button button--primary" aria-disabled=${this.form.busy}>${t(post ? 'action.save' : 'composer.submit')}</button>
        </div>
      </div>
    </form>`
  }

  override render(): unknown {
    return this.opened.render(({ post }) => {
      if (post && !post.can.edit) return forbiddenPage()
      const { place } = this
      if (!place) return html`<div class="page page--reading stack"><h1 tabindex="-1">${t('write.title')}</h1>${empty(t('composer.noBuilding'), { label: t('composer.find'), href: '/buildings' })}</div>`
      return this.writer(post, place)
    })
  }
}
