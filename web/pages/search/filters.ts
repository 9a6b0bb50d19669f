// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../../i18n/t.ts'
import type { Asked, Field } from './data.ts'

const kinds = ['message', 'article', 'question'] as const
const narrowing = ['building', 'author', 'kind', 'after', 'before'] as const satisfies readonly Field[]

export const narrowedBy = (asked: Asked): number => narrowing.filter((field) => asked[field]).length

/** What narrows a search; folded away until it is wanted, open while it does something. */
export function filters(asked: Asked, onChange: (change: Partial<Record<Field, string | null>>) => void): TemplateResult {
  const typed = (field: Field) => (event: Event) => onChange({ [field]: (event.target as HTMLInputElement | HTMLSelectElement).value.trim() || null })
  const text = (field: 'building' | 'author'): TemplateResult =>
    html`<label class="field"><span>${t(`search.${field}`)}</span><input class="control" name=${field} autocomplete="off" autocapitalize="none" maxlength="200" placeholder=${t(`search.${field}Example`)} .value=${asked[field] ?? ''} @change=${typed(field)} /></label>`
  const day = (field: 'after' | 'before'): TemplateResult => html`<label class="field"><span>${t(`search.${field}`)}</span><input class="control" type="date" name=${field} .value=${asked[field] ?? ''} @change=${typed(field)} /></label>`
  const count = narrowedBy(asked)
  return html`<details class="search-filters" ?open=${count > 0}>
    <summary>${t('search.filters')}${count ? html` <span class="count count--quiet"><span aria-hidden="true">${count}</span><span class="visually-hidden">${t('search.filtersOn', { count })}</span></span>` : nothing}</summary>
    <div class="search-filters__fields">
      ${text('building')} ${text('author')}
      <label class="field"
        ><span>${t('search.kind')}</span
        ><select class="control" name="kind" @change=${typed('kind')}>
          <option value="" .selected=${!asked.kind}>${t('search.kind.any')}</option>
          ${kinds.map((kind) => html`<option value=${kind} .selected=${asked.kind === kind}>${t(`search.kind.${kind}`)}</option>`)}
        </select></label
      >
      ${day('after')} ${day('before')}
    </div>
    ${count ? html`<button type="button" class="text-button" @click=${() => onChange(Object.fromEntries(narrowing.map((field) => [field, null])))}>${t('search.clear')}</button>` : nothing}
  </details>`
}
