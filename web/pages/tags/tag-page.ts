// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { get } from '../../api/request.ts'
import type { List, Post, TagCount } from '../../api/types.ts'
import { PleinFeed } from '../../components/feed/feed.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty } from '../../components/loaded/states.ts'
import { formatNumber, t } from '../../i18n/t.ts'

/** "/tags/{tag}": everything said about one subject, as far as the reader may see it. */
@customElement('plein-tag-page')
export class PleinTagPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinFeed]
  private readonly others = new Loaded<TagCount[]>(this, async (signal) => (await get<List<TagCount>>('/tags', { limit: 20 }, signal)).items)
  private readonly fetchPage = (cursor: string | null): Promise<List<Post>> => get(`/tags/${encodeURIComponent(this.tag)}/posts`, { cursor })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get tag(): string {
    return this.params['tag'] ?? ''
  }

  override firstUpdated(): void {
    showPage(this, `#${this.tag}`)
  }

  private more(): TemplateResult | typeof nothing {
    const others = (this.others.value ?? []).filter((one) => one.name !== this.tag)
    if (!others.length) return nothing
    return html`<section class="panel" aria-labelledby="tags">
      <h2 id="tags">${t('tag.others')}</h2>
      <p class="post__tags">${others.map((one) => html`<a class="tag" href="/tags/${encodeURIComponent(one.name)}">#${one.name} <small>${formatNumber(one.count)}</small></a>`)}</p>
    </section>`
  }

  override render(): TemplateResult {
    return html`<div class="columns">
      <div>
        <header class="page__head">
          <div>
            <h1 tabindex="-1">#${this.tag}</h1>
            <p class="lead">${t('tag.lead')}</p>
          </div>
        </header>
        <plein-feed .fetchPage=${this.fetchPage} .whenEmpty=${empty(t('tag.empty', { tag: this.tag }), { label: t('error.notFound.home'), href: '/' }, t('tag.emptyExample', { tag: this.tag }))}></plein-feed>
      </div>
      <aside>${this.more()}</aside>
    </div>`
  }
}
