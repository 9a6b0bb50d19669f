// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Ask, NewInPlace, PostLine, OnSquare, Today, TodayLine } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { countBadge } from '../../components/frame/rail.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon, type IconName } from '../../components/icon/icon.ts'
import { momentIn } from '../../i18n/clock.ts'
import { t } from '../../i18n/t.ts'
import { notificationAddress, notificationIcon, notificationText, whoText } from '../notifications/notification-text.ts'
import { askKey, isCaughtUp, lineKey, placeKey, postKey, squareKey, waiting } from './what-is-new.ts'

/** What the lines ask of the page. */
export interface Reader {
  read: ReadonlySet<string>
  /** Opening is reading; the page that opens need not wait for it. */
  open: (keys: string[], notificationIds: string[]) => void
  readLine: (keys: string[], notificationIds: string[]) => void
  readPost: (keys: string[], postId: string) => void
  readPlace: (place: NewInPlace) => void
  readSquare: () => void
}

type Line = { href: string; mark: TemplateResult; text: unknown; what: string; more?: unknown; by: (string | undefined)[]; at: string; isNew: boolean; open: () => void; markRead: (() => void) | null }

/** One thing: a mark, a sentence, some of its words, by whom and how long ago; and the button that makes it quiet. */
function lineOf({ href, mark, text, what, more, by, at, isNew, open, markRead }: Line): TemplateResult {
  return html`<li class="today-line ${isNew ? 'today-line--new' : ''}">
    <a class="today-line__link" href=${href} @click=${open}>
      ${mark}
      <span class="today-line__text">
        <span class="visually-hidden">${isNew ? t('today.isNew') : t('today.isRead')} </span><span class="today-line__what">${text}</span>
        ${more ? html`<span class="today-line__more">${more}</span>` : nothing}
        <small class="muted">${by.filter(Boolean).map((part) => html`<span>${part}</span> · `)}<plein-time at=${at}></plein-time></small>
      </span>
    </a>
    ${isNew && markRead ? html`<button type="button" class="icon-button today-line__read" title=${t('today.markShort')} aria-label=${t('today.markRead', { what })} @click=${markRead}>${icon('check')}</button>` : nothing}
  </li>`
}

const round = (name: IconName): TemplateResult => html`<span class="today-line__icon">${icon(name)}</span>`

const askIcons: Record<Ask['kind'], IconName> = { requests: 'user-plus', question: 'question-mark', reports: 'shield', invitation: 'mail', merge: 'copy' }

function askText({ kind, count, actor, place, from, theme }: Ask): string {
  const name = actor?.name ?? t('thread.someone')
  if (kind === 'question') return t('today.ask.question', { name, theme: theme ?? '' })
  if (kind === 'reports' && !place) return t('today.ask.reportsAbove', { count })
  if (kind === 'merge') return t('today.ask.merge', { from: from?.name ?? '', place: place?.name ?? '' })
  return t(`today.ask.${kind}`, { name, count, place: place?.name ?? '' })
}

function ask(one: Ask, reader: Reader): TemplateResult {
  const keys = [askKey(one)]
  const text = askText(one)
  const isNew = one.isNew && !reader.read.has(askKey(one))
  return lineOf({
    href: one.url, mark: round(askIcons[one.kind]), text, what: text, by: [], at: one.at, isNew,
    more: one.post ? one.post.title || one.post.excerpt : nothing,
    open: () => reader.open(keys, one.notificationIds),
    markRead: one.notificationIds.length ? () => reader.readLine(keys, one.notificationIds) : null,
  })
}

function lineText(line: TodayLine): TemplateResult {
  if (line.kind !== 'reply') return notificationText(line)
  return html`${t('today.replies', { name: whoText(line), count: line.count })} <span class="notification__what">${line.post?.title || line.post?.excerpt || ''}</span>`
}

function told(line: TodayLine, reader: Reader): TemplateResult {
  const keys = [lineKey(line)]
  const { post } = line
  const excerpt = post?.title && post.excerpt && post.excerpt !== post.title ? html`“${post.excerpt}”` : null
  const answers = line.answers ? html`<span class="muted">${t('today.answers', { count: line.answers })}</span>` : null
  return lineOf({
    href: notificationAddress(line), by: [line.kind === 'mention' || line.kind === 'reply' ? line.building?.name : undefined], mark: line.actor && post ? avatar(line.actor, 'md') : round(notificationIcon[line.kind] ?? 'bell'), text: lineText(line), what: post?.title || post?.excerpt || line.building?.name || '', at: line.createdAt,
    more: excerpt || answers ? html`${excerpt}${excerpt && answers ? ' ' : ''}${answers}` : nothing,
    isNew: !reader.read.has(lineKey(line)),
    open: () => reader.open(keys, line.notificationIds),
    markRead: () => reader.readLine(keys, line.notificationIds),
  })
}

function newPost(post: PostLine, key: string, reader: Reader, where?: string, alone = false): TemplateResult {
  return lineOf({
    href: post.url, by: [post.author?.name ?? t('thread.someone'), where], at: post.publishedAt, isNew: !reader.read.has(key), mark: avatar(post.author ?? { name: '?' }), what: post.title || post.excerpt,
    text: html`${post.title || post.excerpt}`,
    more: post.title ? post.excerpt : nothing,
    // Said from here: who goes back at once leaves before the page of the post says it.
    open: () => reader.readPost([key], post.id),
    markRead: alone ? null : () => reader.readPost([key], post.id),
  })
}

