// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { BodyFormat } from '../../api/types.ts'
import { fieldError } from '../../components/field/field.ts'
import { explain } from '../../components/field/form-state.ts'
import { skeleton } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { prefersMarkdown, setPrefersMarkdown } from '../../state/preferences.ts'
import { preview } from './data.ts'
import type { PleinRichEditor } from './editor/rich-editor.ts'

/** The editor knows no tables: a text that has one is changed as Markdown. */
const hasTable = (markdown: string): boolean => /^ {0,3}\|?[ :]*-+[ :]*\|[-| :]*$/m.test(markdown)

/** The text of an article, in the editor or as Markdown; what is written goes along when the way of writing changes. Emits `body-changed`. */
@customElement('plein-article-body')
export class PleinArticleBody extends LitElement {
  @property() body = ''
  @property() format: BodyFormat = 'html'
  @property() building = ''
  @property({ attribute: false }) error: string | null = null
  /** Without the editor (not fetched, or not wanted) the text is written as Markdown. */
  @state() private editorHere = false
  @state() private markdown = false
  @state() private shown: string | null = null
  private begin = ''

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.markdown = this.format === 'markdown' && (prefersMarkdown() || !this.body.trim() || hasTable(this.body))
    if (!this.body.trim()) this.markdown = prefersMarkdown()
    void this.prepare()
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('error') && this.error) this.querySelector<HTMLElement>('plein-rich-editor, textarea')?.focus()
  }

  private async prepare(): Promise<void> {
    if (this.markdown) {
      if (this.format === 'html' && !this.body.trim()) this.tell('', 'markdown')
      return
    }
    try {
      const [, begin] = await Promise.all([import('./editor/rich-editor.ts'), this.format === 'markdown' ? preview(this.body, 'markdown').then(({ html }) => html) : this.body])
      this.begin = begin
      this.editorHere = true
      this.markdown = false
    } catch (error) {
      // Offline, or a new version was installed: Markdown needs nothing more than this page.
      if (this.format === 'markdown' || !this.body.trim()) this.markdown = true
      else toast(explain(error), { tone: 'error' })
    }
  }

  private tell(body: string, format: BodyFormat): void {
    this.body = body
    this.format = format
    this.dispatchEvent(new CustomEvent('body-changed', { detail: { body, format } }))
  }

  private readonly toMarkdown = async (): Promise<void> => {
    const editor = this.querySelector<PleinRichEditor>('plein-rich-editor')
    const text = editor?.markdown() ?? ''
    this.markdown = true
    this.shown = null
    setPrefersMarkdown(true)
    this.tell(text, 'markdown')
    await this.updateComplete
    this.querySelector('textarea')?.focus()
  }

  private readonly toEditor = async (): Promise<void> => {
    setPrefersMarkdown(false)
    this.shown = null
    this.markdown = false
    this.editorHere = false
    await this.prepare()
    if (!this.markdown) this.tell(this.begin, 'html')
    await this.updateComplete
    this.querySelector<HTMLElement>('plein-rich-editor')?.focus()
  }

  private readonly togglePreview = async (): Promise<void> => {
    if (this.shown !== null) {
      this.shown = null
      return
    }
    try {
      this.shown = (await preview(this.body, 'markdown')).html
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private asMarkdown(): TemplateResult {
    return html`<label class="visually-hidden" for="article-body">${t('write.body')}</label>
      ${this.shown === null
        ? html`<textarea
            class="control control--grows control--code"
            id="article-body"
            name="body"
            rows="14"
            .value=${live(this.body)}
            aria-invalid=${ifDefined(this.error ? 'true' : undefined)}
            aria-describedby="article-hint"
            @input=${(event: Event) => this.tell((event.target as HTMLTextAreaElement).value, 'markdown')}
          ></textarea>`
        : html`<div class="prose preview" role="region" aria-label=${t('write.preview')}>${unsafeHTML(this.shown)}</div>`}
      <p class="field__hint" id="article-hint">${t('write.markdownHint')}</p>`
  }

  override render(): TemplateResult {
    return html`<div class="field">
      <div class="row row--apart">
        <span class="label" aria-hidden="true">${t('write.body')}</span>
        <span class="row">
          ${this.markdown ? html`<button type="button" class="text-button" aria-pressed=${this.shown !== null} @click=${this.togglePreview}>${t('write.preview')}</button>` : nothing}
          <button type="button" class="text-button" @click=${this.markdown ? this.toEditor : this.toMarkdown}>${t(this.markdown ? 'write.useEditor' : 'write.useMarkdown')}</button>
        </span>
      </div>
      ${fieldError('article-error', this.error)}
      ${this.markdown
        ? this.asMarkdown()
        : this.editorHere
          ? html`<plein-rich-editor .content=${this.begin} .label=${t('write.body')} building=${this.building} ?faulty=${!!this.error} @editor-changed=${(event: CustomEvent<string>) => (event.stopPropagation(), this.tell(event.detail, 'html'))}></plein-rich-editor>`
          : skeleton(2)}
    </div>`
  }
}
