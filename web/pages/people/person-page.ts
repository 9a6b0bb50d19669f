// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { List, Person, Post } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { PleinFeed } from '../../components/feed/feed.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { person, postsBy } from './data.ts'

/** "/people/{handle}": somebody, where they take part, what they wrote. */
@customElement('plein-person-page')
export class PleinPersonPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinFeed]
  private readonly person = new Loaded<Person>(this, (signal) => person(this.params['handle'] ?? '', signal), { title: ({ name }) => name })
  private readonly fetchPage = (cursor: string | null): Promise<List<Post>> => postsBy(this.params['handle'] ?? '', cursor)

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  private head(one: Person): TemplateResult {
    return html`<header class="person-head">
      ${avatar(one, 'lg')}
      <div>
        <h1 tabindex="-1">${one.name}</h1>
        <p>${[one.jobTitle].filter(Boolean).join(' · ')} ${originBadge(one)}</p>
        <p class="muted small address">@${one.handle}</p>
      </div>
      ${one.can.edit ? html`<a class="button push" href="/settings">${icon('pencil')}${t('people.edit')}</a>` : nothing}
    </header>`
  }

  private places(one: Person): TemplateResult | typeof nothing {
    if (!one.buildings.length) return nothing
    return html`<section class="panel" aria-labelledby="person-places">
      <h2 id="person-places">${t('people.places')}</h2>
      <ul role="list">${one.buildings.map((place) => html`<li class="place-row">${gableMark(place.slug, place.access)}<span><a href=${place.url}>${place.name}</a> ${accessBadge(place.access)}</span></li>`)}</ul>
    </section>`
  }

  override render(): unknown {
    return this.person.render(
      (one) => html`<div class="columns">
        <div class="stack stack--loose">
          ${this.head(one)} ${one.about ? html`<p class="person-about">${one.about}</p>` : one.can.edit ? html`<p class="muted">${t('people.tellAbout')} <a href="/settings">${t('people.edit')}</a></p>` : nothing}
          <section aria-labelledby="person-posts">
            <h2 id="person-posts" class="section-head">${t('people.posts')}</h2>
            <plein-feed .fetchPage=${this.fetchPage} .whenEmpty=${empty(one.handle === me.value?.handle ? t('people.noPostsMine') : t('people.noPosts', { name: one.name }))}></plein-feed>
          </section>
        </div>
        <aside>
          ${this.places(one)}
          <p class="muted small">${t('people.since', { date: formatDate(one.joinedAt) })}</p>
        </aside>
      </div>`,
    )
  }
}
