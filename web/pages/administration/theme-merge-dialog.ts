// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ThemeInUse, ThemePage } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { formFault } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { t } from '../../i18n/t.ts'
import { mergeThemes, themeOf, themesInUse } from './data.ts'

/** Which theme goes up in which, and what that brings, before the one press. Emits `merged`. */
@customElement('plein-theme-merge')
export class PleinThemeMerge extends LitElement {
  @property() from = ''
  @property() into = ''
  @state() private two: Record<string, ThemePage> = {}
  @state() private found: ThemeInUse[] | null = null
  @state() private fault: string | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private typed = ''
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.learn([this.from, this.into])
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  /** The numbers are those of now, not of the list behind. */
  private async learn(ids: string[]): Promise<void> {
    try {
      const themes = await Promise.all(ids.filter(Boolean).map((id) => themeOf(id)))
      this.two = { ...this.two, ...Object.fromEntries(themes.map((theme) => [theme.id, theme])) }
    } catch (error) {
      this.fault = explain(error)
    }
  }

  private find(text: string): void {
    this.typed = text.trim()
    clearTimeout(this.timer)
    this.timer = setTimeout(async () => {
      const asked = this.typed
      if (asked.length < 2) return void (this.found = null)
      const list = await themesInUse(asked, null).catch(() => null)
      if (list && asked === this.typed) this.found = list.items.filter((one) => one.id !== this.from).slice(0, 6)
    }, 200)
  }

  private choose(theme: ThemeInUse): void {
    this.into = theme.id
    void this.learn([theme.id])
    this.form.mend('into')
  }

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!this.form.check({ into: this.into ? null : t('admin.theme.merge.choose') })) return
    const merged = await this.form.send(() => mergeThemes(this.from, this.into))
    if (merged) this.dispatchEvent(new CustomEvent('merged', { detail: merged }))
  }

  private swap(): void {
    const { from, into } = this
    this.from = into
    this.into = from
  }

  private choice(): TemplateResult {
    const fault = this.form.error('into')
    return html`<div class="field">
        <label for="theme-into">${t('admin.theme.merge.into')}</label>
        ${fault ? html`<p class="field__error" id="theme-into-error">${icon('alert-triangle')}<span>${fault}</span></p>` : nothing}
        <input class="control" id="theme-into" name="into" type="search" maxlength="60" autocomplete="off" autofocus aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? 'theme-into-error' : nothing} @input=${(event: Event) => this.find((event.target as HTMLInputElement).value)} />
      </div>
      ${this.found && !this.found.length ? html`<p class="muted" role="status">${t('admin.themes.noneFound', { q: this.typed })}</p>` : nothing}
      ${this.found?.length ? html`<ul class="lines" role="list">${this.found.map((one) => html`<li><button type="button" class="choice" @click=${() => this.choose(one)}><b>${one.name}</b>${one.synonyms.length ? html`<small class="muted">${t('themes.also', { names: one.synonyms.join(', ') })}</small>` : nothing}</button></li>`)}</ul>` : nothing}`
  }

  private effect(from: ThemePage, into: ThemePage): TemplateResult {
    const names = { from: from.name, into: into.name }
    return html`<p class="merge-two"><b>${from.name}</b> ${icon('chevron-right')}<span class="visually-hidden">${t('merge.goesInto')}</span> <b>${into.name}</b>
        <button type="button" class="button button--small" @click=${() => this.swap()}>${icon('refresh', 'small')}${t('merge.swap')}</button></p>
      <div class="notice">
        ${icon('info-circle')}
        <div class="stack stack--tight">
          <h3 class="notice__title">${t('merge.effect.title')}</h3>
          <ul class="bullets">
            <li>${t('admin.theme.merge.people', { ...names, count: from.peopleCount })}</li>
            <li>${t('admin.theme.merge.word', names)}</li>
            <li>${t('admin.theme.merge.rest', names)}</li>
          </ul>
        </div>
      </div>
      <p><strong>${t('admin.theme.merge.forGood')}</strong></p>`
  }

  override render(): TemplateResult {
    const [from, into] = [this.two[this.from], this.two[this.into]]
    return html`<form class="form stack" novalidate @submit=${this.send}>
      ${this.fault ? html`<div class="notice notice--error" role="alert">${icon('alert-triangle')}<p>${this.fault}</p></div>` : nothing}
      ${this.into ? (from && into ? this.effect(from, into) : html`<p class="muted" role="status">${t('state.loading')}</p>`) : this.choice()}
      ${formFault(this.form)}
      ${this.into ? nothing : html`<p class="muted small">${t('admin.theme.merge.before')}</p>`}
      <div class="dialog__foot">
        ${this.into ? html`<button type="button" class="button" @click=${() => (this.into = '')}>${t('admin.theme.merge.other')}</button>` : nothing}
        ${this.into ? html`<button class="button button--primary" aria-disabled=${this.form.busy}>${t('admin.theme.merge.now')}</button>` : nothing}
      </div>
    </form>`
  }
}

/** The theme that stays; undefined when nothing was merged. */
export const askThemeMerge = (from: string, into: string | null): Promise<ThemePage | undefined> =>
  openDialog<ThemePage>(
    t('admin.theme.merge.title'),
    (handle) => html`<plein-theme-merge from=${from} into=${into ?? ''} @merged=${(event: CustomEvent<ThemePage>) => handle.close(event.detail)}></plein-theme-merge>`,
  )
