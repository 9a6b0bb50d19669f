// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { meExtras } from '../identity/public.ts';
import { oneOf } from '../platform/http/schemas.ts';
import { unreadIn } from './activity.ts';
import { PlaceRefSchema } from './place-ref.ts';
import { roles } from './policy.ts';
import { buildingsOf, requestsToDecide } from './queries.ts';

/** Adds to `Me`: the buildings one is a member of, latest activity first, and how many requests wait for one's answer. */
export function registerMeBuildings(): void {
  meExtras.register('buildings', {
    fields: {
      buildings: Type.Array(Type.Object({ ...PlaceRefSchema.properties, role: oneOf(roles), unread: Type.Integer() })),
      pendingRequests: Type.Integer({ description: 'Requests to join that wait for this person to decide on.' }),
    },
    async load(trx, member) {
      const places = await buildingsOf(trx, member);
      const unread = await unreadIn(trx, member, places);
      const buildings = places.map(({ id, slug, name, access, url, myMembership }) => ({ id, slug, name, access, url, role: myMembership?.role ?? 'member', unread: unread.get(id) ?? 0 }));
      return { buildings, pendingRequests: await requestsToDecide(trx, member) };
    },
  });
}
