// SPDX-License-Identifier: EUPL-1.2
import type { Static } from 'typebox';
import { placeForViewerById } from '../../server/buildings/public.ts';
import { sameCase } from '../../server/platform/db/same-case.ts';
import type { Member } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { isMember } from '../../server/platform/db/viewer.ts';
import { Forbidden, NotFound } from '../../server/platform/http/problem.ts';
import { type RemoteActor, remoteActor, remoteActorByHandle, remoteActorById } from '../actors/remote-actors.ts';
import { hostOf } from '../addresses.ts';
import { askReplica } from '../places/ask-replica.ts';
import { replicaOf } from '../places/replica.ts';
import { type Fetched, FetchRefused, fetchJson } from '../wire/fetch.ts';
import { nameOf } from './names.ts';
import { Refused, refusedFor } from './refusals.ts';
import type { FoundPlace } from './schemas.ts';

interface Wanted {
  host: string;
  /** As it was given, or its address. */
  named: string;
  /** @param unsigned what its home tells whoever asks, and nothing that it tells this instance alone */
  find(deps: Deps, how: { unsigned: boolean }): Promise<RemoteActor>;
}

/** "@name@host", "name@host" with or without "acct:", the page of such a place here, or an address of its home. */
function wantedIn({ config }: Deps, text: string): Wanted | null {
  const own = new URL(config.publicUrl).host;
  const address = URL.parse(text);
  const isWeb = address !== null && (address.protocol === 'https:' || address.protocol === 'http:');
  const here = isWeb && address.host === own ? /^\/buildings\/([^/]+@[^/]+?)\/?$/.exec(decodeURIComponent(address.pathname))?.[1] : undefined;
  if (isWeb && here === undefined) return { host: address.host, named: address.href, find: async (deps, { unsigned }) => remoteActor(deps, String((unsigned ? await fetchForAll(deps, address.href) : await fetchJson(deps, address.href)).json['id'])) };
  const handle = here ?? text.replace(/^acct:/, '');
  const [, domain] = /^@?[^\s@/]{1,100}@([^\s@/?#]{1,260})$/.exec(handle) ?? [];
  const host = domain === undefined ? null : hostOf(`https://${domain}/`);
  return host === null ? null : { host, named: handle.replace(/^@/, ''), find: (deps) => remoteActorByHandle(deps, handle) };
}

/** Without a signature: of what a home shows to this instance alone, those of us who are not meant are not to hear. Some answer nobody who does not sign. */
async function fetchForAll(deps: Deps, address: string): Promise<Fetched> {
  return fetchJson(deps, address, { signAs: null }).catch((error: unknown) => {
    if (error instanceof FetchRefused && error.status === 401) return fetchJson(deps, address);
    throw error;
  });
}

/** What this viewer may know of it already, also where its home tells nobody else. */
async function knownTo({ database }: Deps, viewer: Member, named: string): Promise<string | null> {
  const row = await database.readAs(viewer, (trx) =>
    trx.selectFrom('place as p').innerJoin('actor as a', 'a.id', 'p.id').select('p.id').where('p.kind', '=', 'building').where('p.host', 'is not', null).where('p.deleted_at', 'is', null)
      .where((where) => where.or([where('a.uri', '=', named), where('p.slug_key', '=', sameCase(named))]))
      .where((where) => where.or([where('p.audience_id', 'in', [...viewer.audiences]), where('p.members_audience_id', 'in', [...viewer.audiences])]))
      .executeTakeFirst());
  return row?.id ?? null;
}

/**
 * A place of another instance by what somebody knows of it, as the viewer may see it. What is hidden there, or from this viewer, is
 * said to be absent: who looks up learns nothing that its home does not tell everybody.
 * @param field what to name in a refusal
 * @throws {Refused}
 */
export async function lookUpPlace(deps: Deps, viewer: Member, text: string, field: string): Promise<Static<typeof FoundPlace>> {
  const wanted = wantedIn(deps, text.trim());
  if (wanted === null) throw new Refused('bad-address', '', field);
  const { host } = wanted;
  if (host === new URL(deps.config.publicUrl).host) throw new Refused('stands-here', host, field);
  try {
    const actor = await foundBy(deps, viewer, wanted);
    if (actor.type !== 'building') throw new Refused('not-a-place', host, field);
    const { id: placeId } = await replicaOf(deps, actor.uri);
    // As the system: what its home said of us is nobody's, and of it only this is told to who looks.
    const { turned_us_away_at: turnedAway } = await deps.database.asSystem((trx) => trx.selectFrom('remote_place').select('turned_us_away_at').where('place_id', '=', placeId).executeTakeFirstOrThrow());
    return await deps.database.readAs(viewer, async (trx) => {
      const place = await placeForViewerById(trx, viewer, placeId);
      const { slug, name, summary, access, memberCount, url, myMembership, can } = place;
      return {
        slug, name, summary, access, memberCount, url,
        host: actor.host, hostName: await nameOf(trx, actor.host), homeUrl: actor.url ?? actor.uri,
        myMembership: myMembership === null ? null : { id: myMembership.id, state: myMembership.state },
        turnedUsAwayAt: turnedAway?.toISOString() ?? null,
        can: { join: can.join, ask: can.ask },
      };
    });
  } catch (error) {
    if (error instanceof FetchRefused) throw refusedFor(error, host, field);
    if (error instanceof NotFound) throw new Refused('no-such-place', host, field);
    throw error;
  }
}

async function foundBy(deps: Deps, viewer: Member, wanted: Wanted): Promise<RemoteActor> {
  const known = await knownTo(deps, viewer, wanted.named);
  const actor = known === null ? null : await deps.database.asSystem((trx) => remoteActorById(trx, known));
  return actor ?? wanted.find(deps, { unsigned: true });
}

/**
 * Asks to come in at an address that somebody was given, also where the place is hidden: then it is seen here when its home lets them in.
 * That it was asked says nothing of whether there is such a place: who has no such address, or may not ask, hears nothing either.
 * @param field what to name in a refusal
 * @throws {Refused}
 */
export async function askAtAddress(deps: Deps, viewer: Member, { address, note }: { address: string; note: string }, field: string): Promise<void> {
  const wanted = wantedIn(deps, address.trim());
  if (wanted === null) throw new Refused('bad-address', '', field);
  const { host } = wanted;
  if (host === new URL(deps.config.publicUrl).host) throw new Refused('stands-here', host, field);
  try {
    const actor = await wanted.find(deps, { unsigned: false });
    if (actor.type !== 'building') throw new Refused('not-a-place', host, field);
    const { id } = await replicaOf(deps, actor.uri);
    await askReplica(deps, viewer.actorId, id, note);
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return;
    if (!(error instanceof FetchRefused)) throw error;
    const refused = refusedFor(error, host, field);
    // Also something that is no place: that it is there at all may be for this instance alone to know.
    if (refused.why !== 'no-such-place' && refused.why !== 'not-a-place') throw refused;
  }
}

const ONE_BUILDING = '/api/v1/buildings/:slug';

/** A GET of a building "name@host" by somebody who is signed in looks it up where it is not known yet; what cannot be found is absent. */
export function lookUpUnknownPlaces(app: App, deps: Deps): void {
  const own = new URL(deps.config.publicUrl).host;
  app.addHook('preHandler', async (request) => {
    if (request.method !== 'GET' || request.routeOptions.url !== ONE_BUILDING || !isMember(request.viewer)) return;
    // The schema of the route saw to it that this is text.
    const { slug } = request.params as { slug: string };
    if (!slug.includes('@') || slug.endsWith(`@${own}`)) return;
    // As the viewer: what is hidden from them is asked for like what is not known here, as often and as long.
    if ((await knownTo(deps, request.viewer, slug)) !== null) return;
    await deps.limits.take('lookUp', request);
    await lookUpPlace(deps, request.viewer, slug, 'slug').catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  });
}
