// SPDX-License-Identifier: EUPL-1.2

/**
 * The one way of writing JSON of which hashes are taken (JCS, RFC 8785): members by their names in UTF-16 order, numbers and
 * strings as ECMAScript writes them. Members that are undefined are not there, as in JSON.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}
