// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';

/** Makes the header that lets an instance see whether it has the same members of a place as we have (FEP-8fcf); null for none. */
export type MakeHeader = (deps: Deps, placeId: string, host: string) => Promise<string | null>;

let make: MakeHeader | null = null;

/** Places say here how; deliveries know nothing of members. */
export const synchronization = {
  provide(header: MakeHeader): void {
    make = header;
  },
  async headersFor(deps: Deps, placeId: string | null, host: string): Promise<Record<string, string>> {
    const value = placeId === null || make === null ? null : await make(deps, placeId, host);
    return value === null ? {} : { 'collection-synchronization': value };
  },
};
