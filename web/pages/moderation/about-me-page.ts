// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { HeldPost, MyDecision, MyReport } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { PleinAppealForm } from './appeal-form.ts'
import { myDecisions, myHeldPosts, myReports, withdraw } from './data.ts'

/** "/about-me": what was decided about me and why, what of mine waits, and what I reported. */
@customElement('plein-about-me-page')
export class PleinAboutMePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinAppealForm, PleinPager, PleinTime]
  private readonly held = new Loaded<{ held: HeldPost[]; reports: MyReport[] }>(
    this,
    async (signal) => {
      const [held, reports] = await Promise.all([myHeldPosts(signal), myReports(signal)])
      return { held: held.items, reports: reports.items }
    },
    { title: () => t('aboutMe.title') },
  )
  private readonly decisions = new Paged<MyDecision>(this, myDecisions)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.decisions.reload()
  }

  private async takeBack({ id }: HeldPost): Promise<void> {
    if (!(await confirmDialog({ title: t('aboutMe.withdraw.title'), text: t('aboutMe.withdraw.text'), yes: t('aboutMe.withdraw'), danger: true }))) return
    try {
      await withdraw(id)
      toast(t('post.deleted'))
      await this.held.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private heldPosts(held: HeldPost[]): TemplateResult | typeof nothing {
    if (!held.length) return nothing
    return html`<section aria-labelledby="held" class="stack">
      <h2 id="held">${t('aboutMe.held')}</h2>
      ${held.map(
        (one) => html`<article class="panel stack">
          <p class="row"><span class="badge badge--sun">${t(`held.${one.withheld}`)}</span>${one.place ? html`<a href=${one.place.url}>${one.place.name}</a>` : nothing}<plein-time class="muted" at=${one.withheldAt}></plein-time></p>
          <p>${t(`held.note.${one.withheld}`)}</p>
          ${one.title ? html`<h3>${one.title}</h3>` : nothing}
          <div class="prose case__words">${unsafeHTML(one.html)}</div>
          <p><button type="button" class="button button--small button--danger" @click=${() => this.takeBack(one)}>${icon('trash')}${t('aboutMe.withdraw')}</button></p>
        </article>`,
      )}
    </section>`
  }

  private decision(one: MyDecision): TemplateResult {
    return html`<article class="panel stack">
      <p class="row"><plein-time class="muted" at=${one.decidedAt}></plein-time>${one.place ? html`<a href=${one.place.url}>${one.place.name}</a>` : nothing}${one.overturned ? html`<span class="badge badge--grass">${t('decision.overturned')}</span>` : nothing}</p>
      <p><b>${t(one.subject.kind === 'place' && one.action === 'warn' ? 'decision.warn.place' : `decision.${one.action}`)}</b> ${one.subject.kind === 'place' && one.subject.excerpt ? t('decision.aboutPlace', { name: one.subject.excerpt }) : nothing} ${one.endedAt ? t('decision.ended', { date: formatDate(one.endedAt) }) : one.until ? t('decision.until', { date: formatDate(one.until) }) : nothing}</p>
      ${one.reason ? html`<div><h3 class="small">${t('decision.reason')}</h3><p class="case__words">${one.reason}</p></div>` : nothing}
      ${one.ground ? html`<p class="small muted">${t('decision.ground', { reason: t(`report.reason.${one.ground}`) })}</p>` : nothing}
      ${one.subject.excerpt && one.subject.kind !== 'place' ? html`<details><summary>${t('decision.excerpt')}</summary><blockquote class="case__words">${one.subject.excerpt}</blockquote></details>` : nothing}
      ${one.appeal
        ? html`<div><h3 class="small">${t('appeal.mine')}</h3><p class="case__words">${one.appeal.note}</p></div>
            ${one.appeal.state === 'open' ? html`<p>${t('appeal.open')}</p>` : html`<div><h3 class="small">${t('appeal.answer')}</h3><p>${t(one.appeal.state === 'upheld' ? 'decision.uphold' : 'decision.overturn')}</p>${one.appeal.answer ? html`<p class="case__words">${one.appeal.answer}</p>` : nothing}</div>`}`
        : nothing}
      ${one.can.appeal ? html`<plein-appeal-form .decision=${one} @appealed=${() => this.decisions.reload()}></plein-appeal-form>` : nothing}
    </article>`
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.decisions
    if (!loaded) return error ? failure(error, () => void this.decisions.reload()) : skeleton(2)
    if (!items.length) return empty(t('aboutMe.decisions.empty'), undefined, t('aboutMe.decisions.example'))
    return html`${items.map((one) => this.decision(one))} ${pager(this.decisions)}`
  }

  private reports(reports: MyReport[]): TemplateResult | typeof nothing {
    if (!reports.length) return nothing
    return html`<section aria-labelledby="my-reports">
      <h2 id="my-reports">${t('aboutMe.reports')}</h2>
      <ul class="lines" role="list">
        ${reports.map((one) => html`<li class="line"><div class="line__text"><p><b>${t(`report.reason.${one.reason}`)}</b> ${one.note}</p><small class="muted">${t(`aboutMe.report.${one.outcome ?? 'open'}`)} · <plein-time at=${one.answeredAt ?? one.createdAt}></plein-time></small></div></li>`)}
      </ul>
    </section>`
  }

  override render(): unknown {
    return this.held.render(
      ({ held, reports }) => html`<div class="page page--reading stack stack--loose">
        <header>
          <h1 tabindex="-1">${t('aboutMe.title')}</h1>
          <p class="lead">${t('aboutMe.lead')}</p>
        </header>
        ${this.heldPosts(held)}
        <section aria-labelledby="decisions" class="stack"><h2 id="decisions">${t('aboutMe.decisions')}</h2>${this.list()}</section>
        ${this.reports(reports)}
      </div>`,
    )
  }
}
