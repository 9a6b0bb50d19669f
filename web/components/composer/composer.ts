// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import { OfflineError } from '../../api/problem.ts'
import { placeAddress, placePath } from '../../api/place-address.ts'
import type { Audience, Draft, NewPost, PlaceRef, Post, PostKind } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { sendLater } from '../../offline/sending.ts'
import { navigate } from '../../router.ts'
import { lastBuilding, setLastBuilding } from '../../state/preferences.ts'
import { carryText } from '../../state/carried-text.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { audienceBadge, audienceText } from '../badge/badge.ts'
import { FormState } from '../field/form-state.ts'
import { fieldError, formFault } from '../field/field.ts'
import { gableMark } from '../gable/gable.ts'
import { MentionList } from '../mention-list/mention-list.ts'
import { toast } from '../toast/toast.ts'
import { publish, reply, replyBody, takeBack } from './data.ts'
import { PleinAskLink } from './ask-link.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { PleinNewcomerRules } from './newcomer-rules.ts'
import { PleinSimilarQuestions } from './similar-questions.ts'
import { draftPlace } from './draft-place.ts'
import { audiencesFor, inferKind } from './inference.ts'

let counter = 0

/** The one box. Emits `post-published` with the post. */
@customElement('plein-composer')
export class PleinComposer extends LitElement {
  /** The building to write in; without it the writer chooses among their own. */
  @property({ attribute: false }) building: PlaceRef | null = null
  /** A reply: the thread, and the reply it answers when it is not the first post. */
  @property({ attribute: false }) replyTo: { root: Post; inReplyTo: string | null } | null = null
  @property({ attribute: false }) draft: Draft | null = null
  @state() private text = ''
  @state() private chosen: string | null = null
  @state() private audience: Audience | null = null
  @state() private kind: PostKind | null = null
  /** Somebody came to write: before that nothing is asked of the server. */
  @state() private entered = false

