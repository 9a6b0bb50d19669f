// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Tie } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { explain } from '../../components/field/form-state.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { setTie, ties } from '../../components/report/data.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { settingsFrame } from './settings-frame.ts'

/** "/settings/blocks": of whom I want to see nothing. */
@customElement('plein-blocks-page')
export class PleinBlocksPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  private readonly list = new Loaded<Tie[]>(this, async (signal) => (await ties(signal)).items, { title: () => t('blocks.title') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async end({ person, kind }: Tie): Promise<void> {
    try {
      await setTie(person.handle, kind, false)
      toast(t('block.ended', { name: person.name }))
      await this.list.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(tie: Tie): TemplateResult {
    return html`<li class="line">
      <span class="line__mark">${avatar(tie.person)}</span>
      <div class="line__text"><a href=${tie.person.url}>${tie.person.name}</a><small class="muted">${t(`blocks.kind.${tie.kind}`)}</small></div>
      <button type="button" class="button button--small" @click=${() => this.end(tie)}>${t(tie.kind === 'block' ? 'block.unblock' : 'block.unmute')}<span class="visually-hidden"> ${tie.person.name}</span></button>
    </li>`
  }

  override render(): unknown {
    return this.list.render((items) =>
      settingsFrame(
        '/settings/blocks',
        html`<section class="stack" aria-labelledby="blocks-title">
          <h2 id="blocks-title">${t('blocks.title')}</h2>
          <p class="lead">${t('blocks.lead')}</p>
          ${items.length ? html`<ul class="lines" role="list">${items.map((tie) => this.row(tie))}</ul>` : empty(t('blocks.empty'), undefined, t('blocks.example'))}
        </section>`,
      ),
    )
  }
}
