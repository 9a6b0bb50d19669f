// SPDX-License-Identifier: EUPL-1.2
import { toast } from './components/toast/toast.ts'
import { setLanguage, t } from './i18n/t.ts'
import { current, startRouter } from './router.ts'
import { routes } from './routes.ts'
import { startKeys } from './keys.ts'
import { startShown } from './offline/shown.ts'
import { startSending } from './offline/sending.ts'
import { startWorker } from './offline/worker.ts'
import { watchConnection } from './state/live.ts'
import { guestLanguage } from './state/preferences.ts'
import { me, startSession, watchSession } from './state/session.ts'
import { startViewing } from './state/view-as.ts'
import type { Language } from './api/types.ts'

const spoken = (code: string | null | undefined): Language => (code?.startsWith('en') ? 'en' : 'nl')

/** What the server wrote stays readable when the start fails; only then is there nothing to take over. */
async function start(): Promise<void> {
  startRouter(routes)
  startViewing()
  // All that the first page needs is asked for at once; what fails here is met again, and told, when the page opens.
  const shell = import('./shell.ts')
  const page = current.value.match?.route.load().catch(() => undefined)
  const started = startSession()
  // The words come in beside the session: a wrong guess costs one small file.
  const guess = spoken(guestLanguage() ?? document.documentElement.lang)
  await setLanguage(guess)
  await started.catch(() => undefined)
  if (me.value && me.value.locale !== guess) await setLanguage(me.value.locale)
  await page
  ;(await shell).mountShell()
  startKeys()
  watchConnection()
  startSending()
  startShown()
  watchSession(() => toast(t('app.signedOut')))
  // After everything that the first page needs.
  setTimeout(() => void startDevice().catch(() => undefined), document.readyState === 'complete' ? 0 : 1_000)
}

/** Offline, and told outside Plein. */
async function startDevice(): Promise<void> {
  await startWorker()
  if (!('PushManager' in window) || Notification.permission !== 'granted') return
  await (await import('./offline/push.ts')).keepPush()
}

void start()
