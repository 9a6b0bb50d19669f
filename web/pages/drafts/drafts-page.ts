// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { get } from '../../api/request.ts'
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
import { me } from '../../state/session.ts'
import { draftAddress, excerptOf } from './draft-address.ts'

/** "/drafts": what was begun and not yet placed. */
@customElement('plein-drafts-page')
export class PleinDraftsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinPager, PleinTime]
  private readonly paged = new Paged<Draft>(this, (cursor) => get<List<Draft>>('/drafts', { cursor }))

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.paged.reload()
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

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
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
      ${this.list()}
    </div>`
  }
}
