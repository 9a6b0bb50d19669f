// SPDX-License-Identifier: EUPL-1.2

/** Of an activity that says or passes on what a post says: the address of the post; null of what takes something back, or is about something else. */
export function postIn(activity: unknown): string | null {
  let said = activity;
  // An announcement has the saying in it; the share has the address alone.
  for (let depth = 0; depth < 3; depth++) {
    if (typeof said === 'string') return said;
    if (typeof said !== 'object' || said === null) return null;
    const { type, object } = said as Record<string, unknown>;
    if (type === 'Announce') said = object;
    else if (type === 'Create' || type === 'Update') said = typeof object === 'object' && object !== null ? (object as Record<string, unknown>)['id'] : object;
    else return null;
  }
  return null;
}
