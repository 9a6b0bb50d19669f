// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { get } from '../../api/request.ts'
import { OfflineError } from '../../api/problem.ts'
import { PleinComposer } from '../../components/composer/composer.ts'
import { deleteDraft, saveDraft } from '../../components/composer/data.ts'
import type { Draft, List } from '../../api/types.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { type LocalDraft, localDrafts } from '../../offline/drafts.ts'
import { outbox } from '../../offline/sending.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { draftAddress, excerptOf } from './draft-address.ts'
import { PleinOutboxList } from './outbox-list.ts'

/** "/drafts": what was begun and not yet placed. */
@customElement('plein-drafts-page')
export class PleinDraftsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  /** On this device, shown when the account cannot be asked. */
  @state() private local: LocalDraft[] = []

  static readonly needs = [PleinComposer, PleinOutboxList, PleinPager, PleinTime]
  private readonly paged = new Paged<Draft>(this, (cursor) => get<List<Draft>>('/drafts', { cursor }))

  constructor() {
    super()
    new Watch(this, outbox)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.look()
    window.addEventListener('online', this.look)
    window.addEventListener('plein-outbox-sent', this.look)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('online', this.look)
    window.removeEventListener('plein-outbox-sent', this.look)
  }

  private readonly look = async (): Promise<void> => {
    await this.paged.reload()
    this.local = me.value ? await localDrafts(me.value.id).catch(() => []) : []
  }

  override firstUpdated(): void {
    showPage(this, t('drafts.title'))
  }

  private async discard(draft: Draft): Promise<void> {
    try {
      await deleteDraft(draft.id)
      this.paged.drop(draft.id)
      toast(t('composer.discarded'), { undo: () => void this.restore(draft) })
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private async restore(draft: Draft): Promise<void> {
    try {
      await saveDraft(draft)
      await this.paged.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(draft: Draft): TemplateResult {
    const place = me.value?.buildings.find((one) => one.slug === draft.buildingSlug)
    const name = draft.title || excerptOf(draft) || t('drafts.untitled')
    return html`<li class="line">
      <span class="line__mark">${icon(draft.kind === 'article' ? 'article' : draft.inReplyTo ? 'message-circle' : 'notebook')}</span>
      <div class="line__text">
        <a href=${draftAddress(draft)}>${name}</a>
        <small class="muted"
          >${draft.inReplyTo ? t('drafts.reply') : t(`post.${draft.kind}`)}${place ? ` · ${place.name}` : ''}${draft.updatedAt ? html` · <plein-time at=${draft.updatedAt}></plein-time>` : ''}</small
        >
      </div>
      <button type="button" class="icon-button" aria-label=${t('drafts.discard', { name })} title=${t('composer.discard')} @click=${() => this.discard(draft)}>${icon('trash')}</button>
    </li>`
  }

  /** The box itself: without a line no other page has one. */
  private withoutLine(): TemplateResult {
    const waiting = new Set(outbox.value.map(({ id }) => id))
    const begun = this.local.filter(({ draft, place }) => !waiting.has(draft.id) && place !== 'square')
    return html`<section class="stack" aria-labelledby="write-offline"><h2 id="write-offline">${t('drafts.writeOffline')}</h2><plein-composer></plein-composer></section>
      ${begun.length
        ? html`<section class="stack" aria-labelledby="drafts-local">
            <h2 id="drafts-local">${t('drafts.local')}</h2>
            <p class="muted">${t('drafts.localLead')}</p>
            <ul class="lines" role="list">${begun.map(({ draft }) => this.row(draft))}</ul>
          </section>`
        : nothing}`
  }

  private list(): TemplateResult {
    const waiting = new Set(outbox.value.map(({ id }) => id))
    const { loaded, error } = this.paged
    const items = this.paged.items.filter(({ id }) => !waiting.has(id))
    if (error instanceof OfflineError && !items.length) return this.withoutLine()
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(3)
    if (!items.length) return empty(t('drafts.empty'), { label: t('nav.write'), href: '/?write=1' }, t('drafts.example'))
    return html`<ul class="lines" role="list">${repeat(items, (draft) => draft.id, (draft) => this.row(draft))}</ul>
      ${pager(this.paged)}`
  }

  override render(): TemplateResult {
    return html`<div class="page page--reading">
      <header class="page__head">
        <div>
          <h1 tabindex="-1">${t('drafts.title')}</h1>
          <p class="lead">${t('drafts.lead')}</p>
        </div>
        <a class="button" href="/write">${icon('article')}${t('write.title')}</a>
      </header>
      <plein-outbox-list></plein-outbox-list>
      ${this.list()}
    </div>`
  }
}
