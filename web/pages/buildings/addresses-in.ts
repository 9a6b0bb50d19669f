// SPDX-License-Identifier: EUPL-1.2

type Found = { addresses: string[]; others: string[] }

/** A name before "<address>" is left out; one without quotes only when it holds nothing that could be an address. Bounded: from every word it looks ahead. */
const named = /(?:"[^"]*"|(?<=^|[\s,;])[^\s,;<>"@]{1,100}(?:[ \t]{1,9}[^\s,;<>"@]{1,100}){0,9})?[ \t]{0,9}<([^<>]*)>/g
const address = /^[^\s"@<>]+@[^\s"@<>[\].]+(?:\.[^\s"@<>[\].]+)+$/

/** Addresses out of what was pasted: one per line, or with commas, semicolons, or as "Name <address>"; and what is none, as it was written. */
export function addressesIn(text: string): Found {
  const words = text.replace(named, ' $1 ').split(/[\s,;]+/).filter(Boolean)
  const addresses = new Set<string>()
  const others = new Set<string>()
  for (const word of words) {
    const bare = word.replace(/\.$/, '')
    if (address.test(bare)) addresses.add(bare.toLowerCase())
    else others.add(word)
  }
  return { addresses: [...addresses], others: [...others] }
}
