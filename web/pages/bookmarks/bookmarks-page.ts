// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { get } from '../../api/request.ts'
import type { List, Post } from '../../api/types.ts'
import { PleinFeed } from '../../components/feed/feed.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'

const fetchBookmarks = (cursor: string | null): Promise<List<Post>> => get('/bookmarks', { cursor })

/** "/bookmarks": what I kept to read again. One that is let go stays in sight until the next visit, so that a slip is mended by a second press. */
@customElement('plein-bookmarks-page')
export class PleinBookmarksPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinFeed]

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('bookmarks.title'))
  }

  override render(): TemplateResult {
    return html`<div class="page page--reading">
      <header class="page__head">
        <div>
          <h1 tabindex="-1">${t('bookmarks.title')}</h1>
          <p class="lead">${t('bookmarks.lead')}</p>
        </div>
      </header>
      <plein-feed .fetchPage=${fetchBookmarks} .whenEmpty=${empty(t('bookmarks.empty'), { label: t('error.notFound.home'), href: '/' }, t('bookmarks.example'))}></plein-feed>
    </div>`
  }
}
