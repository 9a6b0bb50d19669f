// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { ModerationAction, ModerationCase } from '../../api/types.ts'
import { fieldError, formFault, selectField, textField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { decide, readEscalated } from './data.ts'
import { termOptions, withoutTerm } from './terms.ts'

const dayMs = 86_400_000
/** With a term, or one that may be left out. */
const withTerm: ModerationAction[] = ['suspend', 'ban', 'suspend-account']
/** What somebody hears of, and why, whether asked or not. */
const silent: ModerationAction[] = ['dismiss']
const reasonless: ModerationAction[] = ['dismiss', 'restore', 'approve']
const costs: ModerationAction[] = ['remove', 'ban', 'suspend-account', 'close-place']

/** One thing that asks for a moderator, with what is known of it and what may be done. Emits `case-decided` with the case. */
@customElement('plein-moderation-case')
export class PleinModerationCase extends LitElement {
  @property({ attribute: false }) declare about: ModerationCase
  @state() private action: ModerationAction | null = null
  @state() private reason = ''
  @state() private days = '7'
  @state() private opened = false
  @state() private content: string | null = null

  static readonly needs = [PleinTime]
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { action, about } = this
    const reason = this.reason.trim()
    if (!this.form.check({ action: action ? null : t('moderation.needsAct'), reason: action && !reasonless.includes(action) && !reason ? t('moderation.needsReason') : null }) || !action) return
    const days = withTerm.includes(action) && this.days ? { days: Number(this.days) } : {}
    const decided = await this.form.send(() => decide(about.id, { action, reason, ...days }))
    if (!decided) return
    toast(t('moderation.decided'))
    this.action = null
    this.reason = ''
    this.opened = false
    this.dispatchEvent(new CustomEvent('case-decided', { bubbles: true, detail: decided }))
  }

  private async read(): Promise<void> {
    try {
      this.content = (await readEscalated(this.about.id)).html
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private heading(): TemplateResult {
    const { subject, kind, reportCount } = this.about
    const name = subject.building?.name ?? subject.person?.name ?? t('thread.someone')
    const label = kind === 'report' ? t('moderation.kind.report', { count: reportCount }) : t(`moderation.kind.${kind}`)
    return html`<header class="case__head">
      <h2>${t(subject.building?.url.includes('/groups/') ? 'moderation.about.group' : `moderation.about.${subject.kind}`, { name })}</h2>
      <span class="badge ${kind === 'report' ? 'badge--brick' : 'badge--sun'}">${label}</span>
      <plein-time class="muted push" at=${this.about.openedAt}></plein-time>
    </header>`
  }

  private subject(): TemplateResult {
    const { subject, can, escalatedWhy, place } = this.about
    const { post, person, building } = subject
    return html`${escalatedWhy ? html`<p class="notice notice--warning">${icon('info-circle')}<span>${t(`moderation.escalated.${escalatedWhy}`)}</span></p>` : nothing}
      ${post
        ? // Without a break before the words: those of a quotation are kept.
          html`<blockquote class="case__words">${post.title ? html`<b>${post.title}</b><br />` : nothing}${post.excerpt}</blockquote>
            <p class="small muted">${person ? html`<a href=${person.url}>${person.name}</a> · ` : nothing}${place ? html`<a href=${place.url}>${place.name}</a> · ` : nothing}<a href=${post.url}><plein-time at=${post.publishedAt}></plein-time></a>${post.withheld ? html` · <span class="badge">${t(`held.${post.withheld}`)}</span>` : nothing}</p>`
        : subject.kind === 'post' && can.readContent
          ? this.content === null
            ? html`<p>${t('moderation.about.closed')}</p><p><button type="button" class="button button--small" @click=${() => this.read()}>${t('moderation.readContent')}</button></p>`
            : html`<blockquote class="case__words prose">${unsafeHTML(this.content)}</blockquote>`
          : subject.kind === 'post' && this.about.kind !== 'appeal'
            ? html`<p class="muted">${t('moderation.about.gone')}</p>`
            : html`<p>${person ? html`<a href=${person.url}>${person.name}</a>` : nothing} ${building ? html`<a href=${building.url}>${building.name}</a>` : nothing}</p>`}`
  }

  private reports(): TemplateResult | typeof nothing {
    const { reports } = this.about
    if (!reports.length) return nothing
    return html`<section>
      <h3>${t('moderation.reports')}</h3>
      <ul class="case__reports" role="list">
        ${reports.map(
          (one) => html`<li>
            <p><span class="badge">${t(`report.reason.${one.reason}`)}</span> ${one.note}</p>
            <p class="small muted">${one.reporter ? html`<a href=${one.reporter.url}>${one.reporter.name}</a>` : (one.guest ?? t('moderation.guest'))} · <plein-time at=${one.createdAt}></plein-time>${one.earlier ? html` · ${t('moderation.reporter', { count: one.earlier })}, ${t('moderation.reporter.right', { count: one.earlierRight })}` : nothing}</p>
          </li>`,
        )}
      </ul>
    </section>`
  }

  private history(): TemplateResult {
    const { earlier, appeal } = this.about
    return html`${appeal
      ? html`<section>
          <h3>${t('moderation.decision')}</h3>
          <p>${t(`decision.${appeal.decision.action}`)}</p>
          ${appeal.decision.reason ? html`<blockquote class="case__words">${appeal.decision.reason}</blockquote>` : nothing} ${appeal.decision.excerpt ? html`<p class="small muted">${t('decision.excerpt')}</p><blockquote class="case__words">${appeal.decision.excerpt}</blockquote>` : nothing}
          <h3>${t('moderation.appealed')}</h3>
          <blockquote class="case__words">${appeal.note}</blockquote>
        </section>`
      : nothing}
    ${earlier.length
      ? html`<details class="case__earlier">
          <summary>${t('moderation.earlier')} (${earlier.length})</summary>
          <ul>
            ${earlier.map((one) => html`<li>${formatDate(one.decidedAt)}: ${t(`moderation.act.${one.action}`)}. ${one.reason}${one.overturned ? html` <span class="badge">${t('decision.overturned')}</span>` : nothing}</li>`)}
          </ul>
        </details>`
      : nothing}`
  }

  private preview(action: ModerationAction): TemplateResult | typeof nothing {
    const { person, kind, building } = this.about.subject
    if ((!person && kind !== 'place') || silent.includes(action)) return nothing
    const until = withTerm.includes(action) && this.days ? t('decision.until', { date: formatDate(new Date(Date.now() + Number(this.days) * dayMs).toISOString()) }) : ''
    return html`<div class="case__preview" aria-live="polite">
      <p class="small muted">${person ? t('moderation.preview', { name: person.name }) : t('moderation.preview.place')}</p>
      <p>${kind === 'place' && action === 'warn' ? t('decision.warn.place') : t(`decision.${action === 'dismiss' ? 'warn' : action}`)} ${until}</p>
      ${kind === 'place' && building ? html`<p>${t('decision.aboutPlace', { name: building.name })}</p>` : nothing}
      ${this.reason.trim() ? html`<blockquote class="case__words">${this.reason.trim()}</blockquote>` : nothing}
      ${['restore', 'approve', 'uphold', 'overturn'].includes(action) ? nothing : html`<p class="small">${t('moderation.preview.appeal')}</p>`}
    </div>`
  }

  /** What an act is called depends on what it is about. */
  private nameOf(act: ModerationAction): string {
    const { subject, place } = this.about
    if (subject.kind === 'place' && (act === 'warn' || act === 'dismiss')) return t(`moderation.act.${act}.place`)
    return t(act === 'ban' && place?.url.includes('/groups/') ? 'moderation.act.ban.group' : `moderation.act.${act}`)
  }

  private act(): TemplateResult {
    const { about, form, action } = this
    const id = `case-${about.id}`
    if (!about.can.act.length) return about.kind === 'appeal' ? html`<p class="muted">${t('moderation.cannot')}</p>` : html``
    if (about.state === 'closed' && about.kind === 'appeal') return html``
    if (about.state === 'closed' && !this.opened) return html`<p><button type="button" class="button button--small" @click=${() => (this.opened = true)}>${t('moderation.again')}</button></p>`
    const error = form.error('action')
    return html`<form class="form" novalidate @submit=${this.send}>
      <fieldset class="field">
        <legend class="label">${t('moderation.act')}</legend>
        ${fieldError(`${id}-error`, error)}
        ${about.can.act.map(
          (one) => html`<label class="check"><input type="radio" name="action" value=${one} .checked=${action === one} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing} @change=${() => (form.mend('action'), (this.action = one))} /><span>${this.nameOf(one)}</span></label>`,
        )}
      </fieldset>
      ${action
        ? html`${withTerm.includes(action)
            ? selectField({ form, name: 'days', id: `${id}-days`, label: t('moderation.days'), short: true, value: this.days, options: [...termOptions(), ...(action === 'suspend' ? [] : [withoutTerm()])], onChange: (value) => (this.days = value) })
            : nothing}
          ${textField({ form, name: 'reason', id: `${id}-reason`, label: t(action === 'dismiss' ? 'moderation.reason.dismiss' : 'moderation.reason'), ...(action === 'dismiss' ? {} : { hint: t(about.subject.kind === 'place' ? 'moderation.reason.hintPlace' : 'moderation.reason.hint') }), optional: reasonless.includes(action), rows: 3, maxlength: 4000, value: this.reason, onInput: (value) => (this.reason = value) })}
          ${this.preview(action)}`
        : nothing}
      ${formFault(form)}
      <div class="form__actions"><button class="button ${action && costs.includes(action) ? 'button--danger' : 'button--primary'}" aria-disabled=${form.busy}>${t('moderation.decide')}</button></div>
    </form>`
  }

  override render(): TemplateResult {
    return html`<article class="panel case stack">${this.heading()} ${this.subject()} ${this.reports()} ${this.history()} ${this.act()}</article>`
  }
}