function inPlace(one: NewInPlace, today: Today, reader: Reader): TemplateResult {
  const { place, inside, posts } = one
  const isRead = reader.read.has(placeKey(one))
  const left = one.unread - posts.length
  const above = today.asks.length + today.forMe.length + today.threads.length > 0
  return html`<section class="today-place ${isRead ? 'today-place--read' : ''}" aria-labelledby="place-${place.id}">
    <header class="today-place__head">
      ${gableMark(inside?.slug ?? place.slug, place.access)}
      <div>
        <h3 id="place-${place.id}"><a class="plain-link" href=${place.url}>${place.name}</a> ${isRead ? nothing : countBadge(one.unread, true)}</h3>
        ${inside ? html`<p class="small muted">${t('today.inGroupOf', { name: inside.name })}</p>` : nothing}
      </div>
      ${isRead ? nothing : html`<button type="button" class="text-button push" aria-label=${t('today.placeReadLabel', { name: place.name })} @click=${() => reader.readPlace(one)}>${icon('check')}${t('today.placeRead')}</button>`}
    </header>
    ${posts.length ? html`<ul class="today-lines" role="list">${repeat(posts, (post) => post.id, (post) => newPost(post, isRead ? placeKey(one) : postKey(post), reader, undefined, one.unread === 1))}</ul>` : nothing}
    ${left > 0 && !isRead ? (posts.length || !above ? html`<p class="today-place__more"><a href=${place.url}>${t('today.moreHere', { count: left, name: place.name })}</a></p>` : html`<p class="today-place__more muted">${t('today.alsoAbove')}</p>`) : nothing}
  </section>`
}

function onSquare(one: OnSquare, reader: Reader): TemplateResult {
  const { post, building } = one
  const key = squareKey(one)
  if (post) return newPost(post, key, reader, post.place.url === '/' ? undefined : post.place.name)
  if (!building) return html``
  return lineOf({
    href: building.url, by: [t('today.newBuilding')], at: one.at, isNew: !reader.read.has(key), what: building.name, mark: html`<span class="today-line__gable">${gableMark(building.slug, building.access)}</span>`,
    text: html`${building.name}`,
    more: building.summary || nothing,
    open: () => reader.open([key], []),
    markRead: null,
  })
}

function section(id: string, title: string, content: unknown, button: unknown = nothing): TemplateResult {
  return html`<section class="today-section" aria-labelledby="today-${id}">
    <div class="row row--apart row--baseline section-head"><h2 id="today-${id}">${title}</h2>${button}</div>
    ${content}
  </section>`
}

const list = <T,>(items: readonly T[], key: (item: T) => string, one: (item: T) => TemplateResult): TemplateResult => html`<ul class="today-lines" role="list">${repeat(items, key, one)}</ul>`

/** In order of meaning; what is empty is not there. */
export function sections(today: Today, reader: Reader): TemplateResult {
  // What stands above is not repeated; a place of which nothing else is new would be a name only.
  const places = today.places.filter((one) => one.posts.length)
  const squareIsNew = today.square.some((one) => !reader.read.has(squareKey(one)))
  return html`${today.asks.length ? section('asks', t('today.asks'), list(today.asks, askKey, (one) => ask(one, reader))) : nothing}
    ${today.forMe.length ? section('for-me', t('today.forMe'), list(today.forMe, lineKey, (one) => told(one, reader))) : nothing}
    ${today.threads.length ? section('threads', t('today.threads'), list(today.threads, lineKey, (one) => told(one, reader))) : nothing}
    ${today.more ? html`<p><a href="/notifications?unread=true">${t('today.moreNotifications')}</a></p>` : nothing}
    ${places.length ? section('places', t('today.places'), repeat(places, placeKey, (one) => inPlace(one, today, reader))) : nothing}
    ${today.square.length
      ? section(
          'square',
          t('today.square'),
          html`${list(today.square, squareKey, (one) => onSquare(one, reader))}
            <p class="today-place__more"><a href="/">${t('today.toSquare')}</a></p>`,
          squareIsNew ? html`<button type="button" class="text-button" aria-label=${t('today.squareReadLabel')} @click=${reader.readSquare}>${icon('check')}${t('today.placeRead')}</button>` : nothing,
        )
      : nothing}`
}

/** Where it ends: something to go on with, or a reason to close the window. */
export function end(today: Today, read: ReadonlySet<string>, takeBack: TemplateResult | typeof nothing): TemplateResult {
  const { nextDigestAt, timeZone, isMember, toVisit } = today.ahead
  const caughtUp = isCaughtUp(today, read)
  return html`<section class="today-end" aria-labelledby="today-end">
    <div class="today-end__words">
      <h2 id="today-end">${isMember && caughtUp ? html`${icon('circle-check')}${t('today.caughtUp')}` : isMember ? t('today.end') : t('today.lookAround')}</h2>
      ${isMember ? nothing : html`<p>${t('today.nowhere')}</p>`}
      ${caughtUp && waiting(today) ? html`<p>${t('today.stillWaiting', { count: waiting(today) })}</p>` : nothing}
      ${nextDigestAt && isMember ? html`<p class="muted">${t('today.nextDigest', { when: momentIn(nextDigestAt, timeZone) })} <a href="/settings/notifications">${t('today.changeDigest')}</a></p>` : nothing}
      ${caughtUp ? takeBack : nothing}
    </div>
    ${toVisit.length && (caughtUp || !isMember)
      ? html`<div>
          ${isMember ? html`<h3>${t('today.lookAround')}</h3>` : nothing}
          <ul class="today-visit" role="list">
            ${toVisit.map(
              (place) => html`<li>
                ${gableMark(place.slug, place.access)}
                <span><a href=${place.url}>${place.name}</a><small class="muted">${place.summary || t('place.members', { count: place.memberCount })}</small></span>
              </li>`,
            )}
          </ul>
          <p><a class="button button--small" href="/buildings">${t('today.findPlace')}</a></p>
        </div>`
      : nothing}
  </section>`
}
