// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AskedQuestion, Person, ThemePage } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { asked, holders, theme } from './data.ts'
import { questionList } from './question-list.ts'

type Shown = { theme: ThemePage; people: Person[]; open: AskedQuestion[]; answered: AskedQuestion[] }

/** "/themes/{slug}": who has it in their portfolio, and what was asked of them. */
@customElement('plein-theme-page')
export class PleinThemePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  static readonly needs = [PleinTime]
  private readonly shown = new Loaded<Shown>(this, (signal) => this.fetch(signal), { title: (value) => value.theme.name })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async fetch(signal: AbortSignal): Promise<Shown> {
    const found = await theme(this.params['theme'] ?? '', signal)
    // The list of people is for who is signed in.
    const people = me.value ? holders(found.slug).then(({ items }) => items) : Promise.resolve([])
    const [who, open, answered] = await Promise.all([people, asked(found.slug, false), asked(found.slug, true)])
    return { theme: found, people: who, open: open.items, answered: answered.items }
  }

  private people({ theme: one, people }: Shown): TemplateResult {
    return html`<section class="panel" aria-labelledby="theme-people">
      <h2 id="theme-people">${t('themes.people')}</h2>
      <p class="small">${t('themes.peopleCount', { count: one.peopleCount })}</p>
      ${people.length ? html`<ul role="list" class="stack">${people.map((person) => html`<li class="person-card">${avatar(person)}<div><p><a href=${person.url}>${person.name}</a></p><p class="small">${person.jobTitle ?? ''} ${originBadge(person)}</p></div></li>`)}</ul>` : nothing}
      ${me.value && one.peopleCount > people.length ? html`<p><a href="/people?portfolio=${one.slug}">${t('themes.everybody')}</a></p>` : nothing}
    </section>`
  }

  override render(): unknown {
    return this.shown.render(
      (shown) => html`<div class="columns">
        <div class="stack stack--loose">
          <header class="page__head">
            <div>
              <h1 tabindex="-1">${shown.theme.name}</h1>
              ${shown.theme.synonyms.length ? html`<p class="muted">${t('themes.also', { names: shown.theme.synonyms.join(', ') })}</p>` : nothing}
            </div>
            ${me.value ? html`<a class="button button--primary push" href="/ask?theme=${shown.theme.slug}">${icon('question-mark')}${t('asking.open')}</a>` : nothing}
          </header>
          <section class="stack stack--tight" aria-labelledby="theme-open">
            <h2 id="theme-open">${t('themes.openQuestions')}</h2>
            ${shown.open.length ? questionList(shown.open, false) : empty(t('themes.noOpen'))}
          </section>
          <section class="stack stack--tight" aria-labelledby="theme-answered">
            <h2 id="theme-answered">${t('themes.answered')}</h2>
            ${shown.answered.length ? questionList(shown.answered, false) : empty(t('themes.noAnswered'))}
          </section>
        </div>
        <aside>${this.people(shown)}</aside>
      </div>`,
    )
  }
}
