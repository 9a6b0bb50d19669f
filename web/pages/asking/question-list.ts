// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { AskedQuestion } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'

/** Questions with to whom they went, and how many answers there are. */
export const questionList = (items: readonly AskedQuestion[], showTheme: boolean, after?: (one: AskedQuestion) => unknown): TemplateResult =>
  html`<ul class="stack" role="list">
    ${items.map(
      (one) => html`<li class="panel">
        <p><a href=${one.post.url}><strong>${one.post.title || one.post.text.slice(0, 140)}</strong></a></p>
        <p class="small muted">
          ${one.post.author?.name ?? ''}, <plein-time .at=${one.askedAt}></plein-time> · ${t('asking.answers', { count: one.post.replyCount })} · ${t('asking.reached', { count: one.reach })}
        </p>
        <p>${showTheme ? html`<a class="tag" href="/themes/${one.theme.slug}">${one.theme.name}</a>` : nothing} ${one.organisation ? html`<span class="badge">${one.organisation.name}</span>` : nothing} ${one.region ? html`<span class="badge">${one.region}</span>` : nothing} ${one.workRole ? html`<span class="badge">${t(`workRole.${one.workRole}`)}</span>` : nothing} ${after?.(one) ?? nothing}</p>
      </li>`,
    )}
  </ul>`
