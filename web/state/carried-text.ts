// SPDX-License-Identifier: EUPL-1.2

/** A text on its way from one page to another that the reader chose; `placed` tidies up where it came from. */
export type CarriedText = { text: string; placed: () => void }

let carried: CarriedText | null = null

export const carryText = (text: CarriedText): void => void (carried = text)

/** Once: whoever takes it has it. */
export function takeCarriedText(): CarriedText | null {
  const taken = carried
  carried = null
  return taken
}
