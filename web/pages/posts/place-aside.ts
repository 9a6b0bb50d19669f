// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Building } from '../../api/types.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { membersText } from '../../components/home-mark/home-mark.ts'

/** Beside a thread: the place where it is said. */
export const placeAside = (place: Building | null): TemplateResult | typeof nothing =>
  place
    ? html`<aside>
        <section class="panel place-card" aria-labelledby="place-card">
          <a class="place-card__gable" href=${place.url} tabindex="-1" aria-hidden="true">${gableMark(place.slug, place.access)}</a>
          <h2 id="place-card"><a class="plain-link" href=${place.url}>${place.name}</a></h2>
          <p class="muted">${accessBadge(place.access)} ${membersText(place)}</p>
          ${place.summary ? html`<p>${place.summary}</p>` : nothing}
        </section>
      </aside>`
    : nothing
