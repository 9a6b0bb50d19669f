// SPDX-License-Identifier: EUPL-1.2

/**
 * Of PostgreSQL (its manual, appendix A): it ends, starts, or has no room left (connections, memory, disk), or its files
 * cannot be read; the rest are of the socket to it.
 */
const codes = new Set([
  '57P01', '57P02', '57P03', '57P05', '53000', '53100', '53200', '53300', '58030', '08000', '08001', '08003', '08006',
  'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT',
]);

/** The driver gives these no code. */
const messages = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** The database cannot do anything at the moment: nothing is wrong with what was asked, and it can be asked again later. */
export function isOutage(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code !== undefined && codes.has(code)) return true;
  return message !== undefined && messages.test(message);
}
