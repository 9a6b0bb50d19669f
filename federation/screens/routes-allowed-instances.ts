// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { lockPlaceForViewer, type PlaceForViewer, placeForViewer } from '../../server/buildings/public.ts';
import { type Trx, withSystem } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { memberOf } from '../../server/platform/http/access.ts';
import type { App } from '../../server/platform/http/app.ts';
import { BadInput, Forbidden } from '../../server/platform/http/problem.ts';
import { Empty } from '../../server/platform/http/schemas.ts';
import { peerOf } from '../actors/remote-actors.ts';
import { allowInstance, disallowInstance, instancesOf } from '../places/place-instances.ts';
import { isBlocked } from '../wire/blocks.ts';
import { FetchRefused } from '../wire/fetch.ts';
import { hostGiven } from './host-names.ts';
import { AllowedInstances } from './schemas.ts';

const tags = ['federation'];
const BySlug = Type.Object({ slug: Type.String({ maxLength: 200 }) });
const BySlugAndHost = Type.Object({ ...BySlug.properties, host: Type.String({ minLength: 1, maxLength: 300 }) });

/** Instances whose people may ask to come into a place that is not open. For its admins. */
export function allowedInstanceRoutes(app: App, deps: Deps): void {
  const { database } = deps;

  app.get(
    '/api/v1/buildings/:slug/allowed-instances',
    { config: { access: 'account' }, schema: { tags, operationId: 'listAllowedInstances', summary: 'Instances whose people may ask to come in', params: BySlug, response: { 200: AllowedInstances } } },
    (request) =>
      database.asViewer(request.viewer, async (trx) => {
        const place = onlyAdmins(await placeForViewer(trx, memberOf(request), request.params.slug));
        // As the system: what is known of an instance is for administrators, and this much for who lets its people in.
        return { items: await withSystem(trx, () => allowedIn(trx, place.id)), next: null };
      }),
  );

  app.put(
    '/api/v1/buildings/:slug/allowed-instances/:host',
    { config: { access: 'account', limit: 'lookUp' }, schema: { tags, operationId: 'allowInstance', summary: 'Let people of an instance ask to come in', params: BySlugAndHost, response: { 200: AllowedInstances } } },
    async (request) => {
      const viewer = memberOf(request);
      const { slug } = request.params;
      await database.readAs(viewer, async (trx) => onlyAdmins(await placeForViewer(trx, viewer, slug)));
      const host = hostGiven(deps, request.params.host, 'host');
      // Asked before: whether it keeps to the rules of closed places decides whether anybody can be let in.
      await peerOf(deps, host).catch((error: unknown) => {
        if (!(error instanceof FetchRefused)) throw error;
      });
      return database.asViewer(viewer, async (trx) => {
        const place = onlyAdmins(await lockPlaceForViewer(trx, viewer, slug));
        return withSystem(trx, async () => {
          if (await isBlocked(trx, host)) throw new BadInput('host', { nl: `Dit plein heeft ${host} geblokkeerd. De platformbeheerder gaat daarover.`, en: `This square has blocked ${host}. That is for its administrator.` });
          await allowInstance(trx, deps, place.id, host, viewer.actorId);
          return { items: await allowedIn(trx, place.id), next: null };
        });
      });
    },
  );

  app.delete(
    '/api/v1/buildings/:slug/allowed-instances/:host',
    { config: { access: 'account' }, schema: { tags, operationId: 'disallowInstance', summary: 'Let nobody of an instance in any more; who is in goes out', params: BySlugAndHost, response: { 204: Empty } } },
    async (request, reply) => {
      const viewer = memberOf(request);
      const host = hostGiven(deps, request.params.host, 'host');
      await database.asViewer(viewer, async (trx) => {
        const place = onlyAdmins(await lockPlaceForViewer(trx, viewer, request.params.slug));
        // As the system: its people may be in hidden groups that the admin does not read in.
        await withSystem(trx, () => disallowInstance(trx, deps, place.id, host, viewer.actorId));
      });
      return reply.code(204).send(null);
    },
  );
}

/** @throws {Forbidden} */
function onlyAdmins(place: PlaceForViewer): PlaceForViewer {
  if (!place.can.edit) throw new Forbidden();
  return place;
}

async function allowedIn(trx: Trx, placeId: string) {
  const allowed = await instancesOf(trx, placeId);
  const peers = allowed.length === 0 ? [] : await trx.selectFrom('peer').select(['host', 'name', 'closed_places', 'neighbour_since']).where('host', 'in', allowed.map((each) => each.host)).execute();
  const known = new Map(peers.map((peer) => [peer.host, peer]));
  return allowed.map(({ host, members, addedAt }) => {
    const peer = known.get(host);
    return { host, name: peer?.neighbour_since != null && peer.name !== '' ? peer.name : host, keepsClosedPlaces: peer?.closed_places === true, members, addedAt: addedAt.toISOString() };
  });
}
