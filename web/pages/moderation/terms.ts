// SPDX-License-Identifier: EUPL-1.2
import { t } from '../../i18n/t.ts'

type Option = { value: string; label: string }

/** So many days a measure may last, as the options of a choice. */
export const termOptions = (): Option[] => [1, 3, 7, 14, 30, 90, 365].map((days) => ({ value: String(days), label: t('moderation.days.count', { count: days }) }))

/** Until somebody ends it. */
export const withoutTerm = (): Option => ({ value: '', label: t('moderation.days.forever') })
