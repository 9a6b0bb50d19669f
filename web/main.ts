// SPDX-License-Identifier: EUPL-1.2
import { setLanguage } from './i18n/t.ts'
import { startRouter } from './router.ts'
import { routes } from './routes.ts'
import { startKeys } from './keys.ts'
import { watchConnection } from './state/live.ts'
import { guestLanguage } from './state/preferences.ts'
import { me, startSession } from './state/session.ts'
import type { Language } from './api/types.ts'

const spoken = (code: string | null | undefined): Language => (code?.startsWith('en') ? 'en' : 'nl')

/** What the server wrote stays readable when the start fails; only then is there nothing to take over. */
async function start(): Promise<void> {
  const started = startSession()
  // The words come in beside the session: a wrong guess costs one small file.
  const guess = spoken(guestLanguage() ?? document.documentElement.lang)
  await setLanguage(guess)
  await started.catch(() => undefined)
  if (me.value && me.value.locale !== guess) await setLanguage(me.value.locale)
  startRouter(routes)
  await import('./shell.ts')
  startKeys()
  watchConnection()
}

void start()
