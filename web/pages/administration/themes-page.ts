// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ThemeInUse, ThemePair } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { PleinMenu } from '../../components/menu/menu.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { setQuery } from '../../router.ts'
import { administrationHead } from './administration-nav.ts'
import { deleteTheme, likelyThemePairs, themesInUse } from './data.ts'
import { askTheme } from './theme-dialog.ts'
import { askThemeMerge } from './theme-merge-dialog.ts'

const pairsAtFirst = 3

/** "/administration/themes": the words of portfolios and expertise, what else they are called, and which two are one. */
@customElement('plein-themes-page')
export class PleinThemesPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinMenu, PleinPager]
  @state() private allPairs = false
  private readonly paged = new Paged<ThemeInUse>(this, (cursor) => themesInUse(this.search.get('q'), cursor))
  private readonly pairs = new Loaded<ThemePair[]>(this, async (signal) => (await likelyThemePairs(signal)).items)
  private timer: ReturnType<typeof setTimeout> | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) void this.paged.reload()
  }

  override firstUpdated(): void {
    showPage(this, t('admin.themes'))
  }

  private readonly onSearch = (event: Event): void => {
    event.preventDefault()
    clearTimeout(this.timer)
    const box = this.querySelector<HTMLInputElement>('input[name="q"]')
    this.timer = setTimeout(() => setQuery({ q: box?.value.trim() || null }), event.type === 'submit' ? 0 : 250)
  }

  private async open(theme: ThemeInUse | null): Promise<void> {
    const saved = await askTheme(theme)
    if (!saved) return
    toast(t(theme ? 'state.saved' : 'themes.added', { name: saved.name }))
    await Promise.all([this.paged.reload(), this.pairs.reload()])
  }

  private async merge(from: Pick<ThemeInUse, 'id'>, into: Pick<ThemeInUse, 'id'> | null): Promise<void> {
    const merged = await askThemeMerge(from.id, into?.id ?? null)
    if (!merged) return
    toast(t('admin.theme.merged', { name: merged.name }))
    await Promise.all([this.paged.reload(), this.pairs.reload()])
    // What had the focus is gone.
    this.querySelector<HTMLElement>('h1')?.focus()
  }

  private async end(theme: ThemeInUse): Promise<void> {
    const { name } = theme
    if (!(await confirmDialog({ title: t('admin.theme.delete.title', { name }), text: t('admin.theme.delete.text'), yes: t('action.delete'), danger: true }))) return
    try {
      await deleteTheme(theme.id)
      this.paged.drop(theme.id)
      toast(t('admin.theme.deleted', { name }))
      await this.pairs.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(theme: ThemeInUse): TemplateResult {
    const { name, synonyms, portfolioCount, expertiseCount, url } = theme
    const items = [
      { label: t('admin.theme.edit'), icon: 'pencil' as const, onChoose: () => void this.open(theme) },
      { label: t('admin.theme.merge'), icon: 'copy' as const, onChoose: () => void this.merge(theme, null) },
      { label: t('action.delete'), icon: 'trash' as const, danger: true, onChoose: () => void this.end(theme) },
    ]
    const uses = [portfolioCount ? t('admin.theme.portfolios', { count: portfolioCount }) : '', expertiseCount ? t('admin.theme.experts', { count: expertiseCount }) : ''].filter(Boolean)
    return html`<li class="line line--bare">
      <div class="line__text">
        <a class="plain-link" href=${url}><b>${name}</b></a>
        ${synonyms.length ? html`<small>${t('themes.also', { names: synonyms.join(', ') })}</small>` : nothing}
        <small class="muted">${uses.length ? uses.join(' · ') : t('admin.theme.unused')}</small>
      </div>
      <plein-menu label=${t('admin.menu', { name })} .items=${items}></plein-menu>
    </li>`
  }

  private alike(): TemplateResult | typeof nothing {
    const pairs = this.pairs.value ?? []
    if (!pairs.length || this.search.get('q')) return nothing
    const shown = this.allPairs ? pairs : pairs.slice(0, pairsAtFirst)
    return html`<section class="panel stack stack--tight" aria-labelledby="themes-alike">
      <h2 id="themes-alike">${t('admin.themes.alike')}</h2>
      <p class="muted small">${t('admin.themes.alike.lead')}</p>
      <ul class="lines" role="list">
        ${shown.map(({ first, second }) => {
          // What fewer people have goes up in what more have; the next screen turns it round.
          const [from, into] = first.peopleCount <= second.peopleCount ? [first, second] : [second, first]
          return html`<li class="line line--bare line--asks">
            <div class="line__text"><span><b>${from.name}</b> ${t('admin.themes.and')} <b>${into.name}</b></span></div>
            <button type="button" class="button button--small" @click=${() => void this.merge(from, into)}>${t('admin.theme.merge')}<span class="visually-hidden">: ${from.name}, ${into.name}</span></button>
          </li>`
        })}
      </ul>
      ${pairs.length > shown.length ? html`<p><button type="button" class="text-button text-button--link" @click=${() => (this.allPairs = true)}>${t('admin.themes.alike.more', { count: pairs.length - shown.length })}</button></p>` : nothing}
    </section>`
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
    const q = this.search.get('q')
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(4)
    if (!items.length) return q ? empty(t('admin.themes.noneFound', { q }), { label: t('admin.themes.all'), href: '/administration/themes' }) : empty(t('admin.themes.none'), undefined, t('admin.themes.example'))
    return html`<ul class="lines" role="list">${repeat(items, (one) => one.id, (one) => this.row(one))}</ul>
      ${pager(this.paged)}`
  }

  override render(): TemplateResult {
    return html`<div class="page page--directory">
      ${administrationHead('/themes', t('admin.themes'), t('admin.themes.lead'))}
      <form class="finder" role="search" @submit=${this.onSearch}>
        <label class="search-field">${icon('search')}<span class="visually-hidden">${t('admin.themes.search')}</span><input class="control" type="search" name="q" autocomplete="off" maxlength="100" placeholder=${t('admin.themes.search')} .value=${this.search.get('q') ?? ''} @input=${this.onSearch} /></label>
        <button type="button" class="button button--primary" @click=${() => void this.open(null)}>${icon('plus')}${t('admin.theme.add')}</button>
      </form>
      <div class="stack">${this.alike()} ${this.list()}</div>
    </div>`
  }
}
