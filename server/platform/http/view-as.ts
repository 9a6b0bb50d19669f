// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import { isMember, type Viewer } from '../db/viewer.ts';
import { enforceAccess } from './access.ts';
import { BadInput, Forbidden, SignInNeeded } from './problem.ts';

/** `outsider; place=haven`, or `member; place=haven/bestuur` for a group: what the request is to be answered as. */
export const VIEW_AS = 'plein-view-as';

export interface ViewWanted {
  kind: 'outsider' | 'member';
  building: string;
  group: string | null;
}

/**
 * Makes the viewer of that kind, for who administers the place.
 * @throws {NotFound} for a place that the asker may not know of
 * @throws {Forbidden} for who does not administer it, or would read more so than as themselves
 */
export type ViewAs = (viewer: Viewer, wanted: ViewWanted) => Promise<Viewer>;

const shape = /^(outsider|member); ?place=([\w-]{1,100})(?:\/([\w-]{1,100}))?$/;

/** Puts somebody else's eyes on a request that asks for it: only to read, and only where the route says that it can be read so. */
export async function putOnView(request: FastifyRequest, viewAs: ViewAs): Promise<void> {
  const header = request.headers[VIEW_AS];
  if (header === undefined) return;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new Forbidden({ nl: 'Je bekijkt dit zoals een ander het ziet. Stop daarmee voordat je iets doet.', en: 'You are viewing this as somebody else would see it. Stop that before you do something.' });
  }
  if (request.routeOptions.config.viewAs !== true) throw new Forbidden({ nl: 'Dit kun je niet bekijken zoals een ander het ziet.', en: 'This cannot be viewed as somebody else would see it.' });
  const [, kind, building, group] = shape.exec(String(header)) ?? [];
  if (kind === undefined || building === undefined) throw new BadInput(VIEW_AS, { nl: 'Schrijf "outsider; place=gebouw" of "member; place=gebouw/groep".', en: 'Write "outsider; place=building" or "member; place=building/group".' });
  // First as who they are: a token that may not read does not read as somebody else either.
  enforceAccess(request);
  if (!isMember(request.viewer)) throw new SignInNeeded();
  // The pattern knows only these two words.
  request.viewer = await viewAs(request.viewer, { kind: kind as ViewWanted['kind'], building, group: group ?? null });
}
