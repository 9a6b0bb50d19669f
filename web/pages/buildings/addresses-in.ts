// SPDX-License-Identifier: EUPL-1.2

type Found = { addresses: string[]; others: string[] }

/** A name before "<address>" is left out; one without quotes only when it holds nothing that could be an address. */
const named = /(?:"[^"]*"|(?<=^|[\s,;])[^\s,;<>"@]+(?:[ \t]+[^\s,;<>"@]+)*)?[ \t]*<([^<>]*)>/g
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
