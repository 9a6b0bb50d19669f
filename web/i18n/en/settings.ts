// SPDX-License-Identifier: EUPL-1.2
import type { settingsNl } from '../nl/settings.ts'
import type { Message } from '../messages.ts'

export const settingsEn: Record<keyof typeof settingsNl, Message> = {}
