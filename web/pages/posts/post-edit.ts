// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import type { Post } from '../../api/types.ts'
import { fieldError, formFault, inputField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { MentionList } from '../../components/mention-list/mention-list.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { editPost } from './data.ts'

/** A message changed in place. Emits `edit-done` with the changed post, or without one when it was left as it was. */
@customElement('plein-post-edit')
export class PleinPostEdit extends LitElement {
  /** With its `source`. */
  @property({ attribute: false }) declare post: Post
  @state() private body: string | null = null
  @state() private heading: string | null = null
  private readonly form = new FormState(this)
  private readonly mentions = new MentionList(this, () => this.post.building.slug, (start, handle) => this.insertMention(start, handle))

  override createRenderRoot(): HTMLElement {
    return this
  }

  /** Something was changed and is not saved. */
  get dirty(): boolean {
    const { source, title } = this.post
    return (this.body !== null && this.body !== source?.body) || (this.heading !== null && this.heading !== title)
  }

  override firstUpdated(): void {
    const box = this.querySelector('textarea')
    box?.focus()
    box?.setSelectionRange(box.value.length, box.value.length)
  }

  private get text(): string {
    return this.body ?? this.post.source?.body ?? ''
  }

  private insertMention(start: number, handle: string): void {
    const box = this.querySelector('textarea')
    if (!box) return
    this.body = `${this.text.slice(0, start)}@${handle} ${this.text.slice(box.selectionStart)}`
    const caret = start + handle.length + 2
    void this.updateComplete.then(() => box.setSelectionRange(caret, caret))
  }

  private readonly onInput = (event: Event): void => {
    const box = event.target as HTMLTextAreaElement
    this.body = box.value
    this.form.mend('body')
    void this.mentions.onInput(box)
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (this.mentions.onKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.save(event)
    if (event.key === 'Escape' && !this.dirty) this.done()
  }

  private done(post?: Post): void {
    this.dispatchEvent(new CustomEvent('edit-done', { detail: post ?? null }))
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!this.form.check({ body: this.text.trim() ? null : t('composer.empty') })) return
    const saved = await this.form.send(() => editPost(this.post.id, { body: this.text, format: 'markdown', ...(this.heading === null ? {} : { title: this.heading.trim() }) }))
    if (!saved) return
    this.body = null
    toast(t('state.saved'))
    this.done(saved)
  }

  override render(): TemplateResult {
    const id = `edit-${this.post.id}`
    const error = this.form.error('body')
    return html`<form class="form form--tight" novalidate @submit=${this.save}>
      ${this.post.title === null ? nothing : inputField({ form: this.form, name: 'title', id: `${id}-title`, label: t('composer.title'), value: this.heading ?? this.post.title, maxlength: 200, onInput: (value) => (this.heading = value) })}
      <div class="field composer__box">
        <label for=${id}>${t('thread.editLabel')}</label>
        <textarea
          class="control control--grows"
          id=${id}
          name="body"
          rows="4"
          .value=${live(this.text)}
          aria-invalid=${ifDefined(error ? 'true' : undefined)}
          aria-describedby=${ifDefined(error ? `${id}-error` : undefined)}
          aria-controls=${ifDefined(this.mentions.controls)}
          aria-activedescendant=${ifDefined(this.mentions.activeId)}
          @input=${this.onInput}
          @keydown=${this.onKey}
          @blur=${() => this.mentions.close()}
        ></textarea>
        ${this.mentions.render()} ${fieldError(`${id}-error`, error)}
      </div>
      ${formFault(this.form)}
      <div class="form__actions">
        <button class="button button--primary" aria-disabled=${this.form.busy}>${t('action.save')}</button>
        <button type="button" class="button" @click=${() => this.done()}>${t('action.cancel')}</button>
      </div>
    </form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plein-post-edit': PleinPostEdit
  }
}
