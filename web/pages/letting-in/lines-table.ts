// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { ImportLine, ImportOutcome, PreviewOutcome } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'

type Line = Omit<ImportLine, 'outcome'> & { outcome: ImportOutcome | PreviewOutcome }

const tones: Partial<Record<Line['outcome'], string>> = { faulty: 'badge--brick', added: 'badge--grass', invited: 'badge--grass', extended: 'badge--grass', in: 'badge--grass' }

/** Lines of a file with what becomes of each; on a phone every line is a card. */
export const linesTable = (lines: readonly Line[], caption: string): TemplateResult => html`<div class="lines-table">
  <table>
    <caption class="visually-hidden">${caption}</caption>
    <thead>
      <tr>
        <th scope="col">${t('import.line')}</th>
        <th scope="col">${t('import.who')}</th>
        <th scope="col">${t('import.role')}</th>
        <th scope="col">${t('import.groups')}</th>
        <th scope="col">${t('import.outcome')}</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        (line) => html`<tr class=${line.outcome === 'faulty' ? 'is-faulty' : ''}>
          <td class="lines-table__line"><span class="lines-table__label">${t('import.line')} </span>${line.line}</td>
          <td><span class="breaks">${line.email || '–'}</span>${line.name ? html`<br /><small class="muted breaks">${line.name}</small>` : nothing}</td>
          <td>${line.role || nothing}</td>
          <td class="breaks">${line.groups.split('|').join(', ') || nothing}</td>
          <td>
            <span class="badge ${tones[line.outcome] ?? ''}">${t(`import.outcome.${line.outcome}`)}</span>
            ${line.faults.map((fault) => html`<p class="lines-table__fault">${t(`import.field.${fault.field}`)}: ${fault.message}</p>`)}
          </td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`
