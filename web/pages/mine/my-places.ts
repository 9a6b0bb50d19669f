// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { countBadge } from '../../components/frame/rail.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon } from '../../components/icon/icon.ts'
import { t } from '../../i18n/t.ts'
import { mayStartBuilding, me } from '../../state/session.ts'

/** My buildings beside the feed: on a phone there is no rail that shows them. */
export const myPlaces = (): TemplateResult =>
  html`<aside>
    <section class="panel" aria-labelledby="my-places">
      <h2 id="my-places">${t('nav.myBuildings')}</h2>
      <ul role="list">
        ${me.value?.buildings.map(
          (place) => html`<li class="place-row">
            ${gableMark(place.slug, place.access)}
            <span class="place-row__text"><span><a href=${place.url}>${place.name}</a>${place.role === 'member' ? nothing : html` <small class="muted">${t(`role.${place.role}`)}</small>`}</span>${countBadge(place.unread)}</span>
          </li>`,
        )}
      </ul>
      <p class="row panel__foot">
        <a class="button button--small" href="/buildings">${t('mine.find')}</a>
        ${mayStartBuilding() ? html`<a class="button button--small" href="/buildings/new">${icon('plus')}${t('nav.startBuilding')}</a>` : nothing}
      </p>
    </section>
  </aside>`
