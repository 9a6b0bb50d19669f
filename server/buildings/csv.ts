// SPDX-License-Identifier: EUPL-1.2

/**
 * A file that spreadsheets open as it is meant (RFC 4180): UTF-8 with a mark, a semicolon as Dutch Excel expects, and nothing in it
 * that a spreadsheet would carry out.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is one for Excel, LibreOffice and Google Sheets; an apostrophe before it makes it text. */
function cell(value: string): string {
  const harmless = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";,\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
