// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../../i18n/t.ts'
import { instance } from '../../state/session.ts'
import { icon } from '../icon/icon.ts'

/** Of "name@host": the host. Null for somebody or something of here. */
export const hostIn = (handle: string): string | null => (handle.includes('@') ? handle.slice(handle.indexOf('@') + 1) : null)

/** A neighbour by the name that the administrator knows it by; any other instance by its host. */
export const nameOfHost = (host: string): string => instance.value?.neighbours.find((one) => one.host === host)?.name ?? host

/** How many are in a place. Nothing for one of another instance: its home alone knows how many there are by now. */
export const membersText = ({ slug, memberCount }: { slug: string; memberCount: number }): string | null => (hostIn(slug) === null ? t('place.members', { count: memberCount }) : null)

/** The same under a name in a list that has no room for a badge. */
export const ofElsewhere = (handle: string): TemplateResult | typeof nothing => {
  const host = hostIn(handle)
  return host === null ? nothing : html`<small class="of-elsewhere" title=${host}>${t('home.from', { name: nameOfHost(host) })}</small>`
}

/** Beside what has its home on another instance: which. Nothing for what is of here. @param handle "name@host", or a slug of that form */
export const homeMark = (handle: string): TemplateResult | typeof nothing => {
  const host = hostIn(handle)
  if (host === null) return nothing
  return html`<span class="home-mark" title=${host}>${icon('world', 'small')}<span>${t('home.from', { name: nameOfHost(host) })}</span></span>`
}
