// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import type { FormState } from '../../components/field/form-state.ts'
import { inputField } from '../../components/field/field.ts'
import { t } from '../../i18n/t.ts'

type Options = { form: FormState; label?: string; name?: string; isNew?: boolean }

function reveal(event: Event): void {
  const box = event.target as HTMLInputElement
  const input = box.closest('.password')?.querySelector<HTMLInputElement>('.control')
  if (input) input.type = box.checked ? 'text' : 'password'
}

/** A password that can be shown: typing blind on a phone is what makes people choose a weak one. */
export const passwordField = ({ form, label, name = 'password', isNew = false }: Options): TemplateResult =>
  html`<div class="password">
    ${inputField({ form, name, label: label ?? t('auth.password'), type: 'password', autocomplete: isNew ? 'new-password' : 'current-password', maxlength: 200, ...(isNew ? { hint: t('auth.passwordHint') } : {}) })}
    <label class="check"><input type="checkbox" @change=${reveal} /><span>${t('auth.showPassword')}</span></label>
  </div>`
