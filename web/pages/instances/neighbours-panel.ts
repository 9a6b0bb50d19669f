// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { OtherInstance } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { formFault, inputField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { forget, instances, relate, tryNow } from './data.ts'

/** The squares that stand next door: naming one, what it says of us, sharing questions. Emits `instances-changed`. */
@customElement('plein-neighbours-panel')
export class PleinNeighboursPanel extends LitElement {
  @state() private host = ''
  private readonly form = new FormState(this)
  private readonly list = new Loaded<OtherInstance[]>(this, async (signal) => (await instances({ relation: 'neighbour' }, signal)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  reload(): void {
    void this.list.reload()
  }

  private async changed(word: string): Promise<void> {
    toast(word)
    await this.list.reload()
    this.dispatchEvent(new CustomEvent('instances-changed', { bubbles: true }))
  }

  private readonly add = async (event: Event): Promise<void> => {
    event.preventDefault()
    const host = this.host.trim()
    if (!this.form.check({ host: host ? null : t('fed.needsHost') })) return
    const named = await this.form.send(() => relate(host, { relation: 'neighbour' }))
    if (!named) return
    this.host = ''
    await this.changed(t('fed.neighbour.added', { name: named.name }))
  }

  private async end({ host, name }: OtherInstance): Promise<void> {
    if (!(await confirmDialog({ title: t('fed.neighbour.remove.title', { name }), text: t('fed.neighbour.remove.text'), yes: t('fed.neighbour.remove'), danger: true }))) return
    try {
      await forget(host)
      await this.changed(t('fed.neighbour.removed', { name }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  /** What it says of us is otherwise asked every half hour. */
  private async look({ host, name }: OtherInstance): Promise<void> {
    try {
      await tryNow(host)
      await this.changed(t('fed.neighbour.looked', { name }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private async share(one: OtherInstance, box: HTMLInputElement): Promise<void> {
    try {
      const after = await relate(one.host, { relation: 'neighbour', sharesQuestions: box.checked })
      this.list.set((this.list.value ?? []).map((other) => (other.host === after.host ? after : other)))
      toast(t('state.saved'))
    } catch (error) {
      box.checked = one.sharesQuestions
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(one: OtherInstance): TemplateResult {
    const facts = [t(one.namesUs ? 'fed.namesUs' : 'fed.namesUsNot'), one.keepsClosedPlaces ? t('fed.keepsClosed') : null].filter((fact) => fact !== null)
    return html`<li class="line line--top">
      <span class="line__mark">${icon('building-community')}</span>
      <div class="line__text stack stack--tight">
        <p><b class="breaks">${one.name}</b>${one.name === one.host ? nothing : html` <small class="muted address">${one.host}</small>`}<br /><small class="muted">${facts.join(' · ')}</small></p>
        ${one.listFault ? html`<p class="fault small with-icon">${icon('alert-triangle', 'small')}<span>${t('fed.listFault', { reason: one.listFault })}</span></p>` : nothing}
        <label class="check"
          ><input type="checkbox" .checked=${one.sharesQuestions} @change=${(event: Event) => this.share(one, event.target as HTMLInputElement)} /><span
            >${t('fed.questions')}<span class="visually-hidden">: ${one.name}</span><small>${one.sharesQuestions ? t(one.takesQuestions ? 'fed.questions.both' : 'fed.questions.waiting', { name: one.name }) : t('fed.questions.hint')}</small></span
          ></label
        >
      </div>
      <div class="neighbour-actions">
        <button type="button" class="button button--small" @click=${() => this.look(one)}>${icon('refresh')}${t('fed.neighbour.look')}<span class="visually-hidden">: ${one.name}</span></button>
        <button type="button" class="button button--small" @click=${() => this.end(one)}>${t('fed.neighbour.remove')}<span class="visually-hidden">: ${one.name}</span></button>
      </div>
    </li>`
  }

  override render(): unknown {
    return html`${this.list.render((list) => (list.length ? html`<ul class="lines" role="list">${list.map((one) => this.row(one))}</ul>` : empty(t('fed.neighbours.none'), undefined, t('fed.neighbours.example'))))}
      <form class="form form--measure" novalidate @submit=${this.add}>
        ${inputField({ form: this.form, name: 'host', id: 'neighbour-host', label: t('fed.host'), hint: t('fed.host.hint'), value: this.host, maxlength: 300, autocomplete: 'off', onInput: (value) => (this.host = value) })} ${formFault(this.form)}
        <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${icon('plus')}${t('fed.neighbour.add')}</button></div>
      </form>`
  }
}
