// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import type { Access } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { gableMark } from '../gable/gable.ts'

const choices: Access[] = ['open', 'closed', 'hidden']

/** Three words with their meaning; the place's own façade shows each. @param within of a group, how open its building is: it is never wider */
export const accessPicker = (slug: string, value: Access, onChange: (access: Access) => void, { within }: { within?: Access } = {}): TemplateResult =>
  html`<fieldset class="field access-picker">
    <legend class="label">${t('access.legend')}</legend>
    ${choices.filter((access) => !within || within === 'open' || access !== 'open').map(
      (access) =>
        html`<label class="access-picker__choice">
          <input type="radio" name="access" value=${access} .checked=${value === access} @change=${() => onChange(access)} />
          <span class="access-picker__gable">${gableMark(slug || 'plein', access)}</span>
          <span><b>${t(`access.${access}.title`)}</b><small>${t(within ? `groups.access.${access}` : `access.${access}.text`)}</small></span>
        </label>`,
    )}
  </fieldset>`
