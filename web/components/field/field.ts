// SPDX-License-Identifier: EUPL-1.2
import { html, noChange, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import { t } from '../../i18n/t.ts'
import { icon } from '../icon/icon.ts'
import type { FormState } from './form-state.ts'

type FieldOptions = {
  form?: FormState
  name: string
  label: string
  hint?: string | TemplateResult
  optional?: boolean
  /** Unique in the page; the name when there is one form only. */
  id?: string
}
type InputOptions = FieldOptions & {
  /** Left out, the field keeps what is typed in it. */
  value?: string
  type?: 'text' | 'email' | 'password' | 'url' | 'search' | 'number' | 'date'
  autocomplete?: string
  maxlength?: number
  placeholder?: string
  short?: boolean
  autofocus?: boolean
  onInput?: (value: string) => void
}

type Wired = { id: string; error: string | null; describedBy: string | undefined }

function wire(options: FieldOptions): Wired {
  const id = options.id ?? `field-${options.name}`
  const error = options.form?.error(options.name) ?? null
  const describedBy = [options.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, error, describedBy: describedBy || undefined }
}

export const fieldError = (id: string, message: string | null): TemplateResult | typeof nothing =>
  message ? html`<p class="field__error" id=${id}>${icon('alert-triangle')}<span>${message}</span></p>` : nothing

function around(options: FieldOptions, { id, error }: Wired, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${options.label} ${options.optional ? html`<span class="field__optional">${t('field.optional')}</span>` : nothing}</label>
    ${options.hint ? html`<p class="field__hint" id="${id}-hint">${options.hint}</p>` : nothing} ${fieldError(`${id}-error`, error)} ${control}
  </div>`
}

/** A field that nobody keeps the value of keeps it itself: drawing it anew leaves what was typed. */
export const given = (value: string | undefined): unknown => (value === undefined ? noChange : live(value))

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value

export function inputField(options: InputOptions): TemplateResult {
  const wired = wire(options)
  return around(
    options,
    wired,
    html`<input
      class="control ${options.short ? 'control--short' : ''}"
      id=${wired.id}
      name=${options.name}
      type=${options.type ?? 'text'}
      .value=${given(options.value)}
      ?required=${!options.optional}
      ?autofocus=${options.autofocus}
      autocomplete=${ifDefined(options.autocomplete)}
      maxlength=${ifDefined(options.maxlength)}
      placeholder=${ifDefined(options.placeholder)}
      aria-invalid=${ifDefined(wired.error ? 'true' : undefined)}
      aria-describedby=${ifDefined(wired.describedBy)}
      @input=${(event: Event) => (options.form?.mend(options.name), options.onInput?.(valueOf(event)))}
    />`,
  )
}

export function textField(options: FieldOptions & { value?: string; rows?: number; maxlength?: number; onInput?: (value: string) => void }): TemplateResult {
  const wired = wire(options)
  return around(
    options,
    wired,
    html`<textarea
      class="control"
      id=${wired.id}
      name=${options.name}
      rows=${options.rows ?? 4}
      .value=${given(options.value)}
      ?required=${!options.optional}
      maxlength=${ifDefined(options.maxlength)}
      aria-invalid=${ifDefined(wired.error ? 'true' : undefined)}
      aria-describedby=${ifDefined(wired.describedBy)}
      @input=${(event: Event) => (options.form?.mend(options.name), options.onInput?.(valueOf(event)))}
    ></textarea>`,
  )
}

export function selectField(options: FieldOptions & { value: string; options: { value: string; label: string }[]; short?: boolean; onChange?: (value: string) => void }): TemplateResult {
  const wired = wire(options)
  return around(
    options,
    wired,
    html`<select
      class="control ${options.short ? 'control--short' : ''}"
      id=${wired.id}
      name=${options.name}
      aria-invalid=${ifDefined(wired.error ? 'true' : undefined)}
      aria-describedby=${ifDefined(wired.describedBy)}
      @change=${(event: Event) => (options.form?.mend(options.name), options.onChange?.(valueOf(event)))}
    >
      ${options.options.map((one) => html`<option value=${one.value} .selected=${one.value === options.value}>${one.label}</option>`)}
    </select>`,
  )
}

/** The fault of the whole form, above its button. */
export const formFault = (form: FormState): TemplateResult | typeof nothing =>
  form.fault ? html`<div class="notice notice--error" role="alert">${icon('alert-triangle')}<p>${form.fault}</p></div>` : nothing

/** What was filled in, as plain text by name. */
export function formValues(event: SubmitEvent): Record<string, string> {
  event.preventDefault()
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(event.target as HTMLFormElement)) if (typeof value === 'string') values[name] = value
  return values
}
