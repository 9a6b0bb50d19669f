// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Hit, HitType } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { homeMark } from '../../components/home-mark/home-mark.ts'
import { icon, type IconName } from '../../components/icon/icon.ts'
import { t } from '../../i18n/t.ts'
import { textParts } from './text-parts.ts'

export const hitIcon: Record<HitType, IconName> = { post: 'article', person: 'user', building: 'building-community', group: 'users', tag: 'tag' }

const mark = (hit: Hit): unknown => {
  if (hit.person) return avatar(hit.person)
  if (hit.type === 'building' && hit.building) return gableMark(hit.building.slug, hit.building.access)
  return icon(hit.isReply ? 'message-circle' : hitIcon[hit.type])
}

/** Where it stands, by whom and when; of a reply that it is one. */
const about = (hit: Hit): unknown => {
  if (hit.type === 'tag') return html`${t(hit.count !== null && hit.count > 100 ? 'search.tagMany' : 'search.tagCount', { count: Math.min(hit.count ?? 0, 100) })}`
  if (hit.person) return html`${originBadge(hit.person)}`
  if (hit.type !== 'post') return html`${hit.building ? html`${accessBadge(hit.building.access)} ${homeMark(hit.building.slug)}` : nothing}`
  return html`${hit.isReply ? html`<span>${t('search.reply')}</span>` : nothing}
    ${hit.author ? html`<a href=${hit.author.url}>${hit.author.name}</a> ${homeMark(hit.author.handle)}` : nothing}
    ${hit.building ? html`<a href=${hit.building.url}>${hit.building.name}</a> ${homeMark(hit.building.slug)}` : nothing} ${hit.publishedAt ? html`<plein-time .at=${hit.publishedAt}></plein-time>` : nothing}`
}

/** One thing that was found, and why. */
export const hitCard = (hit: Hit): TemplateResult => {
  const untitled = hit.title.length === 0
  const title = untitled ? textParts(hit.snippet) : hit.type === 'tag' ? ['#', ...textParts(hit.title)] : textParts(hit.title)
  return html`<li class="hit">
    <span class="hit__mark" aria-hidden="true">${mark(hit)}</span>
    <div class="hit__body">
      <h2 class="hit__title ${untitled ? 'hit__title--text' : ''}"><a href=${hit.url}>${title}</a></h2>
      ${untitled || !hit.snippet.length ? nothing : html`<p class="hit__text">${textParts(hit.snippet)}</p>`}
      <p class="hit__about">${about(hit)}</p>
    </div>
  </li>`
}
