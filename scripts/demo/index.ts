// SPDX-License-Identifier: EUPL-1.2
import { buildingDrafts } from './buildings.ts';
import { composePost, writersOf } from './compose.ts';
import { withMembers } from './memberships.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { avg } from './posts-avg.ts';
import { burgerzaken } from './posts-burgerzaken.ts';
import { crisis } from './posts-crisis.ts';
import { daken } from './posts-daken.ts';
import { data } from './posts-data.ts';
import { eikenrode } from './posts-eikenrode.ts';
import { handhaving } from './posts-handhaving.ts';
import { havenkwartier } from './posts-havenkwartier.ts';
import { iban } from './posts-iban.ts';
import { inkoop } from './posts-inkoop.ts';
import { jeugd } from './posts-jeugd-regio.ts';
import { moties } from './posts-moties.ts';
import { omgevingswet } from './posts-omgevingswet.ts';
import { participatie } from './posts-participatie.ts';
import { raad } from './posts-raad.ts';
import { schuldhulp } from './posts-schuldhulp.ts';
import { sluis } from './posts-sluis.ts';
import { verkenning } from './posts-verkenning.ts';
import { verkiezingen } from './posts-verkiezingen.ts';
import { vertrouwen } from './posts-vertrouwen.ts';
import { werk } from './posts-werk.ts';
import { wmo } from './posts-wmo.ts';
import { woo } from './posts-woo.ts';
import { zorgWmo } from './posts-zorg-wmo.ts';
import { zwerfafval } from './posts-zwerfafval.ts';
import type { Demonstration } from './types.ts';

export { emailOf } from './organisations.ts';
export type * from './types.ts';

const drafts = [
  omgevingswet, havenkwartier, sluis, eikenrode, daken, iban, moties, zwerfafval, burgerzaken, wmo, woo, inkoop,
  participatie, data, jeugd, raad, werk, handhaving, schuldhulp, avg, verkiezingen, crisis, vertrouwen, verkenning, zorgWmo,
];

const postsIn = (slug: string) => drafts.filter(({ building }) => building === slug).flatMap(({ posts }) => posts);

const buildings = buildingDrafts.map((draft) => withMembers(draft, postsIn(draft.slug).flatMap(writersOf), people));

const posts = buildings
  .flatMap((building) => postsIn(building.slug).map((draft) => composePost(draft, building, people)))
  .sort((one, other) => other.minutesAgo - one.minutesAgo);

/** The believable region that an empty instance is filled with: see `types.ts` for its shape. */
export const demonstration: Demonstration = { organisations, people, buildings, posts };
