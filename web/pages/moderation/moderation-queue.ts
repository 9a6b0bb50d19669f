// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { LogItem, ModerationCase } from '../../api/types.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { tabs } from '../../components/tabs/tabs.ts'
import { PleinTime } from '../../components/time/time.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { t } from '../../i18n/t.ts'
import { cases, log, logFile, type Scope } from './data.ts'
import { PleinModerationCase } from './moderation-case.ts'

export type QueuePart = 'open' | 'closed' | 'log'
export const queuePart = (search: URLSearchParams): QueuePart => {
  const asked = search.get('part')
  return asked === 'closed' || asked === 'log' ? asked : 'open'
}

/** Acts that are in the log and no moderator chooses. */
const logActs: Partial<Record<string, MessageKey>> = {
  escalated: 'log.act.escalated', read: 'log.act.read', 'put-out': 'log.act.put-out', 'suspend-ended': 'log.act.suspend-ended', 'ban-ended': 'log.act.ban-ended', 'suspend-account-ended': 'log.act.suspend-account-ended',
  dismiss: 'moderation.act.dismiss', hide: 'moderation.act.hide', restore: 'moderation.act.restore', remove: 'moderation.act.remove', warn: 'moderation.act.warn', suspend: 'moderation.act.suspend', ban: 'moderation.act.ban',
  'suspend-account': 'moderation.act.suspend-account', approve: 'moderation.act.approve', refuse: 'moderation.act.refuse', 'close-place': 'moderation.act.close-place', uphold: 'moderation.act.uphold', overturn: 'moderation.act.overturn',
}

/** What is to be done, what was done, and the log: of a building, or of the instance. */
@customElement('plein-moderation-queue')
export class PleinModerationQueue extends LitElement {
  @property({ attribute: false }) place: Scope = null
  @property() shown: QueuePart = 'open'
  /** Of the page. */
  @property() address = ''
  @property({ type: Boolean }) mayExport = false

  static readonly needs = [PleinModerationCase, PleinPager, PleinTime]
  private readonly queue = new Paged<ModerationCase>(this, (cursor) => cases(this.place, this.shown === 'closed' ? 'closed' : 'open', cursor))
  private readonly entries = new Paged<LogItem>(this, (cursor) => log(this.place, cursor))

  override createRenderRoot(): HTMLElement {
    return this
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('shown') && !changed.has('place')) return
    if (this.shown === 'log') void this.entries.reload()
    else {
      this.queue.loaded = false
      void this.queue.reload()
    }
  }

  /** A case that was decided leaves the list; focus goes to the next. */
  private readonly decided = async ({ detail }: CustomEvent<ModerationCase>): Promise<void> => {
    if (this.shown === 'open') this.queue.drop(detail.id)
    else this.queue.replace(detail)
    await this.updateComplete
    this.querySelector<HTMLElement>('input[type=radio], [data-empty]')?.focus()
  }

  private cases(): TemplateResult {
    const { items, loaded, error } = this.queue
    if (!loaded) return error ? failure(error, () => void this.queue.reload()) : skeleton(3)
    if (!items.length) return html`<div data-empty tabindex="-1">${this.shown === 'open' ? empty(t('moderation.empty'), undefined, t('moderation.empty.example')) : empty(t('moderation.empty.closed'))}</div>`
    return html`<div class="stack" @case-decided=${this.decided}>${repeat(items, (one) => one.id, (one) => html`<plein-moderation-case .about=${one}></plein-moderation-case>`)}</div>
      ${pager(this.queue)}`
  }

  private entry({ act, by, person, place, at, reason }: LogItem): TemplateResult {
    const name = logActs[act]
    return html`<li class="line">
      <div class="line__text">
        <p><b>${name ? t(name) : act}</b>${person ? html` · ${t('log.about', { name: person.name })}` : nothing}</p>
        ${reason ? html`<p>${reason}</p>` : nothing}
        <small class="muted">${by ? by.name : t('log.itself')} · <plein-time at=${at}></plein-time>${this.place === null && place ? html` · ${place.name}` : nothing}</small>
      </div>
    </li>`
  }

  private log(): TemplateResult {
    const { items, loaded, error } = this.entries
    const list = !loaded ? (error ? failure(error, () => void this.entries.reload()) : skeleton(4)) : items.length ? html`<ul class="lines" role="list">${items.map((one) => this.entry(one))}</ul>${pager(this.entries)}` : empty(t('log.empty'))
    return html`<div class="row row--apart"><p class="muted">${t('log.lead')}</p>${this.mayExport ? html`<a class="button button--small" href=${logFile(this.place)} download>${icon('copy')}${t('log.export')}</a>` : nothing}</div>
      ${list}`
  }

  override render(): TemplateResult {
    const { address } = this
    return html`<div class="stack">
      ${tabs(t('moderation.tabs'), [{ href: address, label: t('moderation.open') }, { href: `${address}?part=closed`, label: t('moderation.closed') }, { href: `${address}?part=log`, label: t('moderation.log') }], this.shown === 'open' ? address : `${address}?part=${this.shown}`)}
      ${this.shown === 'log' ? this.log() : this.cases()}
    </div>`
  }
}
