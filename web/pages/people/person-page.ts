// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { List, Person, Post } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { PleinFeed } from '../../components/feed/feed.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { PleinHomePanel } from '../../components/home-mark/home-panel.ts'
import { hostIn } from '../../components/home-mark/home-mark.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { type MenuItem, PleinMenu } from '../../components/menu/menu.ts'
import { report, spareItems } from '../../components/report/person-menu.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { apiRoot } from '../../api/request.ts'
import { languageName } from '../../i18n/language-name.ts'
import { person, postsBy } from './data.ts'

/** "/people/{handle}": somebody, where they take part, what they wrote. */
@customElement('plein-person-page')
export class PleinPersonPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinFeed, PleinMenu, PleinHomePanel]
  private readonly person = new Loaded<Person>(this, (signal) => person(this.params['handle'] ?? '', signal), { title: ({ name }) => name })
  private readonly fetchPage = (cursor: string | null): Promise<List<Post>> => postsBy(this.params['handle'] ?? '', cursor)

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  private items(one: Person): MenuItem[] {
    return [{ label: t('report.person'), icon: 'alert-triangle', onChoose: () => void report(t('report.person'), { personId: one.id }, null, one) }, ...spareItems(one, () => undefined)]
  }

  private head(one: Person): TemplateResult {
    return html`<header class="person-head">
      ${avatar(one, 'lg')}
      <div>
        <h1 tabindex="-1">${one.name}</h1>
        <p>${[one.jobTitle, one.workRole && one.workRole !== 'anders' ? t(`workRole.${one.workRole}`) : null].filter(Boolean).join(' · ')} ${originBadge(one)}</p>
        ${one.portfolio.length ? html`<p>${one.portfolio.map((theme) => html`<a class="tag" href="/themes/${theme.slug}">${theme.name}</a> `)}</p>` : nothing}
        <p class="muted small address">@${one.handle}</p>
      </div>
      ${one.can.edit ? html`<a class="button push" href="/settings/profile">${icon('pencil')}${t('people.edit')}</a>` : html`<plein-menu class="push" label=${t('people.menu', { name: one.name })} .items=${this.items(one)}></plein-menu>`}
    </header>`
  }

  private places(one: Person): TemplateResult | typeof nothing {
    if (!one.buildings.length) return nothing
    return html`<section class="panel" aria-labelledby="person-places">
      <h2 id="person-places">${t('people.places')}</h2>
      <ul role="list">${one.buildings.map((place) => html`<li class="place-row">${gableMark(place.slug, place.access)}<span><a href=${place.url}>${place.name}</a> ${accessBadge(place.access)}</span></li>`)}</ul>
    </section>`
  }

  private facts(one: Person): TemplateResult {
    const { email, phone, links } = one.contact
    const rows: [string, unknown][] = []
    if (one.expertise.length) rows.push([t('profile.expertise'), one.expertise.map((theme) => html`<a class="tag" href="/themes/${theme.slug}">${theme.name}</a> `)])
    if (one.region) rows.push([t('profile.region'), one.region])
    if (one.languages.length) rows.push([t('profile.languages'), one.languages.map(languageName).join(', ')])
    if (email) rows.push([t('profile.email'), html`<a href="mailto:${email}">${email}</a>`])
    const digits = phone?.replace(/[^0-9+]/g, '')
    if (phone) rows.push([t('profile.phone'), digits ? html`<a href="tel:${digits}">${phone}</a>` : phone])
    if (links.length) rows.push([t('profile.links'), links.map((link) => html`<a href=${link} rel="noopener nofollow me">${link.replace(/^https?:[/][/]/, '')}</a><br />`)])
    return html`<section class="panel" aria-labelledby="person-facts">
      <h2 id="person-facts">${t('people.facts')}</h2>
      ${rows.length ? html`<dl class="person-facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>` : html`<p class="muted small">${t('people.noFacts')}</p>`}
      <p><a class="button button--small" href="${apiRoot}/people/${encodeURIComponent(one.handle)}/vcard" download="${one.handle}.vcf">${icon('download')}${t('people.vcard')}</a></p>
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
          ${hostIn(one.handle) === null ? this.facts(one) : html`<plein-home-panel of=${one.id}></plein-home-panel>`} ${this.places(one)}
          ${hostIn(one.handle) === null ? html`<p class="muted small">${t('people.since', { date: formatDate(one.joinedAt) })}</p>` : nothing}
        </aside>
      </div>`,
    )
  }
}
