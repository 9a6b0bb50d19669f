// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { AnsweredRequest, Building } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { PleinTime } from '../../components/time/time.ts'
import { t } from '../../i18n/t.ts'
import { answeredRequests } from './data.ts'

/** Requests of before, with what was asked and what was answered. */
@customElement('plein-answered-requests')
export class PleinAnsweredRequests extends LitElement {
  @property({ attribute: false }) declare building: Building

  static readonly needs = [PleinPager, PleinTime]
  private readonly paged = new Paged<AnsweredRequest>(this, (cursor) => answeredRequests(placeAddress(this.building), cursor))

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.reload()
  }

  reload(): Promise<void> {
    return this.paged.reload()
  }

  private row({ member, outcome, note, word, answeredAt, answeredBy }: AnsweredRequest): TemplateResult {
    const name = member?.name ?? t('thread.someone')
    return html`<li class="line">
      <span class="line__mark">${avatar(member ?? { name })}</span>
      <div class="line__text">
        <p>${member ? html`<a class="plain-link" href=${member.url}><b>${name}</b></a>` : html`<b>${name}</b>`} <span class="badge ${outcome === 'approved' ? 'badge--grass' : ''}">${t(`requests.${outcome}`)}</span></p>
        ${note ? html`<p class="quote">${note}</p>` : nothing}
        ${word ? html`<p>${t('requests.answered', { word })}</p>` : nothing}
        <small class="muted">${answeredBy ? `${answeredBy.name}, ` : ''}<plein-time at=${answeredAt}></plein-time></small>
      </div>
    </li>`
  }

  override render(): TemplateResult | typeof nothing {
    const { items } = this.paged
    if (!items.length) return nothing
    return html`<section class="below" aria-labelledby="answered">
      <h2 id="answered">${t('requests.before')}</h2>
      <ul class="lines" role="list">${repeat(items, (one) => one.id, (one) => this.row(one))}</ul>
      ${pager(this.paged)}
    </section>`
  }
}
