// SPDX-License-Identifier: EUPL-1.2

/** "#Wmo en Jeugd" becomes "wmo-en-jeugd". */
export const tagOf = (text: string): string => text.trim().toLowerCase().replace(/^#+/, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
