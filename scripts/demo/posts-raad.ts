// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts } from './draft.ts';

export const raad: BuildingDrafts = { building: 'raad', posts: [] };
