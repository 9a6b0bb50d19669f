// SPDX-License-Identifier: EUPL-1.2
import type { BuildingDraft } from './buildings.ts';
import { happens } from './chance.ts';
import type { DemoBuilding, DemoPerson } from './types.ts';

/** Fills a building: its core, those who write there and, where its door is open, a part of the square. */
export function withMembers(draft: BuildingDraft, writers: string[], people: DemoPerson[]): DemoBuilding {
  const { core, staffPercent, residentPercent, ...building } = draft;
  const passersBy = people
    .filter(({ handle, organisation }) => happens(organisation ? staffPercent : residentPercent, draft.slug, handle))
    .map(({ handle }) => handle);
  const leaders = new Set([...draft.admins, ...draft.moderators]);
  const members = [...new Set([...core, ...writers, ...passersBy])].filter((handle) => !leaders.has(handle));
  return { ...building, members };
}

/** Everybody inside, whatever their role. */
export function insiders(building: DemoBuilding): string[] {
  return [...building.admins, ...building.moderators, ...building.members];
}
