// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { Access } from '../../api/types.ts'
import { gable } from './gable-svg.ts'

/** A place of another instance ("name@host") keeps the façade that it has there. */
const slugAtHome = (slug: string): string => slug.split('@', 1)[0] ?? slug

/** A building's mark. Its size comes from the class of the place where it stands. Decorative: the name stands beside it. */
export function gableMark(slug: string, access: Access = 'open'): TemplateResult | typeof nothing {
  return slug ? html`${guard([slug, access], () => unsafeHTML(gable(slugAtHome(slug), access)))}` : nothing
}
