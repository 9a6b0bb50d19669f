// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Building, Neighbour, Person } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { t } from '../../i18n/t.ts'
import { instance, me } from '../../state/session.ts'
import { neighboursAside } from '../elsewhere/neighbour-list.ts'

const join = (): TemplateResult =>
  html`<section class="panel stack stack--tight" aria-labelledby="square-join">
    <h2 id="square-join">${t('square.join.title')}</h2>
    <p>${t('square.join.text')}</p>
    <p class="row"><a class="button button--primary" href="/sign-up">${t('nav.signUp')}</a> <a class="button" href="/sign-in">${t('nav.signIn')}</a></p>
  </section>`

const personRow = (person: Person): TemplateResult =>
  html`<li>
    <div class="person-row">${avatar(person)}<span><a href=${person.url}>${person.name}</a><br /><small class="muted">${[person.jobTitle, person.organisation ?? (person.isResident ? t('person.resident') : null)].filter(Boolean).join(' · ')}</small></span></div>
  </li>`

const who = (people: Person[]): TemplateResult | typeof nothing => {
  const counts = instance.value?.counts
  if (!counts?.people && !people.length) return nothing
  return html`<section class="panel" aria-labelledby="square-who">
    <h2 id="square-who">${t('square.who')}</h2>
    ${counts ? html`<p class="muted">${t('square.counts', { posts: t('place.posts', { count: counts.posts }), people: t('square.counts.people', { count: counts.people }), buildings: t('square.counts.buildings', { count: counts.buildings }) })}</p>` : nothing}
    ${people.length ? html`<ul role="list">${people.map(personRow)}</ul>` : nothing}
    ${me.value ? html`<p><a href="/people">${t('square.people')}</a></p>` : nothing}
  </section>`
}

const recent = (buildings: Building[]): TemplateResult | typeof nothing =>
  buildings.length
    ? html`<section class="panel" aria-labelledby="square-recent">
        <h2 id="square-recent">${t('square.recent')}</h2>
        <ul role="list">
          ${buildings.map((building) => html`<li class="place-row">${gableMark(building.slug, building.access)}<span><a href=${building.url}>${building.name}</a><small class="muted clamp">${building.summary}</small></span></li>`)}
        </ul>
      </section>`
    : nothing

/** Beside the feed: a way in for guests, what opened here and next door, who is here. */
export const aside = (people: Person[], buildings: Building[], around: Neighbour[]): TemplateResult =>
  html`<aside>${me.value ? nothing : join()} ${recent(buildings)} ${neighboursAside(around)} ${who(people)}</aside>`
