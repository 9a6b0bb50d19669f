// SPDX-License-Identifier: EUPL-1.2
import { authNl } from './nl/auth.ts'
import { frameNl } from './nl/frame.ts'
import { postsNl } from './nl/posts.ts'
import { settingsNl } from './nl/settings.ts'
import { squareNl } from './nl/square.ts'

export const nl = { ...frameNl, ...postsNl, ...squareNl, ...authNl, ...settingsNl }
