// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { get } from '../../api/request.ts'
import type { List, Theme } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { icon } from '../icon/icon.ts'
import { themesNamed } from './themes-named.ts'

/** Fetched once, when somebody first writes a question; it is a help, so what cannot be had is left out. */
let vocabulary: Promise<Theme[]> | null = null
const themes = (): Promise<Theme[]> =>
  (vocabulary ??= get<List<Theme>>('/themes', { limit: 100 }).then(
    ({ items }) => items,
    () => ((vocabulary = null), []),
  ))
const mostOffered = 2

/** Beside a question: the way to ask it of everybody who has its theme in their portfolio. Emits `ask` before it is followed, so that the text goes along. */
@customElement('plein-ask-link')
export class PleinAskLink extends LitElement {
  @property() text = ''
  @state() private known: Theme[] = []

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void themes().then((known) => (this.known = known))
  }

  private readonly ask = (): void => void this.dispatchEvent(new CustomEvent('ask'))

  override render(): TemplateResult {
    const named = themesNamed(this.text, this.known).slice(0, mostOffered)
    return html`<p class="composer__ask">
      ${icon('users', 'small')}
      <span>${named.length
        ? named.map((theme) => html`<a href="/ask?theme=${theme.slug}" @click=${this.ask}>${t('composer.askTheme', { name: theme.name })}</a> `)
        : html`<a href="/ask" @click=${this.ask}>${t('composer.ask')}</a>`}</span>
    </p>`
  }
}
