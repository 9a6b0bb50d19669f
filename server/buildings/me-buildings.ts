// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { meExtras } from '../identity/public.ts';
import { Nullable, oneOf } from '../platform/http/schemas.ts';
import { unreadIn } from './activity.ts';
import type { PlaceForViewer } from './find-place.ts';
import { PlaceRefSchema } from './place-ref.ts';
import { roles } from './policy.ts';
import { buildingsOf, groupsOf, requestsToDecide } from './queries.ts';

const placeOfMine = {
  ...PlaceRefSchema.properties,
  role: oneOf(roles),
  unread: Type.Integer(),
  guestCount: Nullable(Type.Integer({ description: 'How many guests read along where not everybody does.' })),
};

/** Adds to `Me`: the buildings one is a member of, latest activity first, each with one's groups in it, and how many requests wait for one's answer. */
export function registerMeBuildings(): void {
  meExtras.register('buildings', {
    fields: {
      buildings: Type.Array(Type.Object({ ...placeOfMine, groups: Type.Array(Type.Object(placeOfMine)) })),
      pendingRequests: Type.Integer({ description: 'Requests to join that wait for this person to decide on.' }),
    },
    async load(trx, member) {
      const places = await buildingsOf(trx, member);
      const groups = await groupsOf(trx, member);
      const unread = await unreadIn(trx, member, [...places, ...groups]);
      const mine = ({ id, slug, name, access, url, myMembership, guestCount }: PlaceForViewer) => ({ id, slug, name, access, url, guestCount, role: myMembership?.role ?? 'member', unread: unread.get(id) ?? 0 });
      const buildings = places.map((building) => ({ ...mine(building), groups: groups.filter((group) => group.building?.id === building.id).map(mine) }));
      return { buildings, pendingRequests: await requestsToDecide(trx, member) };
    },
  });
}
