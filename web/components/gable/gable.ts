// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { Access } from '../../api/types.ts'
import { gable } from './gable-svg.ts'

/** A building's mark. Its size comes from the class of the place where it stands. Decorative: the name stands beside it. */
export function gableMark(slug: string, access: Access = 'open'): TemplateResult | typeof nothing {
  return slug ? html`${guard([slug, access], () => unsafeHTML(gable(slug, access)))}` : nothing
}
