// SPDX-License-Identifier: EUPL-1.2
import type { Route } from './router.ts'

/** Every page; its code is fetched when it is opened. */
export const routes: Route[] = [
  { path: '/', tag: 'plein-square-page', load: () => import('./pages/square/square-page.ts') },
]
