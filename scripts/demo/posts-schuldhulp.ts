// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts } from './draft.ts';

export const schuldhulp: BuildingDrafts = { building: 'schuldhulp', posts: [] };
