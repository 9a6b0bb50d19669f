// SPDX-License-Identifier: EUPL-1.2
import { buildingsNl } from './nl/buildings.ts'
import { threadsNl } from './nl/threads.ts'
import { peopleNl } from './nl/people.ts'
import { mineNl } from './nl/mine.ts'
import { administrationNl } from './nl/administration.ts'
import { authNl } from './nl/auth.ts'
import { frameNl } from './nl/frame.ts'
import { postsNl } from './nl/posts.ts'
import { settingsNl } from './nl/settings.ts'
import { squareNl } from './nl/square.ts'

export const nl = { ...frameNl, ...postsNl, ...squareNl, ...authNl, ...settingsNl, ...buildingsNl, ...threadsNl, ...peopleNl, ...mineNl, ...administrationNl }
