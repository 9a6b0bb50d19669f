// SPDX-License-Identifier: EUPL-1.2
import type { authNl } from '../nl/auth.ts'
import type { Message } from '../messages.ts'

export const authEn: Record<keyof typeof authNl, Message> = {}
