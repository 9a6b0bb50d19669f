// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { meExtras } from '../identity/public.ts';
import { Nullable } from '../platform/http/schemas.ts';
import type { Room } from '../platform/room.ts';
import { sweepPhotos } from './housekeeping.ts';
import { photoAt } from './photo-address.ts';
import { nothingTold, toldOf } from './profile-parts.ts';
import { peopleRoutes } from './routes.ts';
import { photoRoutes } from './routes-photos.ts';
import { themeRoutes } from './routes-themes.ts';
import { tieRoutes } from './routes-ties.ts';

meExtras.register('people', {
  fields: { photo: Nullable(Type.String({ description: 'Address of the small picture.' })), welcomed: Type.Boolean({ description: 'The first questions were answered or passed over.' }) },
  async load(trx, member) {
    const { jobTitle, about, photo } = (await toldOf(trx, member, [member.actorId])).get(member.actorId) ?? nothingTold;
    const kept = await trx.selectFrom('profile').select('welcomed_at').where('actor_id', '=', member.actorId).executeTakeFirst();
    // On the actor itself stands what everybody may see of these.
    return { jobTitle, about, photo: photoAt(photo)?.small ?? null, welcomed: kept !== undefined && kept.welcomed_at !== null };
  },
});

export const people: Room = {
  name: 'people',
  routes(app, deps) {
    peopleRoutes(app, deps);
    photoRoutes(app, deps);
    themeRoutes(app, deps);
    tieRoutes(app, deps);
  },
  schedules: [sweepPhotos],
};
