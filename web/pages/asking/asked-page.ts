// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AskedQuestion } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { byMe, forMe, optOut } from './data.ts'
import { questionList } from './question-list.ts'

/** "/asked": questions to my portfolio, also from before it was mine, and what I asked. */
@customElement('plein-asked-page')
export class PleinAskedPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  static readonly needs = [PleinPager, PleinTime]
  private readonly forMe = new Paged<AskedQuestion>(this, forMe)
  private readonly byMe = new Paged<AskedQuestion>(this, byMe)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('asking.asked'))
    void this.forMe.reload()
    void this.byMe.reload()
  }

  private async quiet({ theme }: AskedQuestion): Promise<void> {
    try {
      await optOut(theme.slug)
      toast(t('asking.optedOut', { name: theme.name }))
      await this.forMe.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private list(paged: Paged<AskedQuestion>, none: TemplateResult, after?: (one: AskedQuestion) => unknown): TemplateResult {
    if (!paged.loaded) return paged.error ? failure(paged.error, () => void paged.reload()) : skeleton(2)
    return paged.items.length ? html`${questionList(paged.items, true, after)} ${pager(paged)}` : none
  }

  override render(): TemplateResult {
    return html`<div class="page page--reading">
      <header class="page__head">
        <h1 tabindex="-1">${t('asking.asked')}</h1>
        <a class="button push" href="/ask">${icon('question-mark')}${t('asking.open')}</a>
      </header>
      <section class="stack stack--tight" aria-labelledby="asked-me">
        <h2 id="asked-me">${t('asking.forMe')}</h2>
        ${this.list(this.forMe, empty(t('asking.noneForMe'), { label: t('asking.fillPortfolio'), href: '/settings/profile' }), (one) => html`<button type="button" class="button button--small" @click=${() => this.quiet(one)}>${t('asking.optOut', { name: one.theme.name })}</button>`)}
      </section>
      <section class="stack stack--tight" aria-labelledby="asked-by-me">
        <h2 id="asked-by-me">${t('asking.byMe')}</h2>
        ${this.list(this.byMe, empty(t('asking.noneByMe'), { label: t('asking.open'), href: '/ask' }))}
      </section>
    </div>`
  }
}
