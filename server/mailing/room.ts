// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { meExtras } from '../identity/public.ts';
import { Moment, Nullable, oneOf } from '../platform/http/schemas.ts';
import type { Room } from '../platform/room.ts';
import { actionRoutes } from './actions/routes.ts';
import './at-once-mail.ts';
import './digest-mail.ts';
import { composeDigest, startDigests } from './compose-digest.ts';
import { inbound } from './inbound/register.ts';
import { ownPause } from './own-pause.ts';
import { mailingRoutes } from './routes.ts';
import { takeBackUndelivered } from './take-back.ts';
import { tellWhatIsDue } from './tell-what-is-due.ts';

meExtras.register('mailing', {
  fields: { mailPaused: Nullable(Type.Object({ reason: oneOf(['bounced', 'complained']), since: Moment }, { description: 'Mail to my address came back, or was called unwanted: nothing is mailed until I try again.' })) },
  load: async (trx) => ({ mailPaused: await ownPause(trx) }),
});

export const mailing: Room = {
  name: 'mailing',
  routes(app, deps) {
    mailingRoutes(app, deps);
    inbound.routes(app, deps);
    actionRoutes(app, deps);
  },
  subscribers: () => [composeDigest, takeBackUndelivered, ...inbound.subscribers],
  schedules: [tellWhatIsDue, startDigests, ...inbound.schedules],
};
