// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import type { Notification, NotificationKind } from '../../api/types.ts'
import type { IconName } from '../../components/icon/icon.ts'
import { t } from '../../i18n/t.ts'

export const notificationIcon: Record<NotificationKind, IconName> = {
  reply: 'message-circle',
  mention: 'at',
  request: 'user-plus',
  approved: 'circle-check',
  refused: 'info-circle',
  invited: 'mail',
  removed: 'logout',
  role: 'key',
  successor: 'key',
}

/** Where the notification leads: to what must be answered, or to what was said. */
export function notificationAddress({ kind, post, building }: Notification): string {
  if (kind === 'request' && building) return `${building.url}/members`
  return post?.url ?? building?.url ?? '/notifications'
}

/** "Sanne en 2 anderen", by how many people are behind it. */
export function whoText({ actor, actorCount }: Pick<Notification, 'actor' | 'actorCount'>): string {
  const name = actor?.name ?? t('thread.someone')
  return actorCount > 1 ? t('notifications.andOthers', { name, count: actorCount - 1 }) : name
}

/** The sentence, in two parts: what happened, and to what. */
export function notificationText(notification: Notification): TemplateResult {
  const { kind, post, building } = notification
  const place = building?.name ?? ''
  const what = post?.title ?? post?.excerpt ?? ''
  const sentence = t(`notifications.${kind}`, { name: whoText(notification), place })
  return html`${sentence}${what ? html` <span class="notification__what">${what}</span>` : ''}`
}
