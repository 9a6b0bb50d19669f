// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Neighbour, NeighbourBuilding } from '../../api/types.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon } from '../../components/icon/icon.ts'
import { empty } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'

/** Of one that is not up: what is shown is what was there before. */
const state = ({ state, buildings }: Neighbour): TemplateResult | typeof nothing =>
  state === 'open' ? nothing : html`<p class="muted small with-icon">${icon(state === 'down' ? 'wifi-off' : 'info-circle', 'small')}<span>${t(state === 'waiting' ? 'neighbours.waiting' : buildings.length ? 'neighbours.down' : 'neighbours.downEmpty')}</span></p>`

/** Its page here is looked up when it is opened; who is not signed in sees it at home. */
const addressOf = (building: NeighbourBuilding): string => (me.value ? building.url : building.homeUrl)

const row = (building: NeighbourBuilding, summary: boolean): TemplateResult =>
  html`<li class="place-row">
    ${gableMark(building.handle, 'open')}
    <span><a href=${addressOf(building)}>${building.name}</a> <small class="muted">${t('place.members', { count: building.memberCount })}</small>${summary && building.summary ? html`<small class="muted clamp">${building.summary}</small>` : nothing}</span>
  </li>`

const mostAside = 3

/** Beside the square's feed: what stands open next door. Nothing where there are no neighbours. */
export const neighboursAside = (list: Neighbour[]): TemplateResult | typeof nothing =>
  list.length
    ? html`<section class="panel" aria-labelledby="square-neighbours">
        <h2 id="square-neighbours">${t('neighbours.title')}</h2>
        ${list.map(
          (one) => html`<h3 class="panel__sub">${one.name}</h3>
            ${state(one)}
            ${one.buildings.length ? html`<ul role="list">${one.buildings.slice(0, mostAside).map((building) => row(building, false))}</ul>` : one.state === 'open' ? html`<p class="muted small">${t('neighbours.noBuildings')}</p>` : nothing}`,
        )}
        <p><a href="/elsewhere">${t('neighbours.all')}</a></p>
      </section>`
    : nothing

/** On the page of buildings elsewhere: every neighbour with all that it lists. */
export const neighbourList = (list: Neighbour[]): TemplateResult => {
  if (!list.length) return me.value?.role === 'administrator' ? empty(t('neighbours.none'), { label: t('neighbours.name'), href: '/administration/federation' }, t('neighbours.noneAdmin')) : html`<p class="muted">${t('neighbours.none')}</p>`
  return html`${list.map(
    (one) => html`<section class="panel neighbour" aria-label=${one.name}>
      <div class="row row--apart row--baseline"><h3>${one.name}</h3><a class="small" href=${one.url}>${t('neighbours.visit', { name: one.name })}</a></div>
      ${state(one)}
      ${one.buildings.length ? html`<ul role="list" class="neighbour__buildings">${one.buildings.map((building) => row(building, true))}</ul>` : one.state === 'open' ? html`<p class="muted">${t('neighbours.noBuildings')}</p>` : nothing}
    </section>`,
  )}`
}