  static readonly needs = [PleinAskLink, PleinNewcomerRules, PleinSimilarQuestions]
  private readonly id_ = `composer-${++counter}`
  private readonly form = new FormState(this)
  private readonly mentions = new MentionList(this, () => (this.place ? (placeAddress(this.place).split('/')[0] ?? null) : null), (start, handle) => this.insertMention(start, handle))
  private drafts = new DraftKeeper('square', () => this.requestUpdate())

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.drafts = new DraftKeeper(draftPlace(this.replyTo, this.building && { slug: placeAddress(this.building) }), () => this.requestUpdate())
    void this.restore(this.drafts)
  }

  private async restore(drafts: DraftKeeper): Promise<void> {
    const draft = await drafts.restore(this.draft)
    if (!draft || drafts !== this.drafts) return
    this.text = draft.body
    this.chosen = draft.buildingSlug ?? null
    this.audience = draft.audience ?? null
    this.kind = draft.kind
    this.requestUpdate()
  }

  private get place(): PlaceRef | null {
    if (this.replyTo) return this.replyTo.root.group ?? this.replyTo.root.building
    if (this.building) return this.building
    const mine = me.value?.buildings ?? []
    const slug = this.chosen ?? lastBuilding()
    return mine.find((building) => building.slug === slug) ?? mine[0] ?? null
  }

  private get readers(): Audience {
    if (this.replyTo) return this.replyTo.root.audience
    const allowed = this.place ? audiencesFor(this.place, !!me.value?.isStaff) : []
    return this.audience && allowed.includes(this.audience) ? this.audience : (allowed[0] ?? 'members')
  }

  /** As a draft names it. */
  private get where_(): { buildingSlug: string | null; groupSlug: string | null } {
    const [buildingSlug = null, , groupSlug = null] = this.place ? placeAddress(this.place).split('/') : []
    return { buildingSlug, groupSlug }
  }

  private get box(): HTMLTextAreaElement | null {
    return this.querySelector('textarea')
  }

  override focus(): void {
    this.box?.focus()
    this.box?.scrollIntoView({ block: 'center' })
  }

  private write(text: string): void {
    this.text = text
    this.form.check({})
    if (text.trim()) this.drafts.keep(this.asDraft)
    else void this.drafts.drop()
  }

  private get asDraft(): Omit<Draft, 'id'> {
    return {
      kind: this.kind ?? inferKind(this.text),
      body: this.text,
      format: 'markdown',
      ...this.where_,
      audience: this.readers,
      ...(this.replyTo ? { inReplyTo: this.replyTo.inReplyTo ?? this.replyTo.root.id } : {}),
    }
  }

  private readonly onInput = (event: Event): void => {
    const box = event.target as HTMLTextAreaElement
    this.write(box.value)
    void this.mentions.onInput(box)
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (this.mentions.onKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.submit(event)
  }

  private insertMention(start: number, handle: string): void {
    const { box } = this
    if (!box) return
    const after = this.text.slice(box.selectionStart)
    this.write(`${this.text.slice(0, start)}@${handle} ${after}`)
    const caret = start + handle.length + 2
    void this.updateComplete.then(() => box.setSelectionRange(caret, caret))
  }

  private get newPost(): NewPost {
    return { kind: this.kind ?? inferKind(this.text), body: this.text, format: 'markdown', audience: this.readers }
  }

  private send(place: PlaceRef): Promise<Post> {
    // One key per text, so that a second press after a lost answer does not place it twice.
    const { id } = this.drafts
    return this.replyTo ? reply(this.replyTo.root.id, replyBody(this.text, this.replyTo.inReplyTo), id) : publish(placeAddress(place), this.newPost, id)
  }

  /** Without a line it goes into the outbox, and is sent from there. */
  private async sendOrKeep(place: PlaceRef): Promise<Post | 'later'> {
    const draft: Draft = { ...this.asDraft, id: this.drafts.id }
    try {
      return await this.send(place)
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error
      const what = this.replyTo
        ? { path: `/posts/${this.replyTo.root.id}/replies`, body: replyBody(this.text, this.replyTo.inReplyTo) }
        : { path: `${placePath(placeAddress(place))}/posts`, body: this.newPost }
      await sendLater({ id: draft.id, ...what, draft, where: place.name }).catch(() => Promise.reject(error))
      return 'later'
    }
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { place } = this
    if (!place || !this.form.check({ body: this.text.trim() ? null : t('composer.empty') })) return
    const written = this.text
    const post = await this.form.send(() => this.sendOrKeep(place))
    if (!post) return
    if (!this.replyTo && !this.building) setLastBuilding(place.slug)
    if (post === 'later') {
      this.text = ''
      this.kind = null
      void this.drafts.giveToOutbox()
      return toast(t('outbox.later'))
    }
    this.clear()
    if (post.withheld === 'waiting') return void toast(t('held.note.waiting'))
    toast(t(this.replyTo ? 'composer.replied' : 'composer.posted'), { undo: () => void this.undo(post, written) })
    this.dispatchEvent(new CustomEvent('post-published', { bubbles: true, detail: post }))
  }

  private async undo(post: Post, written: string): Promise<void> {
    await takeBack(post.id)
    this.dispatchEvent(new CustomEvent('post-deleted', { bubbles: true, detail: post }))
    this.write(written)
  }

  private clear(): void {
    this.text = ''
    this.kind = null
    void this.drafts.drop()
  }

  private readonly discard = (): void => {
    const written = this.text
    this.clear()
    toast(t('composer.discarded'), { undo: () => this.write(written) })
    this.box?.focus()
  }

  private where(place: PlaceRef): TemplateResult {
    const mine = me.value?.buildings ?? []
    if (this.building || this.replyTo || mine.length < 2) return html`<span class="composer__place">${gableMark(place.slug, place.access)}<b>${place.name}</b></span>`
    return html`<span class="composer__place">
      ${gableMark(place.slug, place.access)}
      <select class="control" aria-label=${t('composer.where')} @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
        ${mine.map((building) => html`<option value=${building.slug} .selected=${building.slug === place.slug}>${building.name}</option>`)}
      </select>
    </span>`
  }

  /** Where not everybody reads, one should know that outsiders do. */
  private guests(place: PlaceRef): TemplateResult | typeof nothing {
    const count = me.value?.buildings.flatMap((mine) => [mine, ...mine.groups]).find((mine) => mine.id === place.id)?.guestCount ?? 0
    return count ? html` <span class="badge badge--sun">${t('guest.reading', { count })}</span>` : nothing
  }

  private readersChoice(place: PlaceRef): TemplateResult {
    const allowed = audiencesFor(place, !!me.value?.isStaff)
    if (this.replyTo || allowed.length < 2) return html`<span class="composer__readers">${audienceBadge(this.readers, place)}${this.guests(place)}</span>`
    return html`<select class="control composer__readers" aria-label=${t('audience.label')} @change=${(event: Event) => (this.audience = (event.target as HTMLSelectElement).value as Audience)}>
      ${allowed.map((audience) => html`<option value=${audience} .selected=${audience === this.readers}>${audienceText(audience, place)}</option>`)}
    </select>`
  }

  /** An article needs a title and room: its text goes along to the editor. */
  private chooseKind(kind: PostKind): void {
    if (kind !== 'article') {
      this.kind = kind
      return
    }
    const id = this.drafts.moveTo((draftId) => `article.${draftId}`, { kind, body: this.text, format: 'markdown', ...this.where_, audience: this.readers })
    this.text = ''
    void navigate(`/write?draft=${id}`)
  }

  private kindChoice(): TemplateResult | typeof nothing {
    if (this.replyTo || !this.text.trim()) return nothing
    const kind = this.kind ?? inferKind(this.text)
    return html`<select class="control composer__kind" aria-label=${t('composer.kind')} @change=${(event: Event) => this.chooseKind((event.target as HTMLSelectElement).value as PostKind)}>
      ${(['message', 'question', 'article'] as const).map((one) => html`<option value=${one} .selected=${one === kind}>${t(one === 'article' ? 'composer.article' : `post.${one}`)}</option>`)}
    </select>`
  }

  /** What was asked already, and for civil servants a wider circle. The draft stays until the question is asked there. */
  private besideQuestion(place: PlaceRef): TemplateResult | typeof nothing {
    if (this.replyTo || !this.text.trim() || (this.kind ?? inferKind(this.text)) !== 'question') return nothing
    return html`<plein-similar-questions .text=${this.text} .building=${place.slug}></plein-similar-questions>
      ${me.value?.isStaff ? html`<plein-ask-link .text=${this.text} @ask=${() => carryText({ text: this.text, placed: () => void this.drafts.drop() })}></plein-ask-link>` : nothing}`
  }

  private draftLine(): TemplateResult | typeof nothing {
    const { state } = this.drafts
    if (!this.text || state === 'none') return nothing
    return html`<p class="composer__draft">${t(state === 'kept' ? 'composer.draftKept' : 'composer.draftHere')} · <button type="button" class="text-button text-button--link" @click=${this.discard}>${t('composer.discard')}</button></p>`
  }

  override render(): TemplateResult | typeof nothing {
    const { place } = this
    if (!me.value) return nothing
    if (!place) return html`<div class="composer composer--none"><p>${t('composer.noBuilding')}</p><a class="button" href="/buildings">${t('composer.find')}</a></div>`
    const error = this.form.error('body')
    const label = t(this.replyTo ? 'composer.replyLabel' : 'composer.label')
    return html`<form class="composer" novalidate @submit=${this.submit}>
      <label class="visually-hidden" for=${this.id_}>${label}</label>
      <div class="composer__box">
        <textarea
          id=${this.id_}
          name="body"
          rows="2"
          placeholder=${t(this.replyTo ? 'composer.replyPlaceholder' : 'composer.placeholder')}
          .value=${live(this.text)}
          aria-autocomplete="list"
          aria-controls=${ifDefined(this.mentions.controls)}
          aria-activedescendant=${ifDefined(this.mentions.activeId)}
          aria-invalid=${ifDefined(error ? 'true' : undefined)}
          aria-describedby=${ifDefined(error ? `${this.id_}-error` : undefined)}
          @focus=${() => (this.entered = true)}
          @input=${this.onInput}
          @keydown=${this.onKey}
          @blur=${() => this.mentions.close()}
        ></textarea>
        ${this.mentions.render()}
      </div>
      ${fieldError(`${this.id_}-error`, error)} ${formFault(this.form)} ${this.draftLine()}
      ${this.besideQuestion(place)} ${this.entered ? html`<plein-newcomer-rules .place=${place}></plein-newcomer-rules>` : nothing}
      <div class="composer__foot">
        <div class="composer__choices">${this.where(place)} ${this.readersChoice(place)} ${this.kindChoice()}</div>
        <button class="button button--primary" aria-disabled=${this.form.busy}>${t(this.replyTo ? 'composer.submitReply' : 'composer.submit')}</button>
      </div>
    </form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plein-composer': PleinComposer
  }
}
