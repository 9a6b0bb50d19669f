// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { randomId } from '../../api/random-id.ts'
import type { Draft } from '../../api/types.ts'
import { icon } from '../../components/icon/icon.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import type { Outgoing } from '../../offline/outbox.ts'
import { keepLocally } from '../../offline/drafts.ts'
import { outbox, putBack, rewrite, sendNow, takeOut } from '../../offline/sending.ts'
import { navigate } from '../../router.ts'
import { Watch } from '../../state/store.ts'
import { draftAddress, excerptOf } from './draft-address.ts'

/** What waits to be sent, and what was refused: to be seen, changed, sent or thrown away. */
@customElement('plein-outbox-list')
export class PleinOutboxList extends LitElement {
  @state() private editing: string | null = null
  @state() private text = ''

  constructor() {
    super()
    new Watch(this, outbox)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async discard({ id }: Outgoing): Promise<void> {
    const entry = await takeOut(id)
    if (!entry) return toast(t('outbox.gone'))
    toast(t('composer.discarded'), { undo: () => void putBack(entry) })
  }

  private async edit(entry: Outgoing): Promise<void> {
    // What `sendLater` put there.
    const draft = entry.draft as Draft
    if (draft.kind !== 'article') {
      this.editing = entry.id
      this.text = draft.body
      await this.updateComplete
      this.querySelector<HTMLTextAreaElement>('textarea')?.focus()
      return
    }
    if (!(await takeOut(entry.id))) return toast(t('outbox.gone'))
    await keepLocally({ owner: entry.owner, place: `article.${draft.id}`, draft, remote: true, kept: false, at: Date.now() })
    await navigate(draftAddress(draft))
  }

  private async save(event: Event, { id }: Outgoing): Promise<void> {
    event.preventDefault()
    if (!this.text.trim()) return
    if (!(await rewrite(id, this.text))) toast(t('outbox.gone'))
    this.editing = null
    await sendNow()
  }

  private async again(entry: Outgoing, asNew: boolean): Promise<void> {
    if (!(await takeOut(entry.id))) return toast(t('outbox.gone'))
    const { problem: _, triedAt, ...rest } = entry
    const id = randomId()
    await putBack(asNew ? { ...rest, id, draft: { ...rest.draft, id }, state: 'waiting' } : { ...rest, ...(triedAt === undefined ? {} : { triedAt }), state: 'waiting' })
    await sendNow()
  }

  private why({ problem }: Outgoing): { text: string; asNew: boolean } | null {
    if (!problem) return null
    if (problem.type.endsWith('idempotency-key-reused')) return { text: t('outbox.why.key'), asNew: true }
    if (problem.type === 'perhaps-placed') return { text: t('outbox.why.perhaps'), asNew: true }
    if (problem.type.endsWith('not-found')) return { text: t('outbox.why.gone'), asNew: false }
    return { text: problem.detail || t('outbox.why.gone'), asNew: false }
  }

  private row(entry: Outgoing): TemplateResult {
    const draft = entry.draft as Draft
    const name = draft.title || excerptOf(draft)
    const why = this.why(entry)
    return html`<li class="line line--tall">
      <span class="line__mark">${icon(entry.state === 'refused' ? 'alert-triangle' : 'send')}</span>
      <div class="line__text stack stack--tight">
        <p><b>${name}</b><br /><small class="muted">${draft.inReplyTo ? t('drafts.reply') : t(`post.${draft.kind}`)} ${t('outbox.in', { name: entry.where })} · ${t(entry.state === 'refused' ? 'outbox.refused' : 'outbox.waiting')}</small></p>
        ${why ? html`<p class="outbox__why">${why.text}</p>` : nothing}
        ${this.editing === entry.id
          ? html`<form class="stack stack--tight" @submit=${(event: Event) => this.save(event, entry)}>
              <textarea class="control" rows="4" aria-label=${t('outbox.text')} .value=${this.text} @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}></textarea>
              <div class="row"><button class="button button--primary button--small">${t('action.save')}</button> <button type="button" class="button button--small" @click=${() => (this.editing = null)}>${t('action.cancel')}</button></div>
            </form>`
          : html`<div class="row">
              ${navigator.onLine ? html`<button type="button" class="button button--small" aria-label=${`${t(why?.asNew ? 'outbox.asNew' : 'outbox.send')}: ${name}`} @click=${() => this.again(entry, why?.asNew ?? false)}>${t(why?.asNew ? 'outbox.asNew' : 'outbox.send')}</button>` : nothing}
              <button type="button" class="button button--small" aria-label=${`${t('action.edit')}: ${name}`} @click=${() => this.edit(entry)}>${t('action.edit')}</button>
            </div>`}
      </div>
      <button type="button" class="icon-button" aria-label=${t('outbox.discard', { name })} title=${t('composer.discard')} @click=${() => this.discard(entry)}>${icon('trash')}</button>
    </li>`
  }

  override render(): TemplateResult | typeof nothing {
    const entries = outbox.value
    if (!entries.length) return nothing
    return html`<section class="stack outbox" aria-labelledby="outbox-title">
      <h2 id="outbox-title">${t('outbox.title')}</h2>
      <p class="muted">${t('outbox.lead')}</p>
      <ul class="lines" role="list">${repeat(entries, ({ id }) => id, (entry) => this.row(entry))}</ul>
    </section>`
  }
}
