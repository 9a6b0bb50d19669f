// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import type { Notification, NotificationKind } from '../../api/types.ts'
import { hostIn, nameOfHost } from '../../components/home-mark/home-mark.ts'
import type { IconName } from '../../components/icon/icon.ts'
import { t } from '../../i18n/t.ts'

export const notificationIcon: Record<NotificationKind, IconName> = {
  reply: 'message-circle',
  mention: 'at',
  watched: 'bell',
  request: 'user-plus',
  approved: 'circle-check',
  refused: 'info-circle',
  invited: 'mail',
  added: 'user-plus',
  removed: 'logout',
  role: 'key',
  successor: 'key',
  'by-rule': 'user-plus',
  'rule-ended': 'logout',
  'search-hit': 'search',
  reported: 'shield',
  'report-acted': 'circle-check',
  'report-dismissed': 'circle-check',
  moderated: 'shield',
  'appeal-decided': 'shield',
  'term-ended': 'circle-check',
  asked: 'question-mark',
  'merge-proposed': 'copy',
  merged: 'copy',
  'merge-undone': 'copy',
  'not-taken': 'alert-triangle',
}

const aboutMe: NotificationKind[] = ['report-acted', 'report-dismissed', 'moderated', 'appeal-decided', 'term-ended']

/** Where the notification leads: to what must be answered, or to what was said. */
export function notificationAddress({ kind, post, building }: Notification): string {
  if (kind === 'request' && building) return `${building.url}/members`
  if (kind === 'reported') return building ? `${building.url.split('/groups/')[0]}/moderation` : '/administration/moderation'
  if (aboutMe.includes(kind)) return '/about-me'
  if (kind === 'merge-proposed') return '/merges'
  if (kind === 'not-taken') return '/drafts'
  return post?.url ?? building?.url ?? '/notifications'
}

/** "Sanne (Zuiderdam)" for who or what is of another instance. */
function withHome(name: string, handle: string): string {
  const host = hostIn(handle)
  return host === null ? name : `${name} (${nameOfHost(host)})`
}

/** "Sanne en 2 anderen", by how many people are behind it. */
export function whoText({ actor, actorCount }: Pick<Notification, 'actor' | 'actorCount'>): string {
  const name = actor ? withHome(actor.name, actor.handle) : t('thread.someone')
  return actorCount > 1 ? t('notifications.andOthers', { name, count: actorCount - 1 }) : name
}

/** The sentence, in two parts: what happened, and to what. */
export function notificationText(notification: Notification): TemplateResult {
  const { kind, post, building } = notification
  const place = building ? withHome(building.name, building.slug) : ''
  const what = post?.title || post?.excerpt || ''
  const { word } = notification
  const sentence = kind === 'search-hit' ? t('notifications.search-hit', { count: notification.count, search: notification.search?.name ?? '' }) : t(`notifications.${kind}`, { name: whoText(notification), place, count: Math.max(1, notification.actorCount) })
  return html`${sentence}${what ? html` <span class="notification__what">${what}</span>` : ''}${word ? html` <span class="notification__what">“${word}”</span>` : ''}`
}
