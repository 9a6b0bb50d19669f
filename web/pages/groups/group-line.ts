// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Group } from '../../api/types.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { t } from '../../i18n/t.ts'

/** A group in the list of its building. */
export const groupLine = ({ slug, url, name, access, memberCount, summary, myMembership: mine }: Group): TemplateResult =>
  html`<li class="place-row">
    ${gableMark(slug, access)}
    <div class="stack stack--tight">
      <p><a href=${url}>${name}</a> ${accessBadge(access)}<br /><small class="muted">${t('place.members', { count: memberCount })}${mine?.state === 'active' ? html` · <b>${t(mine.role === 'member' ? 'buildings.youMember' : mine.role === 'admin' ? 'buildings.youAdmin' : 'buildings.youModerator')}</b>` : nothing}</small></p>
      ${summary ? html`<p>${summary}</p>` : nothing}
    </div>
  </li>`
