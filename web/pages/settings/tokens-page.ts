// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { NewToken, Scope, Token } from '../../api/types.ts'
import { confirmDialog, openDialog } from '../../components/dialog/dialog.ts'
import { fieldError, formFault, formValues, inputField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { createToken, revokeToken, tokens } from './data.ts'
import { settingsFrame } from './settings-frame.ts'

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  toast(t('state.copied'))
}

/** Shows the secret, the only time it can be seen. */
const showSecret = (token: NewToken): Promise<void> =>
  openDialog<void>(
    t('tokens.created.title'),
    () => html`<div class="stack">
      <p>${t('tokens.created.text')}</p>
      <label class="field"><span class="label">${t('tokens.value')}</span><input class="control" readonly .value=${token.token} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></label>
      <p><button type="button" class="button button--primary" @click=${() => copy(token.token)}>${icon('copy')}${t('action.copy')}</button></p>
    </div>`,
  )

/** Keys with which programs act for me. */
@customElement('plein-tokens-page')
export class PleinTokensPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  static readonly needs = [PleinTime]
  private readonly form = new FormState(this)
  private readonly list = new Loaded(this, async (signal) => (await tokens(signal)).items, { title: () => t('tokens.title') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly create = async (event: SubmitEvent): Promise<void> => {
    const target = event.target as HTMLFormElement
    const { name = '', expires = '' } = formValues(event)
    // The boxes carry exactly the scopes.
    const scopes = new FormData(target).getAll('scopes') as Scope[]
    if (!this.form.check({ name: !name.trim() && t('field.required'), scopes: !scopes.length && t('field.required') })) return
    const made = await this.form.send(() => createToken({ name, scopes, ...(expires ? { expiresAt: new Date(`${expires}T23:59:59`).toISOString() } : {}) }))
    if (!made) return
    target.reset()
    await showSecret(made)
    await this.list.reload()
  }

  private async revoke(token: Token): Promise<void> {
    if (!(await confirmDialog({ title: t('tokens.revoke.title'), text: t('tokens.revoke.text', { name: token.name }), yes: t('tokens.revoke'), danger: true }))) return
    try {
      await revokeToken(token.id)
      toast(t('tokens.revoked'))
      await this.list.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(token: Token): TemplateResult {
    return html`<li class="item">
      ${icon('key')}
      <div>
        <p><b>${token.name}</b></p>
        <p class="small">${token.scopes.map((scope) => t(`tokens.scope.${scope}`)).join(', ')}</p>
        <p class="muted small">
          ${token.lastUsedAt ? html`${t('tokens.used')}: <plein-time at=${token.lastUsedAt}></plein-time>` : t('tokens.unused')}${token.expiresAt ? html` · ${t('tokens.until', { date: formatDate(token.expiresAt) })}` : nothing}
        </p>
      </div>
      <button type="button" class="button button--small button--danger" aria-label=${t('tokens.revokeLabel', { name: token.name })} @click=${() => this.revoke(token)}>${t('tokens.revoke')}</button>
    </li>`
  }

  private newToken(): TemplateResult {
    const { form } = this
    const scopes: Scope[] = me.value?.role === 'administrator' ? ['read', 'write', 'admin'] : ['read', 'write']
    const error = form.error('scopes')
    return html`<section aria-labelledby="tokens-new">
      <h2 id="tokens-new">${t('tokens.new')}</h2>
      <form class="form" novalidate @submit=${this.create}>
        ${inputField({ form, name: 'name', label: t('tokens.name'), autocomplete: 'off', maxlength: 100 })}
        <fieldset class="field">
          <legend class="label">${t('tokens.scopes')}</legend>
          ${fieldError('scopes-error', error)}
          ${scopes.map((scope) => html`<label class="check"><input type="checkbox" name="scopes" value=${scope} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? 'scopes-error' : nothing} /><span>${t(`tokens.scope.${scope}`)}</span></label>`)}
        </fieldset>
        ${inputField({ form, name: 'expires', label: t('tokens.expires'), type: 'date', optional: true, short: true })} ${formFault(form)}
        <div class="form__actions"><button class="button button--primary" aria-disabled=${form.busy}>${t('tokens.create')}</button></div>
      </form>
    </section>`
  }

  override render(): unknown {
    return this.list.render((items) =>
      settingsFrame(
        '/settings/tokens',
        html`<div class="settings">
          <section class="stack" aria-labelledby="tokens-title">
            <h2 id="tokens-title">${t('tokens.title')}</h2>
            <p class="lead">${t('tokens.lead')}</p>
            ${items.length ? html`<ul class="items" role="list">${items.map((token) => this.row(token))}</ul>` : empty(t('tokens.empty'), undefined, t('tokens.example'))}
          </section>
          ${this.newToken()}
        </div>`,
      ),
    )
  }
}
