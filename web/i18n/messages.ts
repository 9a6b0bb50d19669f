// SPDX-License-Identifier: EUPL-1.2
import type { nl } from './nl.ts'

/** One sentence, or a form for one and a form for more; {name} is filled in, {count} as a number of the language. */
export type Message = string | { one: string; other: string }
export type MessageKey = keyof typeof nl
export type Messages = Record<MessageKey, Message>
