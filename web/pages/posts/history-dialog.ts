// SPDX-License-Identifier: EUPL-1.2
import { html } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { Post } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { revisionsOf } from './data.ts'

/** What the post said before, newest first. */
export async function showHistory(post: Post): Promise<void> {
  try {
    const { items } = await revisionsOf(post.id)
    await openDialog<void>(
      t('thread.history.title'),
      () => html`<p class="muted">${t('thread.history.text')}</p>
        <ol class="history" role="list">
          ${items.map(
            (revision) => html`<li>
              <p class="muted"><small>${formatMoment(revision.editedAt)} · ${revision.editor?.name ?? t('thread.someone')}</small></p>
              ${revision.title ? html`<p><b>${revision.title}</b></p>` : ''}
              <div class="prose">${unsafeHTML(revision.html)}</div>
            </li>`,
          )}
        </ol>`,
      { wide: true },
    )
  } catch (error) {
    toast(explain(error), { tone: 'error' })
  }
}
