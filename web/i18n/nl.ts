// SPDX-License-Identifier: EUPL-1.2
import { buildingsNl } from './nl/buildings.ts'
import { lettingInNl } from './nl/letting-in.ts'
import { threadsNl } from './nl/threads.ts'
import { searchNl } from './nl/search.ts'
import { peopleNl } from './nl/people.ts'
import { moderationNl } from './nl/moderation.ts'
import { mergingNl } from './nl/merging.ts'
import { mineNl } from './nl/mine.ts'
import { administrationNl } from './nl/administration.ts'
import { authNl } from './nl/auth.ts'
import { frameNl } from './nl/frame.ts'
import { postsNl } from './nl/posts.ts'
import { settingsNl } from './nl/settings.ts'
import { askingNl } from './nl/asking.ts'
import { squareNl } from './nl/square.ts'
import { vocabularyNl } from './nl/vocabulary.ts'

export const nl = { ...frameNl, ...postsNl, ...squareNl, ...authNl, ...settingsNl, ...buildingsNl, ...lettingInNl, ...threadsNl, ...peopleNl, ...searchNl, ...mergingNl, ...mineNl, ...askingNl, ...administrationNl, ...vocabularyNl, ...moderationNl }
