// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HeardThread } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { chooseLevel } from '../../components/hearing/data.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'

/** Threads of which I hear more or less than of their place, each with a way back. */
@customElement('plein-heard-threads')
export class PleinHeardThreads extends LitElement {
  @property({ attribute: false }) threads: HeardThread[] = []

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async end(thread: HeardThread): Promise<void> {
    const before = this.threads
    const heard = { kind: 'threads', id: thread.post.id } as const
    this.threads = before.filter((one) => one !== thread)
    try {
      await chooseLevel(heard, null)
      toast(t('hearing.thread.ended', { name: thread.post.title }), { undo: () => void chooseLevel(heard, thread.level).then(() => (this.threads = before), (error: unknown) => toast(explain(error), { tone: 'error' })) })
    } catch (error) {
      this.threads = before
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(thread: HeardThread): TemplateResult {
    const { post, place, level } = thread
    return html`<li class="heard">
      <div class="heard__text"><a href=${post.url}>${post.title}</a><small class="muted">${t('hearing.thread.in', { level: t(`hear.${level}`), name: place.name })}</small></div>
      <button type="button" class="button button--small" @click=${() => this.end(thread)}>${t('hear.asPlace')}<span class="visually-hidden">: ${post.title}</span></button>
    </li>`
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="hearing-threads">
      <h2 id="hearing-threads">${t('hearing.threads')}</h2>
      ${this.threads.length ? html`<ul class="heard-list" role="list">${this.threads.map((one) => this.row(one))}</ul>` : html`<p class="muted">${t('hearing.noThreads')}</p>`}
    </section>`
  }
}
