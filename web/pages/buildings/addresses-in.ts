// SPDX-License-Identifier: EUPL-1.2

/** Addresses out of what was pasted: one per line, or with commas, semicolons, or as "Name <address>". */
export function addressesIn(text: string): string[] {
  const found = text.match(/[^\s,;<>"']+@[^\s,;<>"']+/g) ?? []
  return [...new Set(found.map((address) => address.toLowerCase().replace(/\.$/, '')))]
}
