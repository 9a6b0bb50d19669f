// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Post } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { nameOfHost } from '../home-mark/home-mark.ts'
import { icon } from '../icon/icon.ts'

/** Of what somebody of here wrote in a place elsewhere, until its home took it. */
export const underWay = ({ elsewhere }: Post): TemplateResult | typeof nothing => {
  if (elsewhere?.state === 'sent') return html`<p class="post__underway">${icon('send', 'small')}<span>${t('home.sent', { host: nameOfHost(elsewhere.host) })}</span></p>`
  if (elsewhere?.state === 'refused') return html`<p class="post__underway post__underway--refused">${icon('alert-triangle', 'small')}<span>${t('home.refused', { host: nameOfHost(elsewhere.host) })}</span></p>`
  return nothing
}
