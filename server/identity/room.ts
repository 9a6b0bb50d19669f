// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { deleteExpiredSecrets } from './housekeeping.ts';
import { onPasswordResetAsked } from './reset-password.ts';
import { accountRoutes } from './routes-accounts.ts';
import { organisationRoutes } from './routes-organisations.ts';
import { sessionRoutes } from './routes-sessions.ts';
import { onSignUpAsked } from './sign-up.ts';

export const identity: Room = {
  name: 'identity',
  routes(app, deps) {
    accountRoutes(app, deps);
    sessionRoutes(app, deps);
    organisationRoutes(app, deps);
  },
  subscribers: () => [onSignUpAsked, onPasswordResetAsked],
  schedules: [deleteExpiredSecrets],
};
