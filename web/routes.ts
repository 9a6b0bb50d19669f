// SPDX-License-Identifier: EUPL-1.2
import type { Route } from './router.ts'

/** Every page; its code is fetched when it is opened. */
export const routes: Route[] = [
  { path: '/', tag: 'plein-square-page', load: () => import('./pages/square/square-page.ts') },
  { path: '/sign-up', tag: 'plein-sign-up-page', load: () => import('./pages/auth/sign-up-page.ts') },
  { path: '/sign-in', tag: 'plein-sign-in-page', load: () => import('./pages/auth/sign-in-page.ts') },
  { path: '/confirm', tag: 'plein-confirm-page', load: () => import('./pages/auth/confirm-page.ts') },
  { path: '/reset-password', tag: 'plein-reset-password-page', load: () => import('./pages/auth/reset-password-page.ts') },
  { path: '/invitation', tag: 'plein-invitation-page', load: () => import('./pages/auth/invitation-page.ts') },
  { path: '/first-administrator', tag: 'plein-first-administrator-page', load: () => import('./pages/auth/first-administrator-page.ts') },
  { path: '/settings', tag: 'plein-settings-page', load: () => import('./pages/settings/settings-page.ts'), for: 'member' },
  { path: '/settings/sessions', tag: 'plein-sessions-page', load: () => import('./pages/settings/sessions-page.ts'), for: 'member' },
  { path: '/settings/tokens', tag: 'plein-tokens-page', load: () => import('./pages/settings/tokens-page.ts'), for: 'member' },
]
