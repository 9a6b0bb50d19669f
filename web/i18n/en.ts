// SPDX-License-Identifier: EUPL-1.2
import { authEn } from './en/auth.ts'
import { frameEn } from './en/frame.ts'
import { postsEn } from './en/posts.ts'
import { settingsEn } from './en/settings.ts'
import { squareEn } from './en/square.ts'
import type { Messages } from './messages.ts'

export const en: Messages = { ...frameEn, ...postsEn, ...squareEn, ...authEn, ...settingsEn }
