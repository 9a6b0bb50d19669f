// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Me } from '../../api/types.ts'
import { language, setLanguage, t } from '../../i18n/t.ts'
import { setGuestLanguage } from '../../state/preferences.ts'
import { instance, mayStartBuilding, me } from '../../state/session.ts'
import { avatar } from '../avatar/avatar.ts'
import { gableMark } from '../gable/gable.ts'
import { ofElsewhere } from '../home-mark/home-mark.ts'
import { icon } from '../icon/icon.ts'
import { isCurrent, mainLinks, myItems } from './links.ts'

export const countBadge = (count: number, quiet = false): TemplateResult | typeof nothing =>
  count ? html`<span class="count ${quiet ? 'count--quiet' : ''}"><span aria-hidden="true">${count > 99 ? '99+' : count}</span><span class="visually-hidden">${t('nav.unread', { count })}</span></span>` : nothing

const myBuildings = (path: string, mine: Me): TemplateResult =>
  html`<nav aria-labelledby="rail-mine">
    <h2 id="rail-mine">${t('nav.myBuildings')}</h2>
    <ul role="list">
      ${mine.buildings.map(
        (place) =>
          html`<li>
            <a class="rail__link" href=${place.url} aria-current=${isCurrent(path, place.url) ? 'page' : nothing}>${gableMark(place.slug, place.access)}<span>${place.name}${ofElsewhere(place.slug)}</span>${countBadge(place.unread, true)}</a>
            ${place.groups.length && isCurrent(path, place.url) ? html`<ul role="list" class="rail__groups">${place.groups.map((group) => html`<li><a class="rail__link" href=${group.url} aria-current=${isCurrent(path, group.url) ? 'page' : nothing}><span>${group.name}</span>${countBadge(group.unread, true)}</a></li>`)}</ul>` : nothing}
          </li>`,
      )}
      ${mayStartBuilding() ? html`<li><a class="rail__link" href="/buildings/new">${icon('plus')}<span>${t('nav.startBuilding')}</span></a></li>` : nothing}
    </ul>
  </nav>`

/** A guest's other language, named in itself. */
function otherLanguage(): TemplateResult {
  const other = language.value === 'nl' ? 'en' : 'nl'
  const choose = (): void => {
    setGuestLanguage(other)
    void setLanguage(other)
  }
  return html`<button type="button" class="text-button rail__language" lang=${other} @click=${choose}>${t(`settings.language.${other}`)}</button>`
}

/** After signing in one is back on the page that made one want to. */
const signInHere = (path: string): string => (doors.has(path) ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
const doors = new Set(['/', '/sign-in', '/sign-up', '/confirm', '/reset-password', '/first-administrator'])

const foot = (mine: Me | null, path: string): TemplateResult => {
  if (!mine) {
    return html`<div class="rail__guest">
      <a class="button button--primary" href="/sign-up">${t('nav.signUp')}</a>
      <a class="button" href=${signInHere(path)}>${t('nav.signIn')}</a>
      ${otherLanguage()}
    </div>`
  }
  const face = html`${avatar({ name: mine.name, isResident: !mine.isStaff, photo: mine.photo ? { small: mine.photo, large: mine.photo } : null })}<span>${mine.name}<small>${mine.organisation?.name ?? t('person.resident')}</small></span>`
  return html`<plein-menu above buttonClass="me" .face=${face} .items=${myItems(false)}></plein-menu>`
}

/** The wide screen's navigation. */
export const rail = (path: string): TemplateResult =>
  html`<header class="rail">
    <a class="rail__brand" href="/">${gableMark('plein')}<span>${instance.value?.name ?? 'Plein'}</span></a>
    <div class="rail__scroll">
    <nav aria-label=${t('nav.main')}>
      <ul role="list">
        ${mainLinks().map(
          (link) =>
            html`<li><a class="rail__link" href=${link.href} aria-current=${isCurrent(path, link.href) ? 'page' : nothing}>${icon(link.icon)}<span>${link.label}</span>${countBadge(link.count ?? 0)}</a></li>`,
        )}
      </ul>
    </nav>
    ${me.value ? myBuildings(path, me.value) : nothing}
    </div>
    <div class="rail__foot">${foot(me.value, path)}</div>
  </header>`
