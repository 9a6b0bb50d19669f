// SPDX-License-Identifier: EUPL-1.2
import { html } from 'lit'
import type { Post, ReactionName } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { reactorsOf } from './data.ts'

const names: ReactionName[] = ['like', 'thanks', 'agree', 'idea']

/** Who let something be known, by kind. */
export async function showReactors(post: Post): Promise<void> {
  try {
    const { items } = await reactorsOf(post.id)
    const groups = names.map((name) => ({ name, actors: items.filter((one) => one.name === name).map((one) => one.actor) })).filter((group) => group.actors.length)
    await openDialog<void>(t('thread.reactors.title'), () =>
      html`${groups.map(
        ({ name, actors }) => html`<h3 class="reactors__kind">${t(`reaction.${name}`)} <span class="muted">${actors.length}</span></h3>
          <ul class="reactors" role="list">${actors.map((actor) => html`<li class="person-row">${avatar(actor, 'sm')}<span><a href=${actor.url}>${actor.name}</a> ${originBadge(actor)}</span></li>`)}</ul>`,
      )}`,
    )
  } catch (error) {
    toast(explain(error), { tone: 'error' })
  }
}
