// SPDX-License-Identifier: EUPL-1.2
import { t } from '../../i18n/t.ts'
import { explain } from '../field/form-state.ts'
import { toast } from '../toast/toast.ts'
import { outbox } from '../../offline/sending.ts'
import { confirmDialog } from '../dialog/dialog.ts'
import { me, signOut } from '../../state/session.ts'
import type { IconName } from '../icon/icon.ts'
import type { MenuItem } from '../menu/menu.ts'

export type FrameLink = { href: string; label: string; icon: IconName; count?: number }

/** "/buildings/x" lies within "/buildings", and everything lies within its own address. */
export const isCurrent = (path: string, href: string): boolean => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`))

export function mainLinks(): FrameLink[] {
  const open: FrameLink[] = [
    { href: '/', label: t('nav.square'), icon: 'home' },
    { href: '/buildings', label: t('nav.buildings'), icon: 'building-community' },
    { href: '/search', label: t('nav.search'), icon: 'search' },
  ]
  if (!me.value) return open
  const administration: FrameLink[] = me.value.role === 'administrator' ? [{ href: '/administration', label: t('nav.administration'), icon: 'shield' }] : []
  return [
    { href: '/today', label: t('nav.today'), icon: 'sun-high' },
    ...open.slice(0, 1),
    { href: '/mine', label: t('nav.mine'), icon: 'article' },
    ...open.slice(1),
    { href: '/people', label: t('nav.people'), icon: 'users' },
    { href: '/notifications', label: t('nav.notifications'), icon: 'bell', count: me.value.unreadNotifications },
    ...administration,
  ]
}

const leave = (): void => void leaveNothing().catch((error: unknown) => toast(explain(error), { tone: 'error' }))

/** What was not sent yet would be lost: this device forgets everything of who signs out. */
async function leaveNothing(): Promise<void> {
  const count = outbox.value.length
  if (count && !(await confirmDialog({ title: t('outbox.leave.title'), text: t('outbox.leave.text', { count }), yes: t('nav.signOut'), danger: true }))) return
  await signOut()
}

/** What belongs to me; `everything` adds what the bar on a phone has no room for. */
export function myItems(everything: boolean): MenuItem[] {
  const { value } = me
  if (!value) return []
  const items: MenuItem[] = [
    { label: t('nav.profile'), icon: 'user', href: `/people/${value.handle}` },
    { label: t('nav.bookmarks'), icon: 'bookmark', href: '/bookmarks' },
    { label: t('nav.drafts'), icon: 'notebook', href: '/drafts' },
    { label: t('nav.aboutMe'), icon: 'shield', href: '/about-me' },
    { label: t('nav.settings'), icon: 'settings', href: '/settings' },
  ]
  if (value.role === 'administrator') items.push({ label: t('nav.administration'), icon: 'shield', href: '/administration' })
  items.push({ label: t('nav.signOut'), icon: 'logout', onChoose: leave })
  const places: MenuItem[] = [
    { label: t('nav.mine'), icon: 'article', href: '/mine' },
    { label: t('nav.search'), icon: 'search', href: '/search' },
    { label: t('nav.buildings'), icon: 'building-community', href: '/buildings' },
    { label: t('nav.people'), icon: 'users', href: '/people' },
  ]
  const keys: MenuItem = { label: t('nav.keys'), icon: 'keyboard', onChoose: () => void import('../dialog/keys-dialog.ts').then(({ showKeys }) => showKeys()) }
  return everything ? [...places, ...items] : [...items.slice(0, -1), keys, ...items.slice(-1)]
}
