// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { purgeSchedule } from './delete-building.ts';
import { carryOutMerge } from './merging/carry-out-merge.ts';
import { leadOnFromOldAddresses } from './merging/moved-places.ts';
import { registerMeBuildings } from './me-buildings.ts';
import { registerPersonBuildings } from './person-buildings.ts';
import { buildingRoutes } from './routes.ts';
import { importRoutes } from './imports/routes.ts';
import { forgetImports, runImport } from './imports/run-import.ts';
import { forgetAnswers, mailAnswer } from './requests.ts';
import { groupRoutes } from './routes-groups.ts';
import { invitationRoutes } from './routes-invitations.ts';
import { applyChangedRules, applyRulesOfGroups, applyRulesToPerson } from './apply-rules.ts';
import { ruleRoutes } from './routes-rules.ts';
import { registerRulesOfThemes } from './rules-of-themes.ts';
import { membershipRoutes } from './routes-memberships.ts';
import { mergingRoutes } from './routes-merging.ts';

// When the room is loaded: the routes that show these are declared by rooms to the left.
registerMeBuildings();
registerPersonBuildings();
// Merging themes is a command of people.
registerRulesOfThemes();

export const buildings: Room = {
  name: 'buildings',
  routes(app, deps) {
    buildingRoutes(app, deps);
    membershipRoutes(app, deps);
    invitationRoutes(app, deps);
    importRoutes(app, deps);
    groupRoutes(app, deps);
    ruleRoutes(app, deps);
    mergingRoutes(app, deps);
    leadOnFromOldAddresses(app, deps.database);
  },
  subscribers: () => [mailAnswer, runImport, carryOutMerge, applyChangedRules, applyRulesToPerson, applyRulesOfGroups],
  schedules: [purgeSchedule, forgetAnswers, forgetImports],
};
