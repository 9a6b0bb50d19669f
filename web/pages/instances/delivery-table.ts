// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { OtherInstance } from '../../api/types.ts'
import { PleinMenu, type MenuItem } from '../../components/menu/menu.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { formatNumber, t } from '../../i18n/t.ts'

export const deliveryNeeds = [PleinMenu]

const moment = (at: string | null, otherwise: string): TemplateResult => (at ? html`<time datetime=${at}>${formatMoment(at)}</time>` : html`${otherwise}`)
const badges = { unused: '', fine: 'badge--grass', busy: 'badge--sun', down: 'badge--brick', parked: 'badge--brick' }

const row = (one: OtherInstance, items: MenuItem[]): TemplateResult => {
  const { state, backlog, dropped, lastSuccessAt, lastErrorAt, lastError, nextTryAt } = one.delivery
  const failing = state === 'down' || state === 'parked'
  return html`<tr role="row">
    <th scope="row" role="rowheader" class="breaks">${one.name}${one.name === one.host ? nothing : html`<small class="muted table__note">${one.host}</small>`}</th>
    <td role="cell" data-label=${t('fed.delivery.state')}><span class="badge ${badges[state]}">${t(`fed.delivery.${state}`)}</span>${failing && lastErrorAt ? html`<small class="muted table__note breaks">${t('fed.delivery.error', { when: formatMoment(lastErrorAt), error: lastError })}</small>` : nothing}</td>
    <td role="cell" data-label=${t('fed.delivery.backlog')} class="number">${formatNumber(backlog)}${dropped ? html`<small class="muted table__note">${t('fed.delivery.dropped', { count: dropped })}</small>` : nothing}</td>
    <td role="cell" data-label=${t('fed.delivery.last')}>${moment(lastSuccessAt, t('fed.never'))}</td>
    <td role="cell" class=${failing ? nothing : 'table__idle'} data-label=${t('fed.delivery.next')}>${failing ? moment(nextTryAt, '–') : '–'}</td>
    <td role="cell" class="table__action"><plein-menu label=${t('fed.delivery.menu', { name: one.name })} .items=${items}></plein-menu></td>
  </tr>`
}

/** How each instance that is not blocked takes what is sent to it. */
export const deliveryTable = (list: OtherInstance[], itemsFor: (one: OtherInstance) => MenuItem[]): TemplateResult =>
  list.length
    ? html`<div class="table-wrap" tabindex="0" role="region" aria-label=${t('fed.delivery')}>
        <table class="table table--cards table--health" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">${t('fed.delivery.instance')}</th>
              <th scope="col" role="columnheader">${t('fed.delivery.state')}</th>
              <th scope="col" role="columnheader" class="number">${t('fed.delivery.backlog')}</th>
              <th scope="col" role="columnheader">${t('fed.delivery.last')}</th>
              <th scope="col" role="columnheader">${t('fed.delivery.next')}</th>
              <th scope="col" role="columnheader" class="table__action"><span class="visually-hidden">${t('fed.delivery.actions')}</span></th>
            </tr>
          </thead>
          <tbody role="rowgroup">${list.map((one) => row(one, itemsFor(one)))}</tbody>
        </table>
      </div>`
    : html`<p class="muted">${t('fed.delivery.none')}</p>`
