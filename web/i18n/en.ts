// SPDX-License-Identifier: EUPL-1.2
import { buildingsEn } from './en/buildings.ts'
import { lettingInEn } from './en/letting-in.ts'
import { threadsEn } from './en/threads.ts'
import { searchEn } from './en/search.ts'
import { peopleEn } from './en/people.ts'
import { moderationEn } from './en/moderation.ts'
import { mergingEn } from './en/merging.ts'
import { mineEn } from './en/mine.ts'
import { administrationEn } from './en/administration.ts'
import { authEn } from './en/auth.ts'
import { frameEn } from './en/frame.ts'
import { postsEn } from './en/posts.ts'
import { settingsEn } from './en/settings.ts'
import { askingEn } from './en/asking.ts'
import { squareEn } from './en/square.ts'
import type { Messages } from './messages.ts'

export const en: Messages = { ...frameEn, ...postsEn, ...squareEn, ...authEn, ...settingsEn, ...buildingsEn, ...lettingInEn, ...threadsEn, ...peopleEn, ...searchEn, ...mergingEn, ...mineEn, ...askingEn, ...administrationEn, ...moderationEn }
