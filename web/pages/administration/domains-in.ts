// SPDX-License-Identifier: EUPL-1.2

/** "zuiderdam.nl, @raad.zuiderdam.nl" gives two domains. */
export const domainsIn = (text: string): string[] => [...new Set(text.toLowerCase().split(/[\s,;]+/).map((one) => one.replace(/^.*@/, '')).filter(Boolean))]
