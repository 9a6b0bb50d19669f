// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { countBadge } from '../frame/rail.ts'

export type Tab = { href: string; label: string; count?: number }

/** The parts of one place, as links: each has its own address. */
export const tabs = (label: string, items: Tab[], currentHref: string): TemplateResult =>
  html`<nav aria-label=${label}>
    <ul class="tabs" role="list">
      ${items.map((item) => html`<li><a class="tabs__link" href=${item.href} aria-current=${item.href === currentHref ? 'page' : nothing}>${item.label}${countBadge(item.count ?? 0)}</a></li>`)}
    </ul>
  </nav>`
